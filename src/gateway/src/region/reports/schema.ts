import { connectionTypes, pagingArguments } from '../common/shared-types.js';

const listArguments = /* GraphQL */ `
  "Which reports."
  filter: ReportFilter
  "Judge late by this day; today when left out."
  asOf: Date
  "Order; by due date, the latest first, when left out."
  orderBy: ReportOrder
  ${pagingArguments}
`;

export const reportSchema = /* GraphQL */ `
  extend type Query {
    "How far a report is, by its key, such as 2026-11/79@2025-07-01."
    report("Key: period and unit." id: ID!): Report
    "What units owe and how far they are, whether or not somebody began."
    reports(${listArguments}): ReportConnection
    "Everything about one report that the caller may read: each figure asked for, questions, history. Drafts show their figures to the unit alone."
    reportSheet("Key: period and unit." id: ID!): ReportSheet
  }

  extend type Unit {
    "Reports the unit owes."
    reports(${listArguments}): ReportConnection
  }

  extend type Period {
    "Reports the period asks for."
    reports(${listArguments}): ReportConnection
  }

  "What one unit reports for one period (báo cáo)."
  type Report implements Node @key(fields: "id") {
    "Key: period and unit, such as 2026-11/79@2025-07-01."
    id: ID!
    "Global id."
    nodeId: ID!
    "The period."
    period: Period!
    "The unit."
    unit: Unit!
    "Where it stands."
    state: ReportState!
    "Due date with its extension (hạn nộp)."
    due: Date!
    "Whether an extension was given (gia hạn)."
    extended: Boolean!
    "Why."
    extensionReason: String
    "Day it was first handed in."
    submittedOn: Date
    "Whether it is or was late (trễ hạn)."
    late: Boolean!
    "Days late; null when it is not."
    daysLate: Int
    "Figures given."
    figuresGiven: Int!
    "Figures asked for."
    figuresAsked: Int!
    "Figures that wait for a second person."
    figuresToApprove: Int!
    "Figures sent back."
    figuresReturned: Int!
    "Questions without an answer."
    questionsOpen: Int!
    "Figures of an accepted or published report that the caller may read; empty before. For a report in the making see reportSheet."
    figures: [Figure!]
    "When the ministry accepted it."
    acceptedAt: DateTime
    "When its figures became observations."
    publishedAt: DateTime
    "Made-up sample data (minh họa)."
    illustrative: Boolean!
    "Version, for expectedVersion of mutations; 0 while nobody has given a figure."
    version: Int!
    "When it last changed."
    updatedAt: DateTime!
  }

  "Where a report stands (trạng thái)."
  enum ReportState {
    "No figure yet (chưa bắt đầu)."
    NOT_STARTED
    "The unit works on it (bản nháp)."
    DRAFT
    "Handed in (đã nộp)."
    SUBMITTED
    "Single figures were sent back (bị trả lại)."
    RETURNED
    "Handed in again (đã nộp lại)."
    RESUBMITTED
    "The ministry accepted it (đã chấp nhận)."
    ACCEPTED
    "Its figures are observations (đã công bố)."
    PUBLISHED
  }

  "Where a figure of a report stands."
  enum FigureState {
    "Given, waiting for approval."
    ENTERED
    "Approved by a second person in the unit."
    APPROVED
    "Sent back by the ministry."
    RETURNED
    "Accepted by the ministry."
    ACCEPTED
  }

  "A figure of a report: a value, or the reason why there is none (số liệu báo cáo)."
  type Figure {
    "What it measures."
    metric: Metric!
    "The value; null when there is no data. No data is never 0."
    value: Decimal
    "Why there is no data."
    noDataReason: String
    "Unit of measure."
    unitOfMeasure: String!
    "Where it came from (nguồn gốc)."
    origin: Origin!
    "Source."
    source: String
    "Remark."
    note: String
    "Where it stands; null in the list of accepted figures."
    state: FigureState
    "Why it was sent back."
    returnReason: String
    "The platform’s question about a jump of scale."
    scaleQuestion: ScaleQuestion
  }

  "Is this number written in the right unit? Asked by the platform, answered by a person."
  type ScaleQuestion {
    "About how many times: 1 000 or 1 000 000."
    factor: Int!
    "True when the new value is the larger one."
    up: Boolean!
    "The earlier value."
    against: Decimal!
    "Its source."
    againstSource: String!
    "Why the value is right; null while nobody answered."
    answer: String
  }

  "Everything about one report."
  type ReportSheet {
    "How far it is."
    report: Report
    "False when it is not for the caller yet: figures, questions and history are left out."
    figuresVisible: Boolean!
    "Every figure asked for, given or not, in the order of the forms."
    figures: [AskedFigure!]
    "Questions on its figures (câu hỏi)."
    questions: [ReportQuestion!]!
    "What happened, oldest first."
    history: [ReportHistoryLine!]!
  }

  "A figure a period asks for."
  type AskedFigure {
    "What is to be measured."
    metric: Metric!
    "Unit of measure it is asked in."
    unitOfMeasure: String!
    "Ids of the forms it satisfies."
    forms: [ID!]!
    "The figure; null when it is missing or not for the caller."
    figure: Figure
    "The connected system that delivers it; null when people type it."
    boundTo: String
    "The unit’s latest earlier value, as a hint to its own people."
    earlierValue: Decimal
    "Period and source of that value."
    earlierSource: String
  }

  "A dated question on a figure."
  type ReportQuestion {
    "Number within the report."
    number: Int!
    "The metric it is about."
    metric: Metric!
    "The question."
    text: String!
    "When it was asked."
    askedAt: DateTime!
    "The answer; null while there is none."
    answer: String
    "When it was answered."
    answeredAt: DateTime
  }

  "Something that happened to a report."
  type ReportHistoryLine {
    "What, by its stored name."
    what: String!
    "The metric it is about."
    metric: Metric
    "Value after it."
    value: Decimal
    "Value before it."
    was: Decimal
    "Why there is no data."
    noDataReason: String
    "Origin of the value."
    origin: Origin
    "Source of the value."
    source: String
    "What was said with it: a reason, a note."
    text: String
    "When."
    at: DateTime!
    "Version it made."
    version: Int!
  }

  "Which reports. Conditions add up; values in a list are alternatives."
  input ReportFilter {
    "Keys."
    ids: [ID!]
    "Periods."
    periods: [ID!]
    "Units."
    units: [ID!]
    "States."
    states: [ReportState!]
    "Late or not."
    late: Boolean
    "Due on or after this day."
    dueFrom: Date
    "Due on or before this day."
    dueUntil: Date
    "With an open question: at least this many."
    questionsOpenAtLeast: Int
    "Sample data or not."
    illustrative: Boolean
    "Changed at or after this moment."
    updatedSince: DateTime
  }

  "Order of reports."
  input ReportOrder {
    "By what."
    by: ReportOrderField!
    "Which way."
    direction: OrderDirection = ASC
  }

  "What reports are ordered by."
  enum ReportOrderField {
    "Period."
    PERIOD
    "Unit."
    UNIT
    "State."
    STATE
    "Due date."
    DUE
    "Last change."
    UPDATED_AT
  }
  ${connectionTypes('Report', 'reports')}
`;
