const boardArguments = /* GraphQL */ `
  "Fiscal year; the present one when left out."
  year: Int
  "Stage of budget amounts; DECIDED when left out."
  stage: BudgetStage
`;

export const scoreboardSchema = /* GraphQL */ `
  extend type Query {
    "Units and targets of a year with the verdict on every pair a target is about (bảng điểm vùng)."
    scoreboard(
      ${boardArguments}
      "The units in force on this day; today when left out."
      boundary: Date
      "Code of the region; southeast when left out."
      region: String
    ): Scoreboard
  }

  extend type Unit {
    "How the unit stands to the targets of a year."
    verdicts(
      ${boardArguments}
      "Only these targets."
      targets: [ID!]
    ): [Verdict!]
  }

  "The region's scoreboard (bảng điểm)."
  type Scoreboard {
    "Fiscal year."
    year: Int!
    "Stage of budget amounts."
    stage: BudgetStage!
    "The units are those in force on this day."
    boundary: Date!
    "Code of the region."
    regionCode: String!
    "Day of judgement, in Vietnam."
    judgedOn: Date!
    "The units: rows of the board."
    units: [Unit!]!
    "The targets: columns of the board."
    targets: [BoardTarget!]!
    "The verdicts."
    verdicts(
      "Only these units."
      units: [ID!]
      "Only these targets."
      targets: [ID!]
      "Only these verdicts."
      kinds: [VerdictKind!]
    ): [Verdict!]
  }

  "A target as it judges a year."
  type BoardTarget {
    "The target."
    target: Target!
    "Number of the terms that judge the year."
    targetVersion: Int!
    "What is to be reached."
    goal: Goal!
    "False: it does not judge this year; its values are shown without a verdict."
    inForce: Boolean!
  }

  "How a unit stands to a target (đánh giá)."
  enum VerdictKind {
    "Reached (đạt)."
    MET
    "On track (đúng tiến độ)."
    ON_TRACK
    "At risk (có nguy cơ)."
    AT_RISK
    "Missed (không đạt)."
    MISSED
    "Not computable; always with reasons (không tính được)."
    NOT_COMPUTABLE
  }

  "Which of two values was judged."
  enum VerdictBasis {
    "The one a source published."
    PUBLISHED
    "The one the platform computes."
    COMPUTED
  }

  "How one unit stands to one target, with the value, the gap, the parts and the reasons (đánh giá)."
  type Verdict {
    "The target."
    target: Target!
    "The unit."
    unit: Unit!
    "The verdict."
    verdict: VerdictKind!
    "The value judged, in the target's unit of measure; null when there is none, never 0."
    value: Decimal
    "Beyond the threshold when positive, short of it when negative (khoảng cách)."
    gap: Decimal
    "The same in VND, for a budget share with known parts."
    gapVnd: Decimal
    "What the trajectory expected, when it was consulted."
    expected: Decimal
    "What judged: 2, or 2+1 for version 2 as raised by the province's first raise."
    targetVersion: String!
    "The goal that binds this unit."
    goal: Goal!
    "Which value was judged; null without any."
    basis: VerdictBasis
    "Where the value judged came from."
    origin: Origin
    "Its source (nguồn)."
    source: String
    "Its revision (lần sửa)."
    revision: Int
    "Sample data is in it."
    illustrative: Boolean!
    "Why it is not computable, or what to know about it."
    reasons: [Reason!]!
    "What a source published."
    published: PublishedValue
    "What the platform computes."
    computed: ComputedValue
  }

  "A value a source published; shown beside the computed one and never replaced by it."
  type PublishedValue {
    "The value."
    value: Decimal!
    "Period it is for."
    period: String!
    "The unit version the source speaks of."
    heldFor: Unit!
    "How it stands among all that was said about the same thing."
    standing: Standing!
    "Where it came from."
    origin: Origin!
    "Source."
    source: String!
    "Address of the source."
    sourceUrl: String
    "Remark."
    note: String
    "Revision."
    revision: Int!
    "The observation."
    observation: Observation
    "Made-up sample data."
    illustrative: Boolean!
    "The verdict on this value."
    verdict: VerdictKind!
    "Its gap."
    gap: Decimal
  }

  "A value the platform computes from what it holds."
  type ComputedValue {
    "The value, cut, not rounded, after twelve places."
    value: Decimal!
    "The money behind a budget share."
    budget: BudgetParts
    "The values it was made of."
    parts: [ValuePart!]!
    "Sample data is in it."
    illustrative: Boolean!
    "Something in it is an estimate."
    provisional: Boolean!
    "The verdict on this value."
    verdict: VerdictKind!
    "Its gap."
    gap: Decimal
    "Its gap in VND."
    gapVnd: Decimal
  }

  "The money behind a budget share, VND."
  type BudgetParts {
    "Form of the totals."
    form: String!
    "State money for digital transformation: the numerator."
    digitalTransformation: Decimal!
    "Total local budget expenditure of the same stage and form: the denominator."
    total: Decimal!
    "Money from outside the budget; shown, never counted."
    nonState: Decimal!
    "Money of lines that are not classified yet."
    unclassified: Decimal!
    "Budget lines in the numerator."
    lines: Int!
  }

  "A value that went into a computed one."
  type ValuePart {
    "What it measures."
    metric: Metric!
    "Whose it is."
    unit: Unit!
    "The value."
    value: Decimal!
    "Unit of measure."
    unitOfMeasure: String!
  }
`;
