/** The values behind the GraphQL types. Type files name each other, so that none imports another. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Cell } from '#src/analysis/comparison/compare.ts';
import type { Divergence } from '#src/analysis/comparison/divergences.ts';
import type { TrendPoint } from '#src/analysis/comparison/trend.ts';
import type { Contrast } from '#src/analysis/discrepancies/contrasts.ts';
import type { DiscrepancyKind } from '#src/analysis/discrepancies/discrepancy-kinds.ts';
import type { ClashingPair } from '#src/analysis/discrepancies/list-discrepancies.ts';
import type { OwnFormulation } from '#src/analysis/formulations/formulations-of.ts';
import type { Use } from '#src/analysis/formulations/group-wordings.ts';
import type { Network } from '#src/analysis/network/network.ts';
import type { NetworkEvidence } from '#src/analysis/network/network-evidence.ts';
import type { NetworkEdge } from '#src/analysis/network/one-mode-network.ts';
import type {
  BootstrapOptions,
  ConfidenceInterval,
} from '#src/analysis/reliability/bootstrap-alpha.ts';
import type { CoderAgreement } from '#src/analysis/reliability/coder-agreement.ts';
import type { MeasurementLevel } from '#src/analysis/reliability/krippendorff-alpha.ts';
import type { Unit } from '#src/analysis/reliability/match-units.ts';
import type { Moment } from '#src/analysis/timeline/moments.ts';
import type { DaysApart } from '#src/analysis/timeline/possible-days.ts';
import type { Shift } from '#src/analysis/timeline/shifts.ts';
import type { SearchHit } from '#src/app/search/search-corpus.ts';
import type {
  ActorRecord,
  AffiliationRecord,
  CodebookRecord,
  ConditionRecord,
  CorpusSnapshot,
  DocumentHead,
} from '#src/domain/corpus-snapshot.ts';
import { invariant } from '#src/domain/failure.ts';
import { placeOf } from '#src/domain/position-order.ts';
import type { SourceMessage } from '#src/domain/source-document.ts';
import type { CorrespondentRole, DatePrecision, Stance } from '#src/domain/vocabulary.ts';
import type {
  AttributionStepRecord,
  EvidenceRecord,
  PassageRecord,
  PositionRecord,
  RevisionRecord,
} from '#src/store/read/read-records.ts';

/** A value of the corpus together with the revision of it that was asked about. */
export interface In<Row> {
  readonly row: Row;
  readonly corpus: CorpusSnapshot;
}

export interface Models {
  Actor: In<ActorRecord>;
  Agreement: AgreementModel;
  Affiliation: In<AffiliationRecord>;
  AttributionStep: In<AttributionStepRecord>;
  Citation: CitationModel;
  Codebook: In<CodebookRecord>;
  CodedUnit: { readonly unit: Unit; readonly corpus: CorpusSnapshot };
  Comparison: ComparisonModel;
  ComparisonRow: ComparisonRowModel;
  ComparisonCell: ComparisonCellModel;
  ComparisonGap: ComparisonGapModel;
  Condition: In<ConditionRecord>;
  Contrast: In<Contrast>;
  ConditionAgreement: ConditionAgreementModel;
  ConfidenceInterval: ConfidenceInterval;
  Correspondent: In<CorrespondentModel>;
  Divergence: Divergence<ComparisonCellModel>;
  DaysApart: DaysApart;
  Discrepancies: DiscrepanciesModel;
  Discrepancy: DiscrepancyModel;
  DiscrepancyCount: DiscrepancyCountModel;
  Document: In<DocumentHead>;
  DocumentReference: In<DocumentReferenceModel>;
  EmailMessage: SourceMessage;
  Evidence: In<EvidenceRecord & { readonly documentId: number }>;
  Network: NetworkModel;
  NetworkEdge: NetworkEdgeModel;
  NetworkNode: NetworkNodeModel;
  NetworkWindow: NetworkWindowModel;
  Moment: In<Moment>;
  Formulation: FormulationModel;
  FormulationUser: FormulationUserModel;
  Formulations: FormulationsModel;
  FormulationVariant: { readonly words: string; readonly count: number };
  KrippendorffAlpha: { readonly model: AgreementModel; readonly level: MeasurementLevel };
  PartialDate: PartialDateModel;
  PartyFormulations: PartyFormulationsModel;
  Passage: In<PassageRecord>;
  Position: PositionModel;
  Reliability: ReliabilityModel;
  Revision: RevisionRecord;
  SearchHit: In<SearchHit>;
  Shift: In<Shift>;
  StanceCount: StanceCountModel;
  TrendPoint: TrendPoint;
  StanceLevel: CodebookRecord['stances'][number];
  Timeline: TimelineModel;
}

