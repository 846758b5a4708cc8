/** Question: which actors agree or disagree, and who has statements on what? */
import type { RollUp } from '#src/analysis/caches/actor-positions.ts';
import { uncertainOf } from '#src/analysis/caches/uncertain-positions.ts';
import { type Network as CountedNetwork, networks } from '#src/analysis/network/network.ts';
import { type NetworkEvidence, networkEvidence } from '#src/analysis/network/network-evidence.ts';
import {
  type NetworkStatements,
  networkStatements,
} from '#src/analysis/network/network-statements.ts';
import type { NetworkEdge } from '#src/analysis/network/one-mode-network.ts';
import { unionOfIndices } from '#src/analysis/selection/union-of-indices.ts';
import type {
  ActorRecord,
  AtRevision,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import { invariant } from '#src/domain/failure.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { type CitableQuery, listNames } from '../citation/citable-query.ts';
import { actorAt, actorsBySlug } from '../lookup/actors.ts';
import { codebookByName, conditionsByCode } from '../lookup/codebooks.ts';
import { selectPositions } from '../positions/select-positions.ts';
import { unsettledDocumentCount } from '../positions/unsettled-documents.ts';
import { assertAffordable, slidingWindows, withinBounds } from './network-bounds.ts';
import {
  type NetworkInput,
  type ResolvedNetworkInput,
  resolveNetworkInput,
} from './network-input.ts';
import { networkMeasure } from './network-measure.ts';
import { networkTitle } from './network-title.ts';

/** A discourse network of the whole selection, and of each window of time. */
export interface Network {
  readonly query: CitableQuery;
  readonly whole: NetworkWindow;
  readonly windows: readonly NetworkWindow[];
  /** Number of documents whose codings compete for what is counted here. */
  readonly unsettledDocumentCount: () => number;
}

/** The network of the statements in a range of days. */
export interface NetworkWindow {
  readonly corpus: CorpusSnapshot;
  readonly network: CountedNetwork;
  /** Actor or condition of each node, in order; the same in every window. */
  readonly subjects: readonly NetworkSubject[];
  /** Whether a position belongs to the holder itself, to its party, or to all requested actors that it was spoken for. */
  readonly belongsTo: 'HOLDER' | RollUp;
  /** The positions behind nodes and edges, which are sorted when first read. */
  readonly evidence: () => NetworkEvidence;
}

/** Actor or condition of a node. */
export type NetworkSubject =
  | ({ readonly __typename: 'Actor' } & AtRevision<ActorRecord>)
  | ({ readonly __typename: 'Condition' } & AtRevision<ConditionRecord>);

/** A node by its index in `subjects`. */
export interface NetworkNode {
  readonly window: NetworkWindow;
  readonly index: number;
}

/** An edge of a window's network. */
export interface WindowEdge {
  readonly window: NetworkWindow;
  readonly edge: NetworkEdge;
}

/** Computes a network. Throws `UNKNOWN_…` and `BAD_INPUT` failures. */
export function network(corpus: CorpusSnapshot, unresolved: NetworkInput): Network {
  const input = resolveNetworkInput(unresolved);
  const measure = networkMeasure(input.mode, input.weight, input.normalisation);
  const codebook = codebookByName(corpus, input.codebook);
  const conditions = conditionsByCode(codebook, input.conditions);
  const values = codebook.stances.map(({ stance }) => STANCE_VALUE[stance]);
  const scale = { lowest: Math.min(...values), highest: Math.max(...values) };
  invariant(
    scale.lowest < scale.highest,
    `the stance scale of codebook ${codebook.slug} has one level only`,
  );
  const statements = selectStatements(corpus, conditions, input, scale);
  const windows = slidingWindows(statements, input.windows, input.filter);
  assertAffordable(statements, input.mode, windows.length);
  const all = [{ from: -Infinity, to: Infinity }];
  const whole = withinBounds(networks(statements, measure, scale, all), input.threshold);
  const items = whole.reduce((sum, each) => sum + each.activity.length + each.edges.length, 0);
  const parts = withinBounds(networks(statements, measure, scale, windows), input.threshold, items);
  const subjects = subjectsOf(corpus, conditions, statements, input);
  let evidence: NetworkEvidence | null = null;
  const toWindow = (counted: CountedNetwork): NetworkWindow => ({
    corpus,
    network: counted,
    subjects,
    belongsTo: input.groupBy ?? 'WHOLE',
    evidence: () => (evidence ??= networkEvidence(statements, input.mode)),
  });
  const [first] = whole;
  invariant(first, 'no network of the whole selection');
  const title = (): string => networkTitle(actorNames(corpus, input), conditions, input);
  return {
    query: { corpus, codebook, title, input },
    whole: toWindow(first),
    windows: parts.map(toWindow),
    unsettledDocumentCount: () =>
      unsettledDocumentCount(corpus, codebook, input.filter, {
        actors: input.actors ? actorsBySlug(corpus, input.actors, ['actors']) : undefined,
        conditions: conditions.map(({ id }) => id),
      }),
  };
}

/** The nodes of a window, in order. */
export function networkNodes(window: NetworkWindow): NetworkNode[] {
  return window.subjects.map((_, index) => ({ window, index }));
}

/** The edges of a window, in order of their nodes. */
export function networkEdges(window: NetworkWindow): WindowEdge[] {
  return window.network.edges.map((edge) => ({ window, edge }));
}

/** Actor or condition of a node. */
export function subjectOf({ window, index }: NetworkNode): NetworkSubject {
  const subject = window.subjects[index];
  invariant(subject, `the network has no node ${index}`);
  return subject;
}

/** Slug of a node's actor, or code of its condition. */
export function nodeKey(node: NetworkNode): string {
  const { record } = subjectOf(node);
  return 'slug' in record ? record.slug : record.code;
}

/** Column indices of the positions that a node counts, in order of statement. */
export function nodePositions({ window, index }: NetworkNode): Indices {
  return window.evidence().ofNode(index, window.network.window);
}

/** Column indices of the positions behind an edge, in order of statement. */
export function edgePositions({ window, edge }: WindowEdge): Indices {
  return window.evidence().ofEdge(edge.a, edge.b, window.network.window);
}

/** Number of a node's positions of which it is not certain that they belong to the actor that it stands for. */
export function nodeUncertainCount(node: NetworkNode): number {
  return uncertainIn(node.window, () => nodePositions(node), [subjectOf(node)]);
}

/** Number of the positions behind an edge of which it is not certain that they belong to one of its actors. */
export function edgeUncertainCount(edge: WindowEdge): number {
  const { window } = edge;
  const ends = [edge.edge.a, edge.edge.b].map((index) => subjectOf({ window, index }));
  return uncertainIn(window, () => edgePositions(edge), ends);
}

/** Without an actor among the subjects, the positions of which it is not certain for whom they were spoken. */
function uncertainIn(
  { corpus: { positions, partOf }, belongsTo }: NetworkWindow,
  indices: () => Indices,
  subjects: readonly NetworkSubject[],
): number {
  if (belongsTo === 'HOLDER') return 0;
  const actors = subjects.flatMap(({ record }) => ('slug' in record ? [record.id] : []));
  const found = (actors.length > 0 ? actors : [null]).map((actor) =>
    uncertainOf(positions, indices, actor, partOf, belongsTo),
  );
  return unionOfIndices(found).length;
}

function selectStatements(
  corpus: CorpusSnapshot,
  conditions: readonly ConditionRecord[],
  { actors, groupBy, duplicates, filter }: ResolvedNetworkInput,
  scale: { readonly lowest: number; readonly highest: number },
): NetworkStatements {
  const conditionIds = conditions.map(({ id }) => id);
  const named = actors ? actorsBySlug(corpus, actors, ['actors']) : null;
  const requested = named && new Set(named);
  const choose = (lineage: readonly number[]): readonly number[] => {
    if (requested) return [...new Set(lineage)].filter((actor) => requested.has(actor));
    return groupBy === 'HOLDER' ? lineage.slice(0, 1) : lineage.slice(-1);
  };
  const slugOf = (actor: number): string => actorAt(corpus, actor).record.slug;
  const indices = selectPositions(corpus, filter, { conditions: conditionIds });
  return networkStatements(corpus.positions, indices, {
    conditions: conditionIds,
    scale,
    affiliations: corpus.partOf,
    choose,
    named: named ?? [],
    inOrder: (a, b) => (slugOf(a) < slugOf(b) ? -1 : 1),
    duplicates,
  });
}

function subjectsOf(
  corpus: CorpusSnapshot,
  conditions: readonly ConditionRecord[],
  statements: NetworkStatements,
  { mode }: ResolvedNetworkInput,
): readonly NetworkSubject[] {
  const actors = statements.actors.map(
    (id) => ({ __typename: 'Actor', ...actorAt(corpus, id) }) as const,
  );
  const others = conditions.map((record) => ({ __typename: 'Condition', record, corpus }) as const);
  return { ACTORS: actors, CONDITIONS: others, TWO_MODE: [...actors, ...others] }[mode];
}

function actorNames(corpus: CorpusSnapshot, { actors }: ResolvedNetworkInput): string | null {
  if (!actors) return null;
  const ids = actorsBySlug(corpus, actors, ['actors']);
  return listNames(ids.map((id) => actorAt(corpus, id).record.name));
}
