import { connectionTypes, pagingArguments } from '../common/shared-types.js';

const listArguments = /* GraphQL */ `
  "Which observations."
  filter: ObservationFilter
  "What was known at this moment; what holds now when left out."
  asOf: DateTime
  "Also the values that were replaced; not together with asOf."
  revisions: Boolean = false
  ${pagingArguments}
`;

export const observationSchema = /* GraphQL */ `
  extend type Query {
    "One observation by its id, also when it was replaced since."
    observation("Id." id: ID!): Observation
    "Observations, as they are, as they were known at a moment, or with every revision. Always in the order they were recorded in."
    observations(${listArguments}): ObservationConnection
  }

  extend type Unit {
    "Observations of the unit."
    observations(${listArguments}): ObservationConnection
  }

  extend type Metric {
    "Observations of the metric."
    observations(${listArguments}): ObservationConnection
  }

  "A metric's value for a unit and a period, with source, origin and revision (số liệu). Never overwritten: a new value is a new revision."
  type Observation implements Node @key(fields: "id") {
    "Id."
    id: ID!
    "Global id."
    nodeId: ID!
    "What was measured."
    metric: Metric!
    "Whose value it is: the unit version the source speaks of."
    unit: Unit!
    "The province the unit is or lies in."
    province: Unit
    "Period, as the source names it: 2025, 2025-Q3, 2026-10, 2019/2024."
    period: String!
    "First day of the period."
    periodStart: Date!
    "Last day of the period."
    periodEnd: Date!
    "The value."
    value: Decimal!
    "Unit of measure (đơn vị tính)."
    unitOfMeasure: String!
    "Of a rank: out of how many."
    rankedOutOf: Int
    "Budget stage, of money."
    stage: BudgetStage
    "Method it was made by."
    method: String
    "How it stands among all that was said about the same thing."
    standing: Standing!
    "Where it came from (nguồn gốc)."
    origin: Origin!
    "Source (nguồn)."
    source: String!
    "Address of the source."
    sourceUrl: String
    "Remark."
    note: String
    "Revision, from 1 (lần sửa)."
    revision: Int!
    "Every revision of this value, this one among them, the oldest first (các lần sửa)."
    revisions: [Observation!]
    "The batch it came with."
    batch: ID!
    "Made-up sample data (minh họa); never enters a published figure."
    illustrative: Boolean!
    "When the platform learnt of it."
    recordedAt: DateTime!
    "When it was replaced; null while it holds."
    supersededAt: DateTime
    "Batch that replaced it."
    supersededByBatch: ID
  }

  "How a value stands among all that was said about the same thing."
  enum Standing {
    "The value in use."
    ACCEPTED
    "In use and provisional, until an accepted one comes."
    ESTIMATE
    "The same value in a second source; kept, not used."
    CONFIRMS
    "A source says otherwise; kept and shown, never used."
    CONFLICT
    "Said beforehand; never an outcome."
    FORECAST
    "Published with a known fault and kept as published."
    DEFECT
  }

  "Which observations. Conditions add up; values in a list are alternatives."
  input ObservationFilter {
    "Ids."
    ids: [ID!]
    "Metrics."
    metrics: [ID!]
    "Units."
    units: [ID!]
    "Provinces: their own values and those of their communes."
    provinces: [ID!]
    "Periods as they are named."
    periods: [String!]
    "The period ends on or after this day."
    from: Date
    "The period begins on or before this day."
    until: Date
    "Budget stages."
    stages: [BudgetStage!]
    "Standings."
    standings: [Standing!]
    "Origins."
    origins: [Origin!]
    "Part of the source."
    sourceContains: String
    "The batch they came with."
    batches: [ID!]
    "Recorded at or after this moment."
    recordedSince: DateTime
    "Sample data or not."
    illustrative: Boolean
  }
  ${connectionTypes('Observation', 'observations')}
`;
