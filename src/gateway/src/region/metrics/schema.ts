import { connectionTypes, pagingArguments } from '../common/shared-types.js';

export const metricSchema = /* GraphQL */ `
  extend type Query {
    "One metric by its id, such as dx_budget_share."
    metric("Id." id: ID!): Metric
    "The catalogue of metrics."
    metrics(
      "Which metrics."
      filter: MetricFilter
      "Order; by id when left out."
      orderBy: MetricOrder
      ${pagingArguments}
    ): MetricConnection
  }

  "What is measured (chỉ tiêu)."
  type Metric implements Node @key(fields: "id") {
    "Id, such as dx_budget_share."
    id: ID!
    "Global id."
    nodeId: ID!
    "Name in Vietnamese."
    name: String!
    "Name in English."
    nameEn: String!
    "Unit of measure, such as percent or billion_vnd (đơn vị tính)."
    unitOfMeasure: String!
    "How values combine over units and periods (cách gộp)."
    measureKind: MeasureKind!
    "Of a ratio that can be recomputed: what is above the line."
    numerator: Metric
    "Of a ratio that can be recomputed: what is below the line."
    denominator: Metric
    "Which way is progress."
    better: Better!
    "Pillar it belongs to; null for none."
    pillar: Pillar
    "The least a value can be at all; null when nothing bounds it."
    least: Decimal
    "The most a value can be at all, such as 100 for a part of a whole in percent; null when nothing bounds it."
    most: Decimal
    "Whether values carry a budget stage."
    staged: Boolean!
    "Methods values may be made by; values of different methods are not compared."
    methods: [String!]!
    "Remark."
    note: String
  }

  "How a metric combines over units and periods (cách gộp)."
  enum MeasureKind {
    "Adds over units and periods."
    SUM
    "Recomputed from the sums of numerator and denominator; never a mean of shares."
    RATIO
    "A level at a moment: over periods the last holds, over units the last ones add."
    LATEST
    "Never combines: ranks, scores."
    NONE
  }

  "Which way is progress."
  enum Better {
    "Up."
    HIGHER_IS_BETTER
    "Down."
    LOWER_IS_BETTER
    "Neither way is better in itself."
    NEUTRAL
  }

  "Which metrics. Conditions add up; values in a list are alternatives."
  input MetricFilter {
    "Ids."
    ids: [ID!]
    "Part of the Vietnamese name."
    nameContains: String
    "Part of the English name."
    nameEnContains: String
    "Ways of combining."
    measureKinds: [MeasureKind!]
    "Pillars."
    pillars: [Pillar!]
    "Units of measure."
    unitsOfMeasure: [String!]
  }

  "Order of metrics."
  input MetricOrder {
    "By what."
    by: MetricOrderField!
    "Which way."
    direction: OrderDirection = ASC
  }

  "What metrics are ordered by."
  enum MetricOrderField {
    "Id."
    ID
    "Name in Vietnamese."
    NAME
    "Name in English."
    NAME_EN
    "Pillar."
    PILLAR
  }
  ${connectionTypes('Metric', 'metrics')}
`;
