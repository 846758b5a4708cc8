/**
 * The value behind each GraphQL type, by the type's name. Each model is defined with its concept: results
 * in `src/app`, records in `src/domain` and `src/store/read`. Type files refer to one another by name, so
 * that none imports another.
 */
import type { Divergence } from '#src/analysis/comparison/divergences.ts';
import type { ConfidenceInterval } from '#src/analysis/reliability/bootstrap-alpha.ts';
import type { MeasurementLevel } from '#src/analysis/reliability/krippendorff-alpha.ts';
import type { Unit } from '#src/analysis/reliability/match-units.ts';
import type { Moment } from '#src/analysis/timeline/moments.ts';
import type { Shift } from '#src/analysis/timeline/shifts.ts';
import type { Citation } from '#src/app/citation/citation.ts';
import type { Comparison, ComparisonGap } from '#src/app/comparison/comparison.ts';
import type { ComparisonCell } from '#src/app/comparison/comparison-cell.ts';
import type { ComparisonRow } from '#src/app/comparison/comparison-rows.ts';
import type { TrendPeriod } from '#src/app/comparison/trend-period.ts';
import type { Discrepancies } from '#src/app/discrepancies/discrepancies.ts';
import type { Discrepancy, TextContrast } from '#src/app/discrepancies/discrepancy.ts';
import type { DiscrepancyCount } from '#src/app/discrepancies/discrepancy-list.ts';
import type { Formulations, PartyFormulations } from '#src/app/formulations/formulations.ts';
import type {
  FormulationUser,
  FormulationVariant,
  PartyFormulation,
} from '#src/app/formulations/party-formulation.ts';
import type { Coding } from '#src/app/lookup/codings.ts';
import type { Network, NetworkNode, NetworkWindow, WindowEdge } from '#src/app/network/network.ts';
import type { IndexedPosition } from '#src/app/positions/position.ts';
import type { StanceCount } from '#src/app/positions/stance-counts.ts';
import type { IntercoderAgreement } from '#src/app/reliability/intercoder-agreement.ts';
import type { ConditionAgreement, Reliability } from '#src/app/reliability/reliability.ts';
import type { CodingState } from '#src/app/search/coding-states.ts';
import type { SearchHit } from '#src/app/search/search-corpus.ts';
import type { FacetCount, SearchFacets } from '#src/app/search/search-facets.ts';
import type { SubjectKind } from '#src/app/search/search-filter.ts';
import type { Timeline } from '#src/app/timeline/timeline.ts';
import type {
  ActorRecord,
  AffiliationRecord,
  AtRevision,
  CodebookRecord,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import type { DocumentHead } from '#src/domain/document-table.ts';
import type { DaysApart, StatedDate } from '#src/domain/possible-days.ts';
import type { SourceMessage } from '#src/domain/source-document.ts';
import type { DocumentKind } from '#src/domain/vocabulary.ts';
import type {
  AttributionStepRecord,
  CorrespondentRecord,
  EvidenceRecord,
  PassageRecord,
  ReferenceRecord,
  RevisionRecord,
} from '#src/store/read/read-records.ts';
import type { Cited } from './cited.ts';

/** Model of each GraphQL type. */
export interface Models {
  Actor: AtRevision<ActorRecord>;
  Affiliation: AtRevision<AffiliationRecord>;
  Agreement: IntercoderAgreement;
  AttributionStep: AtRevision<AttributionStepRecord>;
  Citation: Citation;
  Codebook: AtRevision<CodebookRecord>;
  Coding: Coding;
  CodedUnit: { readonly unit: Unit; readonly corpus: CorpusSnapshot };
  Comparison: Cited<Comparison>;
  ComparisonCell: ComparisonCell;
  ComparisonGap: ComparisonGap;
  ComparisonRow: ComparisonRow;
  Condition: AtRevision<ConditionRecord>;
  ConditionAgreement: ConditionAgreement;
  ConfidenceInterval: ConfidenceInterval;
  Contrast: TextContrast;
  Correspondent: AtRevision<CorrespondentRecord>;
  DaysApart: DaysApart;
  Discrepancies: Cited<Discrepancies>;
  Discrepancy: Discrepancy;
  DiscrepancyCount: DiscrepancyCount;
  Divergence: Divergence<ComparisonCell>;
  Document: AtRevision<DocumentHead>;
  DocumentReference: AtRevision<ReferenceRecord>;
  EmailMessage: SourceMessage;
  Evidence: AtRevision<EvidenceRecord & { readonly documentId: number }>;
  Formulation: PartyFormulation;
  FormulationUser: FormulationUser;
  FormulationVariant: FormulationVariant;
  Formulations: Cited<Formulations>;
  KrippendorffAlpha: { readonly agreement: IntercoderAgreement; readonly level: MeasurementLevel };
  Moment: AtRevision<Moment>;
  Network: Cited<Network>;
  NetworkEdge: WindowEdge;
  NetworkNode: NetworkNode;
  NetworkWindow: NetworkWindow;
  PartialDate: StatedDate;
  PartyFormulations: PartyFormulations;
  Passage: AtRevision<PassageRecord>;
  Position: IndexedPosition;
  Reliability: Cited<Reliability>;
  Revision: RevisionRecord;
  CodingStateCount: FacetCount<CodingState>;
  DocumentKindCount: FacetCount<DocumentKind>;
  PartyCount: AtRevision<FacetCount<number>>;
  SearchSubjectCount: FacetCount<SubjectKind>;
  YearCount: FacetCount<number | null>;
  SearchFacets: AtRevision<SearchFacets>;
  SearchHit: AtRevision<SearchHit>;
  Shift: AtRevision<Shift>;
  Purge: { readonly revision: number; readonly reason: string };
  StanceCount: StanceCount;
  DenialRule: NonNullable<CodebookRecord['denials']>;
  StanceLevel: CodebookRecord['stances'][number];
  Timeline: Cited<Timeline>;
  TrendPoint: TrendPeriod;
}
