import { connectionTypes, pagingArguments } from '../common/shared-types.js';

const terms = /* GraphQL */ `
    "What is to be reached."
    goal: Goal!
    "To be reached in every year from this one."
    everyYearFrom: Int
    "To be reached by this day."
    dueBy: Date
    "To be reached by the mean of the years from this one."
    meanFrom: Int
    "First day it is in force."
    validFrom: Date
    "Last day it is in force."
    validUntil: Date
    "Act it comes from (căn cứ)."
    legalSource: String!
    "Policy the region set itself, not law."
    proposed: Boolean!
    "What is expected on the way (lộ trình)."
    trajectory: [Milestone!]!
    "Remark."
    note: String
`;

export const targetSchema = /* GraphQL */ `
  extend type Query {
    "One target by its id, such as dx-budget-1pct-proposal."
    target("Id." id: ID!): Target
    "Targets of the country, the region and its provinces."
    targets(
      "Which targets."
      filter: TargetFilter
      "Order; by id when left out."
      orderBy: TargetOrder
      ${pagingArguments}
    ): TargetConnection
  }

  "What is to be reached by when, by which legal source (mục tiêu). Shown with the terms that hold now."
  type Target implements Node @key(fields: "id") {
    "Id."
    id: ID!
    "Global id."
    nodeId: ID!
    "What is measured."
    metric: Metric!
    "Whom it binds."
    scope: TargetScope!
    "The unit it binds, for scope UNIT."
    unit: Unit
    "Code of the region it binds, for scope REGION."
    regionCode: String
    "Unit of measure of the thresholds."
    unitOfMeasure: String!
    ${terms}
    "Number of the terms that hold now."
    currentVersion: Int!
    "Every version of its terms, oldest first; each holds for the periods it was in force."
    versions: [TargetVersion!]
    "Provinces that promised more."
    raises: [TargetRaise!]
    "Made-up sample data (minh họa)."
    illustrative: Boolean!
    "Version of the record."
    version: Int!
    "When it was recorded."
    createdAt: DateTime!
    "When it last changed."
    updatedAt: DateTime!
  }

  "What a target says for as long as a version of it is in force (phiên bản mục tiêu)."
  type TargetVersion {
    "Number, from 1."
    number: Int!
    ${terms}
    "Why it replaced the version before; null for the first."
    reason: String
    "Last day in force when it was ended early; null while it stands."
    endedOn: Date
    "Made-up sample data (minh họa)."
    illustrative: Boolean!
    "When it was set."
    setAt: DateTime!
  }

  "Whom a target binds (phạm vi)."
  enum TargetScope {
    "The country as a whole."
    NATIONAL
    "A region as a whole."
    REGION
    "Every province by itself."
    EACH_PROVINCE
    "Every commune by itself."
    EACH_COMMUNE
    "Every district by itself; until 2025-06-30."
    EACH_DISTRICT
    "One unit."
    UNIT
  }

  "How a value is compared with a threshold."
  enum GoalDirection {
    "At least the threshold."
    AT_LEAST
    "More than the threshold."
    MORE_THAN
    "At most the threshold."
    AT_MOST
    "Less than the threshold."
    LESS_THAN
    "Between the threshold and the upper one."
    BETWEEN
  }

  "A comparison to be passed."
  type Goal {
    "How it is compared."
    direction: GoalDirection!
    "Threshold, in the unit of measure of the target."
    threshold: Decimal!
    "Upper threshold, for BETWEEN."
    upper: Decimal
  }

  "A point of a trajectory."
  type Milestone {
    "The day."
    on: Date!
    "Value expected then."
    expected: Decimal!
  }

  "A province promised more than a target asks."
  type TargetRaise {
    "The province."
    unit: Unit!
    "Number of the raise within province and target."
    number: Int!
    "What it promised."
    goal: Goal!
    "From when."
    from: Date!
    "Act it comes from."
    legalSource: String!
    "Why it was taken back; null while it stands."
    cancelledBecause: String
    "Made-up sample data."
    illustrative: Boolean!
    "When it was recorded."
    raisedAt: DateTime!
  }

  "Which targets. Conditions add up; values in a list are alternatives."
  input TargetFilter {
    "Ids."
    ids: [ID!]
    "Metrics."
    metrics: [ID!]
    "Scopes."
    scopes: [TargetScope!]
    "Units bound by name."
    units: [ID!]
    "Codes of regions."
    regionCodes: [String!]
    "Part of the legal source."
    legalSourceContains: String
    "Set by the region itself, or by law."
    proposed: Boolean
    "Due on or before this day."
    dueUntil: Date
    "Sample data or not."
    illustrative: Boolean
  }

  "Order of targets."
  input TargetOrder {
    "By what."
    by: TargetOrderField!
    "Which way."
    direction: OrderDirection = ASC
  }

  "What targets are ordered by."
  enum TargetOrderField {
    "Id."
    ID
    "Metric."
    METRIC
    "Due date."
    DUE_BY
    "First day in force."
    VALID_FROM
    "Last change."
    UPDATED_AT
  }
  ${connectionTypes('Target', 'targets')}
`;
