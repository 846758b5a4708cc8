import type { ExplorerDocumentQuery } from '#src/client/generated/graphql.ts';
import { IsolatedText } from '../components/isolated-text.tsx';
import { describeCodingAmong } from '../format/describe-coding.ts';
import { formatCount } from '../format/numbers.ts';

type Codings = NonNullable<ExplorerDocumentQuery['document']>['codings'];

/** Who coded a document, by which codebook, and which coding counts. */
export function DocumentCodings({ codings }: { readonly codings: Codings }) {
  return (
    <ul>
      {codings.map((coding) => {
        const { codebook, coder, positions } = coding;
        const beside = codings.filter(({ codebook: other }) => other.id === codebook.id);
        return (
          <li key={`${codebook.id} ${coder}`}>
            <IsolatedText text={describeCodingAmong(coding, beside)} /> (
            <IsolatedText text={codebook.title} />, version {codebook.version};{' '}
            {formatCount(positions.totalCount, 'position')})
          </li>
        );
      })}
    </ul>
  );
}
