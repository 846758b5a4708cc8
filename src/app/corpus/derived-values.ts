/** Values derived from snapshots that threads take over from each other. */
import { documentGroups } from '#src/analysis/caches/document-groups.ts';
import type { SharedValue } from '#src/analysis/caches/memoize.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';

export {
  onSharedValue,
  type SharedValue,
  takeSharedValue,
} from '#src/analysis/caches/memoize.ts';

/** The parts of a snapshot from which shared values are derived. */
export function sourcesIn({ positions, documents, partOf }: CorpusSnapshot): SharedValue['things'] {
  return [positions, partOf, documentGroups(documents, partOf)];
}
