import { connectionTypes, pagingArguments } from '../common/shared-types.js';

const listArguments = /* GraphQL */ `
  "Which lines."
  filter: BudgetLineFilter
  "Order; by key when left out."
  orderBy: BudgetLineOrder
  ${pagingArguments}
`;

const shareFields = /* GraphQL */ `
    "Fiscal year."
    year: Int!
    "Stage of both parts."
    stage: BudgetStage!
    "False when something is missing; see obstacles. Never shown as 0."
    computable: Boolean!
    "Form of the totals (biểu mẫu)."
    form: String
    "State money for digital transformation, from lines without parts, VND."
    numerator: Decimal
    "Total local budget expenditure of the same stage and form, VND."
    denominator: Decimal
    "The share in percent, cut after four digits, never rounded up to a floor."
    percent: Decimal
    "Floor it is compared with, percent."
    floorPercent: Decimal!
    "Whether the floor is reached, compared exactly: 0.9999 % is not 1 %."
    reached: Boolean
    "Smallest sum that would reach the floor (còn thiếu), VND; 0 when it is reached."
    gapVnd: Decimal
    "Percentage points below the floor; 0 when it is reached."
    gapPoints: Decimal
    "Money from outside the budget; shown, never counted, VND."
    nonState: Decimal
    "Money of lines that are not classified yet, VND."
    unclassified: Decimal
    "Budget lines in the numerator."
    lines: Int
    "Why it cannot be computed."
    obstacles: [BudgetShareObstacle!]!
    "Always computed."
    origin: Origin!
    "Sample data is in it."
    illustrative: Boolean!
`;

export const budgetSchema = /* GraphQL */ `
  extend type Query {
    "One budget line by its key, such as 79@2025-07-01/2026/12."
    budgetLine("Key: unit, fiscal year and number." id: ID!): BudgetLine
    "Budget lines the caller may read."
    budgetLines(${listArguments}): BudgetLineConnection
    "The part of a province's or region's budget that goes to digital transformation (tỷ lệ chi chuyển đổi số), exact, with its parts; null for an unknown unit."
    budgetShare(
      "Province or region."
      unit: ID!
      "Fiscal year."
      year: Int!
      "Stage; stages are never mixed."
      stage: BudgetStage!
      "Day whose boundaries count: the units of that day which the unit came from or became."
      boundary: Date
      "Floor to compare with, percent; 1 when left out (Law 148/2025/QH15, article 20.1)."
      floorPercent: Decimal
      "Form of the totals; chosen by rule when left out."
      form: String
      "Leaves sample data out."
      realOnly: Boolean
    ): BudgetShareAnswer
  }

  extend type Unit {
    "Budget lines of the unit."
    budgetLines(${listArguments}): BudgetLineConnection
  }

  extend type Project {
    "Budget lines that pay for it and the caller may read."
    budgetLines: [BudgetLine!]
  }

  "A line of a province's budget for digital transformation (dòng ngân sách)."
  type BudgetLine implements Node @key(fields: "id") {
    "Key: unit, fiscal year and number."
    id: ID!
    "Global id."
    nodeId: ID!
    "Whose budget."
    unit: Unit!
    "Fiscal year (năm ngân sách)."
    year: Int!
    "Number within the year."
    number: String!
    "Name of the line."
    label: String!
    "Project it pays for."
    project: Project
    "Line it is a part of. A line is never summed with its parts."
    parent: BudgetLine
    "Lines that are parts of it."
    parts: [BudgetLine!]
    "Has no parts: only such lines are summed."
    leaf: Boolean!
    "Whose money; non-state money is kept and shown and does not count."
    funding: FundingKind!
    "Activity of Law 148/2025/QH15, article 4; null while not classified."
    category: ActivityCategory
    "Whether it is money for digital transformation; null while not classified."
    digitalTransformation: Boolean
    "Ground of the classification (căn cứ)."
    ground: String
    "Spending floor it counts towards (mức sàn)."
    floor: SpendingFloor!
    "Amounts, one for each stage that is known."
    amounts: [StageAmount!]!
    "Why it was withdrawn; null while it stands."
    withdrawnBecause: String
    "Made-up sample data (minh họa)."
    illustrative: Boolean!
    "Version, for expectedVersion of mutations."
    version: Int!
    "When it was recorded."
    createdAt: DateTime!
    "When it last changed."
    updatedAt: DateTime!
  }

  "Spending floors of the law."
  enum SpendingFloor {
    "None."
    NONE
    "1 % for digital transformation."
    ONE_PERCENT
    "3 % for science, technology, innovation and digital transformation."
    THREE_PERCENT
    "Both."
    BOTH
  }

  "An amount of a budget line at a stage."
  type StageAmount {
    "The stage."
    stage: BudgetStage!
    "Amount, VND."
    amount: Decimal!
    "Where it came from."
    origin: Origin!
    "Its source, as the origin names it: file, sheet and cell; system."
    source: String
  }

  "A budget share, and how it was asked."
  type BudgetShareAnswer {
    "Unit asked about."
    unit: Unit!
    "Day whose boundaries count; null for the unit as it is named."
    boundary: Date
    "Whether the units summed hold exactly the territory asked about."
    sameTerritory: Boolean!
    "Units summed, sum by sum; never a mean of shares."
    units: [Unit!]!
    ${shareFields}
    "The share of every unit by itself."
    perUnit: [BudgetShare!]!
  }

  "The budget share of some units."
  type BudgetShare {
    "The units."
    units: [Unit!]!
    ${shareFields}
  }

  "Why a budget share cannot be computed."
  type BudgetShareObstacle {
    "Unit it lies with."
    unit: Unit!
    "What is missing."
    reason: Reason!
  }

  "Which budget lines. Conditions add up; values in a list are alternatives."
  input BudgetLineFilter {
    "Keys."
    ids: [ID!]
    "Keys of units."
    units: [ID!]
    "Fiscal years."
    years: [Int!]
    "Keys of projects."
    projects: [ID!]
    "Part of the name."
    labelContains: String
    "Whose money."
    funding: [FundingKind!]
    "Activities."
    categories: [ActivityCategory!]
    "Digital transformation or not."
    digitalTransformation: Boolean
    "Floors."
    floors: [SpendingFloor!]
    "Lines without parts only, or with parts only."
    leaf: Boolean
    "True: withdrawn lines; false: lines that stand."
    withdrawn: Boolean
    "Sample data or not."
    illustrative: Boolean
    "Changed at or after this moment."
    updatedSince: DateTime
  }

  "Order of budget lines."
  input BudgetLineOrder {
    "By what."
    by: BudgetLineOrderField!
    "Which way."
    direction: OrderDirection = ASC
  }

  "What budget lines are ordered by."
  enum BudgetLineOrderField {
    "Unit."
    UNIT
    "Fiscal year."
    YEAR
    "Number."
    NUMBER
  }
  ${connectionTypes('BudgetLine', 'budget lines')}
`;
