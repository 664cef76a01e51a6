import { connectionTypes, pagingArguments } from '../common/shared-types.js';

export const periodSchema = /* GraphQL */ `
  extend type Query {
    "One reporting period by its id, such as 2026-11."
    period("Id." id: ID!): Period
    "Reporting periods, the latest first."
    periods(
      "Which periods."
      filter: PeriodFilter
      "Order; by last day, the latest first, when left out."
      orderBy: PeriodOrder
      ${pagingArguments}
    ): PeriodConnection
  }

  "What reports cover (kỳ báo cáo): any days, such as 15 October to 14 November; due in working days after the last."
  type Period implements Node @key(fields: "id") {
    "Id, such as 2026-11."
    id: ID!
    "Global id."
    nodeId: ID!
    "Title in Vietnamese."
    titleVi: String!
    "Title in English."
    titleEn: String!
    "First day."
    start: Date!
    "Last day."
    end: Date!
    "Period its figures are about, as observations name it."
    about: String!
    "Due date of units without an extension (hạn nộp)."
    due: Date!
    "Whether it takes figures."
    state: PeriodState!
    "When it was closed."
    closedAt: DateTime
    "Units that report."
    units: [Unit!]!
    "Metrics asked for, each once."
    metrics: [Metric!]!
    "Forms (biểu mẫu) with the metrics they ask for."
    forms: [ReportingForm!]!
    "Made-up sample data (minh họa)."
    illustrative: Boolean!
    "Version of the record."
    version: Int!
    "When it was opened."
    createdAt: DateTime!
    "When it last changed."
    updatedAt: DateTime!
  }

  "Whether a period takes figures."
  enum PeriodState {
    "Open: it does."
    OPEN
    "Closed: it does not."
    CLOSED
  }

  "A form of a reporting period (biểu mẫu)."
  type ReportingForm {
    "Id within the period, such as DX-01."
    id: ID!
    "Title in Vietnamese."
    titleVi: String!
    "Title in English."
    titleEn: String!
    "What it asks for."
    questions: [FormQuestion!]!
  }

  "A metric a form asks for."
  type FormQuestion {
    "The metric."
    metric: Metric!
    "Remark for those who fill it in."
    note: String
  }

  "Which periods. Conditions add up; values in a list are alternatives."
  input PeriodFilter {
    "Ids."
    ids: [ID!]
    "States."
    states: [PeriodState!]
    "Ends on or after this day."
    from: Date
    "Begins on or before this day."
    until: Date
    "Any of these units reports."
    units: [ID!]
    "Any of these metrics is asked for."
    metrics: [ID!]
    "Sample data or not."
    illustrative: Boolean
  }

  "Order of periods."
  input PeriodOrder {
    "By what."
    by: PeriodOrderField!
    "Which way."
    direction: OrderDirection = ASC
  }

  "What periods are ordered by."
  enum PeriodOrderField {
    "Id."
    ID
    "First day."
    START
    "Last day."
    END
    "Due date."
    DUE
    "Last change."
    UPDATED_AT
  }
  ${connectionTypes('Period', 'periods')}
`;