export interface CorrespondentModel {
  readonly role: CorrespondentRole;
  readonly asWritten: string;
  readonly actorId: number | null;
}

export interface DocumentReferenceModel {
  readonly asWritten: string;
  readonly reference: string | null;
}

export interface PartialDateModel {
  /** Day number of the first day that it can mean. */
  readonly day: number;
  readonly precision: DatePrecision;
  readonly onOrBefore: boolean;
}

export interface StanceCountModel {
  readonly stance: Stance;
  readonly value: number;
  readonly count: number;
}

/** What a citable result was asked for, from which its citation is made when one is asked for. */
export interface Asked {
  readonly corpus: CorpusSnapshot;
  /** What it is called in a list of sources: `Comparison of Russia and Hamas`. */
  readonly codebook: CodebookRecord;
  readonly title: () => string;
  /** The arguments as they were understood. */
  readonly args: object;
  readonly info: GraphQLResolveInfo;
}

export interface CitationModel {
  readonly title: string;
  readonly revision: number;
  /** ISO day. */
  readonly date: string;
  readonly queryHash: string;
  readonly url: string;
  readonly text: string;
}

export interface ComparisonModel {
  readonly asked: Asked;
  readonly conditions: readonly ConditionRecord[];
  readonly rows: readonly ComparisonRowModel[];
  readonly actorCount: number;
  /** 1 at the number of each document that the filter lets pass; undefined if it lets pass all. */
  readonly documents: () => Uint8Array;
}

export interface ComparisonRowModel {
  readonly actor: In<ActorRecord>;
  readonly reportedBy: In<ActorRecord> | null;
  readonly cells: readonly ComparisonCellModel[];
}

export interface ComparisonCellModel extends Omit<Cell, 'condition'> {
  readonly corpus: CorpusSnapshot;
  readonly actor: In<ActorRecord>;
  readonly reportedBy: In<ActorRecord> | null;
  readonly condition: ConditionRecord;
  /** Values of the codebook's levels, from the highest to the lowest. */
  readonly scale: readonly number[];
}

export interface ComparisonGapModel {
  readonly cell: ComparisonCellModel;
  readonly documents: Uint8Array;
}

/** A position by its row in the columns; what these do not have is loaded when it is selected. */
export interface PositionModel {
  readonly corpus: CorpusSnapshot;
  readonly at: number;
}

/** A position of the store that stands in the corpus. */
export function positionIn(corpus: CorpusSnapshot, row: PositionRecord): PositionModel {
  const { id } = row;
  const at = placeOf(corpus.positions, row);
  invariant(corpus.positions.id[at] === id, `position ${id} is not in revision ${corpus.revision}`);
  return { corpus, at };
}

export interface NetworkModel {
  readonly asked: Asked;
  /** Of the whole selection. */
  readonly whole: NetworkWindowModel;
  readonly windows: readonly NetworkWindowModel[];
}

export interface NetworkWindowModel {
  readonly corpus: CorpusSnapshot;
  readonly network: Network;
  /** Who or what the nodes are, in order. */
  readonly subjects: readonly NetworkSubjectModel[];
  readonly evidence: () => NetworkEvidence;
}

