const terms = /* GraphQL */ `
    "Repeating a write with the same key has no second effect and answers the first answer: 1 to 255 ASCII signs without space."
    idempotencyKey: String
    "The version the caller saw; when it has changed meanwhile the write is refused with request.stale."
    expectedVersion: Int
`;

const outcome = /* GraphQL */ `
    "Version after it."
    version: Int
    "Whether this is the answer to an earlier write with the same idempotency key."
    replayed: Boolean!
`;

export const writesSchema = /* GraphQL */ `
  type Mutation {
    "Report how far a project is. Sent with an API key its origin is CONNECTED. One report a day; replacing it, or going back behind an earlier one, needs a correction reason."
    reportProgress("The report." input: ReportProgressInput!): ReportProgressResult
    "Set amounts of a budget line. A stage that had an amount keeps it, with the reason, in its history."
    adjustBudgetLine("The amounts." input: AdjustBudgetLineInput!): AdjustBudgetLineResult
    "Give or change figures of a report; all are taken or none. Sent with an API key their origin is CONNECTED and they need a source."
    enterFigures("The figures." input: EnterFiguresInput!): EnterFiguresResult
  }

  "The world says no. Nothing was written."
  type Refused {
    "Every reason, each with a code that never changes its meaning."
    reasons: [Reason!]!
  }

  "How far a project is on a day (báo cáo tiến độ)."
  input ReportProgressInput {
    "Key of the project."
    project: ID!
    "The day the figures are of."
    asOf: Date!
    "Work done, 0 to 100, at most two decimals."
    percent: Decimal!
    "Paid out since the beginning, whole VND."
    disbursed: Decimal!
    "Work planned to that day."
    plannedPercent: Decimal
    "Disbursement planned to that day, whole VND."
    plannedDisbursed: Decimal
    "Needed when the project is slow."
    delayReasons: [DelayReason!]
    "Remark."
    note: String
    "Why an earlier report is replaced."
    correctionReason: String
    ${terms}
  }

  "What came of reporting progress."
  union ReportProgressResult = ProgressReported | Refused

  "The progress was recorded."
  type ProgressReported {
    "The project after it."
    project: Project!
    ${outcome}
  }

  "Amounts of a budget line."
  input AdjustBudgetLineInput {
    "Key of the line."
    line: ID!
    "The amounts, one for a stage."
    amounts: [StageAmountInput!]!
    "Why an amount that was there changes."
    reason: String
    "Why an amount is right that is about a thousand or a million times the old one."
    confirmScaleJump: String
    ${terms}
  }

  "An amount at a stage."
  input StageAmountInput {
    "The stage."
    stage: BudgetStage!
    "Whole VND."
    amount: Decimal!
    "Where it comes from; needed from a system."
    source: String
  }

  "What came of adjusting a line."
  union AdjustBudgetLineResult = BudgetLineAdjusted | Refused

  "The amounts were recorded."
  type BudgetLineAdjusted {
    "The line after it."
    line: BudgetLine!
    ${outcome}
  }

  "Figures of a report."
  input EnterFiguresInput {
    "Key of the report: period and unit."
    report: ID!
    "The figures."
    figures: [FigureInput!]!
    ${terms}
  }

  "One figure: a value, or the reason why there is no data."
  input FigureInput {
    "The metric."
    metric: ID!
    "Unit of measure, as the period asks it."
    unitOfMeasure: String!
    "The value; null when there is no data. No data is never 0."
    value: Decimal
    "Why there is no data."
    noDataReason: String
    "Where it comes from; needed from a system."
    source: String
    "Remark."
    note: String
    "Why a figure changes that was approved, sent back, computed or delivered."
    why: String
    "Why a value far off the unit’s history is right, when that is known beforehand."
    scaleAnswer: String
  }

  "What came of entering figures."
  union EnterFiguresResult = FiguresEntered | Refused

  "The figures were recorded."
  type FiguresEntered {
    "The report after it."
    report: Report!
    "All figures the report has now."
    figures: [Figure!]!
    ${outcome}
  }
`;
