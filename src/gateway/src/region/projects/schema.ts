import { connectionTypes, pagingArguments } from '../common/shared-types.js';

const listArguments = /* GraphQL */ `
  "Which projects."
  filter: ProjectFilter
  "Order; by unit when left out."
  orderBy: ProjectOrder
  ${pagingArguments}
`;

export const projectSchema = /* GraphQL */ `
  extend type Query {
    "One project by its key, such as 79@2025-07-01/DA-2026-001; null when there is none or it is not for the caller."
    project("Key: unit and number." id: ID!): Project
    "Projects the caller may read."
    projects(${listArguments}): ProjectConnection
  }

  extend type Unit {
    "Projects of the unit."
    projects(${listArguments}): ProjectConnection
  }

  "A digital-transformation project of a province (dự án)."
  type Project implements Node @key(fields: "id") {
    "Key: unit and number, such as 79@2025-07-01/DA-2026-001."
    id: ID!
    "Global id."
    nodeId: ID!
    "The province it belongs to."
    unit: Unit!
    "Number within the province (mã dự án)."
    number: String!
    "Name."
    name: String!
    "Agency that runs it (chủ đầu tư)."
    ownerAgency: String!
    "Pillar of digital transformation."
    pillar: Pillar!
    "Activity of Law 148/2025/QH15, article 4."
    category: ActivityCategory!
    "How the money is spent (hình thức)."
    form: SpendingForm!
    "Decree it stands under (nghị định áp dụng)."
    regime: LegalRegime!
    "Ground for staying under an earlier decree."
    transitionalGround: String
    "What it is about."
    description: String
    "How far it has come (trạng thái)."
    state: ProjectState!
    "States it may come to from here."
    nextStates: [ProjectState!]
    "Every state it came to, oldest first."
    course: [ProjectStateChange!]
    "Where its money comes from."
    funding: [FundingSource!]
    "State money planned, VND."
    stateFunding: Decimal!
    "Money from outside the budget planned (xã hội hóa), VND."
    nonStateFunding: Decimal!
    "Approved ceiling (mức phê duyệt), VND; null before approval."
    ceiling: Decimal
    "Decision that approved it."
    decision: DocumentReference
    "Contracts signed, VND."
    committed: Decimal!
    "Paid out since the beginning (lũy kế giải ngân), VND; null before a report."
    disbursed: Decimal
    "Disbursement planned to the day reported, VND."
    plannedDisbursed: Decimal
    "Work done at the day reported, percent."
    percent: Decimal
    "Work planned to the day reported, percent."
    plannedPercent: Decimal
    "Day the progress figures are of."
    reportedOn: Date
    "Origin of the progress figures."
    progressOrigin: Origin
    "Reasons for delay at the day reported."
    delayReasons: [DelayReason!]!
    "Whether a required step is overdue today (trễ hạn)."
    late: Boolean!
    "Whether work or money lags behind its plan (chậm tiến độ)."
    slow: Boolean!
    "Earliest due date that has passed."
    overdueSince: Date
    "Next due date of a required step."
    nextDue: Date
    "Late and slow today with their grounds."
    timeliness: Timeliness
    "Day of the proposal."
    proposedOn: Date!
    "Day of approval."
    approvedOn: Date
    "Day work began."
    startedOn: Date
    "Day it was completed or cancelled."
    endedOn: Date
    "Last due date of the plan."
    plannedFinish: Date
    "Days all re-plannings together moved the end of the plan."
    slipDays: Int!
    "Steps of the plan (bước)."
    steps: [ProjectStep!]
    "Re-plannings, oldest first."
    baselines: [Baseline!]
    "Progress reports, one for each day reported, oldest first."
    progressReports: [ProgressReport!]
    "Contracts."
    commitments: [Commitment!]
    "Risks (rủi ro)."
    risks: [Risk!]
    "Risks that are open."
    openRisks: Int!
    "Highest level of an open risk, 1 to 25."
    highestRisk: Int
    "Projects it works with or builds on, declared by either side."
    links: [ProjectLink!]
    "Systems it builds on (hệ thống dùng lại)."
    systems: [String!]!
    "Made-up sample data (minh họa); never enters a published figure."
    illustrative: Boolean!
    "Version, for expectedVersion of mutations."
    version: Int!
    "When it was recorded."
    createdAt: DateTime!
    "When it last changed."
    updatedAt: DateTime!
  }

  "How a project spends its money."
  enum SpendingForm {
    "Investment project (dự án đầu tư)."
    INVESTMENT_PROJECT
    "Procurement (mua sắm)."
    PROCUREMENT
    "Service on the market (thuê dịch vụ có sẵn)."
    SERVICE_ON_MARKET
    "Service made to order (thuê dịch vụ theo yêu cầu riêng)."
    SERVICE_MADE_TO_ORDER
    "Trial development (phát triển thử nghiệm)."
    TRIAL_DEVELOPMENT
  }

  "Decrees on state-funded information-technology spending."
  enum LegalRegime {
    "Decree 73/2019/NĐ-CP."
    DECREE_73_2019
    "Decree 45/2026/NĐ-CP."
    DECREE_45_2026
    "Decree 224/2026/NĐ-CP."
    DECREE_224_2026
  }

  "How far a project has come."
  enum ProjectState {
    "Proposed (đề xuất)."
    PROPOSED
    "Approved (đã phê duyệt)."
    APPROVED
    "Running (đang thực hiện)."
    RUNNING
    "Paused (tạm dừng)."
    PAUSED
    "Done (hoàn thành)."
    DONE
    "Cancelled (hủy)."
    CANCELLED
  }

  "Why a project is delayed (nguyên nhân chậm)."
  enum DelayReason {
    "Procedures."
    PROCEDURES
    "Funding."
    FUNDING
    "Bidding."
    BIDDING
    "Contractor."
    CONTRACTOR
    "Staff."
    STAFF
    "Integration with other systems."
    INTEGRATION
    "Infrastructure."
    INFRASTRUCTURE
    "Change of law."
    LEGAL_CHANGE
    "Reorganisation of units or agencies."
    REORGANISATION
    "Change of scope."
    SCOPE_CHANGE
    "Force majeure."
    FORCE_MAJEURE
    "Another reason; see the note."
    OTHER
  }

  "Whose money it is."
  enum FundingKind {
    "State budget (ngân sách nhà nước)."
    STATE
    "Outside the budget (xã hội hóa); shown, never counted into the budget share."
    NON_STATE
  }

  "Where money of a project comes from."
  type FundingSource {
    "Whose money."
    kind: FundingKind!
    "Name of the source."
    name: String!
    "Amount, VND."
    amount: Decimal!
  }

  "A project came to a state."
  type ProjectStateChange {
    "The state."
    state: ProjectState!
    "The day."
    on: Date!
    "Why, when one was given."
    reason: String
    "Document behind it."
    document: DocumentReference
  }

  "Phases of a project."
  enum StepPhase {
    "Preparation (chuẩn bị)."
    PREPARATION
    "Implementation (thực hiện)."
    IMPLEMENTATION
    "Closing (kết thúc)."
    CLOSING
  }

  "A step of a project's plan."
  type ProjectStep {
    "Code within the project."
    code: String!
    "Name."
    name: String!
    "Phase."
    phase: StepPhase!
    "Whether lateness counts."
    required: Boolean!
    "Who is responsible."
    responsible: String
    "Present due date."
    due: Date!
    "Due date of the first plan."
    originalDue: Date!
    "Days between the two."
    slipDays: Int!
    "Day it was done."
    doneOn: Date
    "Document that shows it was done."
    document: String
    "Day it was skipped."
    skippedOn: Date
    "Why it was skipped."
    skipReason: String
  }

  "A re-planning with its authority (điều chỉnh kế hoạch); earlier dates stay known."
  type Baseline {
    "Number, from 2: the first plan is 1."
    number: Int!
    "Day it took effect."
    on: Date!
    "Why."
    reason: String!
    "Who decided."
    authority: String!
    "Decision."
    document: DocumentReference
    "Days it moved the end of the plan."
    slipDays: Int!
    "Due dates it moved."
    moves: [DueMove!]!
    "Codes of steps it added."
    addedSteps: [String!]!
  }

  "A due date that was moved."
  type DueMove {
    "Code of the step."
    step: String!
    "Before."
    oldDue: Date!
    "After."
    newDue: Date!
  }

  "How far a project was on a day (báo cáo tiến độ)."
  type ProgressReport {
    "Day the figures are of."
    asOf: Date!
    "Work done, percent."
    percent: Decimal!
    "Paid out since the beginning, VND."
    disbursed: Decimal!
    "Work planned to that day, percent."
    plannedPercent: Decimal
    "Disbursement planned to that day, VND."
    plannedDisbursed: Decimal
    "Reasons for delay."
    delayReasons: [DelayReason!]!
    "Remark."
    note: String
    "Where the figures came from."
    origin: Origin!
    "Why an earlier report was replaced."
    correctionReason: String
  }

  "A contract (hợp đồng)."
  type Commitment {
    "Reference printed on it."
    contract: String!
    "With whom."
    contractor: String!
    "Amount, VND."
    amount: Decimal!
    "Day of signature."
    on: Date!
  }

  "How a risk stands."
  enum RiskStatus {
    "Open."
    OPEN
    "Mitigated."
    MITIGATED
    "Closed."
    CLOSED
  }

  "A risk of a project."
  type Risk {
    "Code within the project."
    code: String!
    "What may happen."
    description: String!
    "Likelihood, 1 to 5."
    likelihood: Int!
    "Impact, 1 to 5."
    impact: Int!
    "Likelihood times impact, 1 to 25."
    level: Int!
    "How it stands."
    status: RiskStatus!
    "What is done about it."
    response: String
  }

  "Kinds of links between projects."
  enum LinkKind {
    "Carried out together (cùng thực hiện)."
    JOINT
    "Builds on what the other made (dùng lại)."
    REUSED_FROM
    "Looks alike but differs; the note says in what (khác vì)."
    DIFFERS_FROM
  }

  "A link between two projects."
  type ProjectLink {
    "Kind, as seen by the side that declared it."
    kind: LinkKind!
    "The other project; null when it is not for the caller."
    project: Project
    "Remark."
    note: String
    "Whether this project declared the link; otherwise the other one did."
    declaredHere: Boolean!
  }

  "Late and slow on a day, with the grounds."
  type Timeliness {
    "The day."
    asOf: Date!
    "A required step is overdue."
    late: Boolean!
    "Work or money lags behind."
    slow: Boolean!
    "Work lags behind its plan by more than is tolerated."
    workSlow: Boolean!
    "Disbursement lags behind its plan by more than is tolerated."
    moneySlow: Boolean!
    "Steps that are overdue."
    overdueSteps: [OverdueStep!]!
    "Next due date."
    nextDue: Date
    "Day of the latest progress report."
    reportedOn: Date
  }

  "A required step that is overdue."
  type OverdueStep {
    "Code."
    code: String!
    "Name."
    name: String!
    "When it was due."
    due: Date!
    "Days late."
    daysLate: Int!
  }

  "Which projects. Conditions add up; values in a list are alternatives."
  input ProjectFilter {
    "Keys."
    ids: [ID!]
    "Keys of units."
    units: [ID!]
    "Numbers."
    numbers: [String!]
    "Whole words of the name; tones count, their spelling and capitals do not."
    nameContains: String
    "Whole words of the owner agency."
    ownerAgencyContains: String
    "Pillars."
    pillars: [Pillar!]
    "Activities."
    categories: [ActivityCategory!]
    "Spending forms."
    forms: [SpendingForm!]
    "Decrees."
    regimes: [LegalRegime!]
    "States."
    states: [ProjectState!]
    "Late today."
    late: Boolean
    "Slow at the last report."
    slow: Boolean
    "Any of these reasons for delay."
    delayReasons: [DelayReason!]
    "Any of these systems is built on."
    systems: [String!]
    "Linked to any of these projects by a link it declared."
    linkedTo: [ID!]
    "Approved ceiling of at least this, VND."
    ceilingAtLeast: Decimal
    "Approved ceiling of at most this, VND."
    ceilingAtMost: Decimal
    "Highest open risk of at least this level."
    highestRiskAtLeast: Int
    "Next due date on or before this day."
    nextDueUntil: Date
    "Changed at or after this moment."
    updatedSince: DateTime
    "Sample data or not."
    illustrative: Boolean
  }

  "Order of projects."
  input ProjectOrder {
    "By what."
    by: ProjectOrderField!
    "Which way."
    direction: OrderDirection = ASC
  }

  "What projects are ordered by."
  enum ProjectOrderField {
    "Unit."
    UNIT
    "Number."
    NUMBER
    "Name."
    NAME
    "State."
    STATE
    "Approved ceiling."
    CEILING
    "Disbursed."
    DISBURSED
    "Work done."
    PERCENT
    "Earliest overdue due date."
    OVERDUE_SINCE
    "Next due date."
    NEXT_DUE
    "Planned finish."
    PLANNED_FINISH
    "Days slipped."
    SLIP_DAYS
    "Highest open risk."
    HIGHEST_RISK
    "Last change."
    UPDATED_AT
  }
  ${connectionTypes('Project', 'projects')}
`;