export type NetworkSubjectModel =
  | ({ readonly __typename: 'Actor' } & In<ActorRecord>)
  | ({ readonly __typename: 'Condition' } & In<ConditionRecord>);

export interface NetworkNodeModel {
  readonly within: NetworkWindowModel;
  readonly index: number;
}

export interface NetworkEdgeModel {
  readonly within: NetworkWindowModel;
  readonly edge: NetworkEdge;
}

export interface TimelineModel {
  readonly asked: Asked;
  readonly corpus: CorpusSnapshot;
  readonly actor: In<ActorRecord>;
  readonly condition: ConditionRecord;
  readonly moments: readonly Moment[];
}

export interface DiscrepanciesModel {
  readonly asked: Asked;
  readonly corpus: CorpusSnapshot;
  readonly actor: In<ActorRecord>;
  readonly conditions: readonly ConditionRecord[];
  readonly within: number;
  readonly atLeast: number;
  readonly positionCount: number;
  /** The list of pairs; counted when it is first asked for. */
  readonly pairs: () => DiscrepancyListModel;
}

export interface DiscrepancyListModel {
  readonly total: number;
  readonly counts: readonly DiscrepancyCountModel[];
  /** The pairs from one place before another. */
  readonly between: (start: number, end: number) => readonly ClashingPair[];
  /** Where the pair of these rows stands; below 0 if it does not. */
  readonly placeOf: (a: number, b: number) => number;
}

export interface DiscrepancyModel {
  readonly corpus: CorpusSnapshot;
  readonly pair: ClashingPair;
  readonly within: number;
}

export interface DiscrepancyCountModel {
  readonly kind: DiscrepancyKind;
  readonly count: number;
}

export interface AgreementModel {
  readonly corpus: CorpusSnapshot;
  readonly agreement: CoderAgreement;
  /** Values of the codebook's levels, from the lowest. */
  readonly scale: readonly number[];
  readonly options: BootstrapOptions;
}

export interface ConditionAgreementModel {
  readonly corpus: CorpusSnapshot;
  readonly condition: ConditionRecord;
  readonly agreement: AgreementModel;
}

export interface ReliabilityModel {
  readonly asked: Asked;
  readonly corpus: CorpusSnapshot;
  readonly codebook: CodebookRecord;
  readonly coders: readonly string[];
  readonly documentCount: number;
  readonly overall: AgreementModel;
  readonly conditions: readonly ConditionAgreementModel[];
}

export interface FormulationsModel {
  readonly asked: Asked;
  readonly corpus: CorpusSnapshot;
  readonly condition: ConditionRecord;
  readonly similarity: number;
  readonly parties: readonly PartyFormulationsModel[];
}

export interface PartyFormulationsModel {
  readonly corpus: CorpusSnapshot;
  readonly actor: In<ActorRecord>;
  readonly formulations: readonly OwnFormulation[];
}

export interface FormulationModel extends OwnFormulation {
  readonly corpus: CorpusSnapshot;
}

export interface FormulationUserModel {
  readonly corpus: CorpusSnapshot;
  readonly party: In<ActorRecord>;
  /** In order of statement; never empty. */
  readonly uses: readonly Use[];
}

/** An actor that the snapshot must have, since its number came from there. */
export function actorIn(corpus: CorpusSnapshot, id: number): In<ActorRecord> {
  const row = corpus.actors.get(id);
  invariant(row, `actor ${id} is not in revision ${corpus.revision}`);
  return { row, corpus };
}

export function conditionIn(corpus: CorpusSnapshot, id: number): In<ConditionRecord> {
  const row = corpus.conditions.get(id);
  invariant(row, `condition ${id} is not in revision ${corpus.revision}`);
  return { row, corpus };
}

export function documentIn(corpus: CorpusSnapshot, id: number): In<DocumentHead> {
  const row = corpus.documents.get(id);
  invariant(row, `document ${id} is not in revision ${corpus.revision}`);
  return { row, corpus };
}
