export const aggregateSchema = /* GraphQL */ `
  extend type Query {
    "Values of metrics for units and periods on the boundaries of any day: sums add, ratios are recomputed from their parts, a rank is refused, a figure of a predecessor that was split is never apportioned. A value there is none of comes with its reasons."
    aggregates(
      "Ids of metrics."
      metrics: [ID!]!
      "Years, months, days or stretches: 2022, 2022-10, 2024-12-15/2025-01-14."
      periods: [String!]!
      "Keys of units; instead of boundary and within."
      units: [ID!]
      "The units in force on this day; today when left out."
      boundary: Date
      "Code of the unit whose parts are meant, itself included: southeast when left out, VN, or 79 for its communes."
      within: String
      "What was known at this moment; what holds now when left out."
      asOf: DateTime
      "Stage of budget amounts; DECIDED when left out."
      stage: BudgetStage
      "Another than the usual method, for the metrics that have it."
      method: String
      "False leaves sample data out; else values made of it carry the mark."
      illustrative: Boolean = true
    ): [AggregateValue!]
  }

  "The value of a metric for a unit and a period, with what it is made of or why there is none."
  type AggregateValue {
    "What is measured."
    metric: Metric!
    "For whom."
    unit: Unit!
    "For when."
    period: String!
    "The value, cut, not rounded, after twelve places; null when there is none, never 0."
    value: Decimal
    "Unit of measure."
    unitOfMeasure: String!
    "How it came about; null without a value."
    basis: AggregateBasis
    "How many values over time were added; 1 when one value is for the whole period."
    periodsAdded: Int!
    "Something in it is an estimate."
    provisional: Boolean!
    "Something in it is sample data: never publish it as a fact."
    illustrative: Boolean!
    "The observations behind it, each as it is now."
    parts: [Observation!]
    "Every reason why there is no value."
    reasons: [Reason!]!
  }

  "How an aggregate came about."
  enum AggregateBasis {
    "Held for the unit itself."
    OWN
    "Held for another version of the unit with the same territory."
    SAME_TERRITORY
    "Added up from units: all predecessors, or all units meant."
    ADDED
    "A numerator over a denominator."
    DIVIDED
  }
`;
