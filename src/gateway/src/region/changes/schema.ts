const following = /* GraphQL */ `
  "Only of these units."
  units: [ID!]
  "Go on after the change with this id, such as the last one seen; from now on when left out."
  after: ID
`;

export const changesSchema = /* GraphQL */ `
  type Subscription {
    "Everything that changes, as far as the caller may know of it. A change may be told twice after a lost connection, never left out."
    changes("Only these kinds." kinds: [ChangeKind!] ${following}): Change!
    "Changes of projects."
    projectChanges("Only these projects." projects: [ID!] ${following}): ProjectChange!
    "Changes of reports."
    reportChanges("Only of these periods." periods: [ID!] ${following}): ReportChange!
  }

  "Kinds of things that change."
  enum ChangeKind {
    "A project."
    PROJECT
    "A budget line."
    BUDGET_LINE
    "A province: its fiscal years, totals, sharing."
    PROVINCE
    "A target."
    TARGET
    "A reporting period."
    PERIOD
    "A report."
    REPORT
    "Which system delivers a figure."
    FIGURE_BINDING
    "Observations came in."
    OBSERVATION_BATCH
  }

  "Notice that something changed. Names what, never its content: ask for the content, with the rights of the caller."
  type Change {
    "Place in the log; pass it as after to go on behind it."
    id: ID!
    "Kind of thing."
    kind: ChangeKind!
    "Its key."
    key: ID!
    "Version it has since, or had then."
    version: Int!
    "What happened, by its stored name."
    type: String!
    "When."
    at: DateTime!
    "The thing as it is now; null when it has no type here or is not for the caller."
    subject: Node
  }

  "A project changed."
  type ProjectChange {
    "The notice."
    change: Change!
    "The project as it is now; null when it is not for the caller."
    project: Project
  }

  "A report changed."
  type ReportChange {
    "The notice."
    change: Change!
    "The report as it is now; null when it is not for the caller."
    report: Report
  }
`;
