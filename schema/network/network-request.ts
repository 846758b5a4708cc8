/** From the arguments of a network to its model: checks them, then counts. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Sliding } from '#src/analysis/network/calendar-windows.ts';
import { type Network, networks } from '#src/analysis/network/network.ts';
import { type NetworkEvidence, networkEvidence } from '#src/analysis/network/network-evidence.ts';
import {
  type NetworkStatements,
  networkStatements,
} from '#src/analysis/network/network-statements.ts';
import type { ConditionRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure, invariant } from '#src/domain/failure.ts';
import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { inWords } from '../citation/citation.ts';
import { chosenActors } from '../comparison/chosen-actors.ts';
import { actorsBySlug, codebookByName, conditionsByCode } from '../core/lookup.ts';
import { actorIn, type NetworkModel, type NetworkSubjectModel } from '../core/models.ts';
import { selectPositions } from '../position/position-filter.ts';
import type { NetworkArguments } from './network-arguments.ts';
import { expectShortWork, slidingWindows, withinBounds } from './network-bounds.ts';
import { networkMeasure } from './network-measure.ts';

type Understood = ReturnType<typeof understood>;

export function askNetwork(
  corpus: CorpusSnapshot,
  given: NetworkArguments,
  info: GraphQLResolveInfo,
): NetworkModel {
  const args = understood(given);
  const measure = networkMeasure(args.mode, args.weight, args.normalisation);
  const codebook = codebookByName(corpus, args.codebook);
  const conditions = [...new Set(conditionsByCode(codebook, args.conditions))];
  const values = codebook.stances.map(({ stance }) => STANCE_VALUE[stance]);
  const scale = { lowest: Math.min(...values), highest: Math.max(...values) };
  invariant(scale.lowest < scale.highest, `codebook ${codebook.slug} has a scale of one level`);
  const statements = statementsOf(corpus, conditions, args, scale);
  const windows = slidingWindows(statements, args.windows, args.filter);
  expectShortWork(statements, args.mode, windows.length);
  const all = [{ from: -Infinity, to: Infinity }];
  const whole = withinBounds(networks(statements, measure, scale, all), args.threshold);
  const items = whole.reduce((sum, each) => sum + each.activity.length + each.edges.length, 0);
  const parts = withinBounds(networks(statements, measure, scale, windows), args.threshold, items);
  const subjects = subjectsOf(corpus, conditions, statements, args);
  let evidence: NetworkEvidence | null = null;
  const within = (network: Network) => ({
    corpus,
    network,
    subjects,
    // Sorted out only when somebody opens a node or an edge, and then once for all of them.
    evidence: () => (evidence ??= networkEvidence(statements, args.mode)),
  });
  const [first] = whole;
  invariant(first, 'a network has no whole');
  return {
    asked: { corpus, codebook, title: () => titleOf(corpus, conditions, args), args, info },
    whole: within(first),
    windows: parts.map(within),
  };
}

/** The arguments with what they mean where they are left out, so that equal questions are equal. */
function understood(asked: NetworkArguments) {
  const given = chosenActors(asked);
  const { actors, groupBy, threshold, windows } = given;
  if (actors && groupBy)
    throw new Failure(
      'BAD_INPUT',
      `groupBy is for a network that names no actors; leave out groupBy (${groupBy}) or actors.`,
      { input: ['groupBy'] },
    );
  if (threshold !== null && threshold !== undefined && threshold < 0)
    throw new Failure('BAD_INPUT', `threshold is ${threshold}; it must be 0 or more.`, {
      input: ['threshold'],
    });
  const sliding: Sliding | null = windows
    ? { unit: windows.unit, size: windows.size, step: windows.step ?? windows.size }
    : null;
  return {
    ...given,
    groupBy: actors ? null : (groupBy ?? 'PARTY'),
    mode: given.mode ?? 'ACTORS',
    weight: given.weight ?? 'SUBTRACT',
    normalisation: given.normalisation ?? 'NONE',
    duplicates: given.duplicates ?? 'ALL',
    threshold: threshold ?? null,
    windows: sliding,
  } as const;
}

function statementsOf(
  corpus: CorpusSnapshot,
  conditions: readonly ConditionRecord[],
  { actors, groupBy, duplicates, filter }: Understood,
  scale: { readonly lowest: number; readonly highest: number },
): NetworkStatements {
  const ids = conditions.map(({ id }) => id);
  const named = actors ? actorsBySlug(corpus, actors, ['actors']) : null;
  const wanted = named && new Set(named);
  const choose = (line: readonly number[]): readonly number[] => {
    if (wanted) return line.filter((actor) => wanted.has(actor));
    return groupBy === 'HOLDER' ? line.slice(0, 1) : line.slice(-1);
  };
  const slugOf = (actor: number): string => actorIn(corpus, actor).row.slug;
  return networkStatements(corpus.positions, selectPositions(corpus, filter, { conditions: ids }), {
    conditions: ids,
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
  { mode }: Understood,
): readonly NetworkSubjectModel[] {
  const actors = statements.actors.map(
    (id) => ({ __typename: 'Actor', ...actorIn(corpus, id) }) as const,
  );
  const others = conditions.map((row) => ({ __typename: 'Condition', row, corpus }) as const);
  return { ACTORS: actors, CONDITIONS: others, TWO_MODE: [...actors, ...others] }[mode];
}

const NODES = { ACTORS: 'Actor', CONDITIONS: 'Condition' } as const;

function titleOf(
  corpus: CorpusSnapshot,
  conditions: readonly ConditionRecord[],
  { actors, groupBy, mode, weight }: Understood,
): string {
  const kind = mode === 'TWO_MODE' ? 'Affiliation network' : oneModeName(NODES[mode], weight);
  const whose = actors
    ? inWords(actorsBySlug(corpus, actors, ['actors']).map((id) => actorIn(corpus, id).row.name))
    : { HOLDER: 'all holders', PARTY: 'all parties' }[groupBy ?? 'PARTY'];
  return `${kind} of ${whose} on ${inWords(conditions.map(({ title }) => title))}`;
}

function oneModeName(nodes: string, weight: Understood['weight']): string {
  return {
    IGNORE: `${nodes} co-occurrence network`,
    CONGRUENCE: `${nodes} congruence network`,
    CONFLICT: `${nodes} conflict network`,
    SUBTRACT: `${nodes} network of congruence less conflict`,
  }[weight];
}
