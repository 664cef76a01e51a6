import { connectionTypes, pagingArguments } from '../common/shared-types.js';

export const provinceSchema = /* GraphQL */ `
  extend type Query {
    "A province as keeper of its budget, by the key of its unit; null when it keeps none here."
    province("Key of the unit." id: ID!): Province
    "Provinces that keep a budget here, also those that were merged since."
    provinces(
      "Only these."
      ids: [ID!]
      "Sample data or not."
      illustrative: Boolean
      ${pagingArguments}
    ): ProvinceConnection
  }

  extend type Unit {
    "The unit as keeper of a budget; null when it keeps none here."
    province: Province
  }

  "A province as keeper of its budget."
  type Province implements Node @key(fields: "id") {
    "Key of its unit, such as 79@2025-07-01."
    id: ID!
    "Global id."
    nodeId: ID!
    "The unit."
    unit: Unit!
    "Fiscal years that take changes."
    openYears: [Int!]!
    "Fiscal years that are closed (đã khóa sổ)."
    closedYears: [Int!]!
    "Fiscal years with their totals."
    fiscalYears("Only these years." years: [Int!]): [FiscalYear!]
    "Who may read its data, for every kind (mức chia sẻ)."
    sharing: [SharingSetting!]
    "Made-up sample data (minh họa) only."
    illustrative: Boolean!
    "Version of the record."
    version: Int!
    "When it was recorded."
    createdAt: DateTime!
    "When it last changed."
    updatedAt: DateTime!
  }

  "Who may read a kind of data of a province, besides itself and the ministry. Budget totals are public by law and are not among them."
  type SharingSetting {
    "Kind of data."
    kind: SharedKind!
    "Who may read it."
    level: SharingLevel!
    "Whether the province set it; otherwise it is what holds where a province says nothing."
    setByProvince: Boolean!
  }

  "Kinds of data a province shares (loại dữ liệu)."
  enum SharedKind {
    "Projects (dự án)."
    PROJECTS
    "Budget lines (dòng ngân sách)."
    BUDGET_LINES
    "Observations it entered itself (số liệu); published ones are public."
    OBSERVATIONS
    "Reports and their figures (báo cáo)."
    REPORTS
  }

  "Who may read it (mức chia sẻ)."
  enum SharingLevel {
    "Anybody, without signing in (công khai)."
    PUBLIC
    "Whoever is signed in: other provinces of the region, researchers, supervisors (trong vùng)."
    REGION
    "Nobody else (riêng)."
    PRIVATE
  }

  "A fiscal year of a province (năm ngân sách)."
  type FiscalYear {
    "The year."
    year: Int!
    "Whether it takes changes."
    open: Boolean!
    "Why it was opened again after closing."
    reopenedBecause: String
    "Total local budget expenditure (tổng chi ngân sách địa phương) by stage and form."
    totals: [BudgetTotal!]
    "Made-up sample data."
    illustrative: Boolean!
  }

  "Total local budget expenditure of a year at a stage, by a form: the denominator of the budget share."
  type BudgetTotal {
    "The stage."
    stage: BudgetStage!
    "Form it was published by (biểu mẫu)."
    form: String!
    "Amount, VND."
    amount: Decimal!
    "Where it came from."
    origin: Origin!
    "Its source."
    source: String!
    "Why an amount far off the neighbouring ones is right."
    scaleJumpConfirmed: String
    "Made-up sample data."
    illustrative: Boolean!
  }
  ${connectionTypes('Province', 'provinces')}
`;
