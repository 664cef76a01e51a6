/** Types every feature uses. */
export const sharedTypes = /* GraphQL */ `
  "Exact decimal number as a string, such as \\"1500000000\\" or \\"0.97\\". Money is whole Vietnamese đồng."
  scalar Decimal

  "A day, yyyy-MM-dd."
  scalar Date

  "A moment, such as 2026-11-22T08:30:00Z."
  scalar DateTime

  "Anything with an id that is unique in the whole graph."
  interface Node {
    "Global id: pass it to node or nodes. Opaque; for the key that people and systems use, see id."
    nodeId: ID!
  }

  "Where a page of a connection lies in its list."
  type PageInfo @shareable {
    "Whether rows follow this page."
    hasNextPage: Boolean!
    "Whether rows precede this page."
    hasPreviousPage: Boolean!
    "Cursor of the first row; null when the page is empty."
    startCursor: String
    "Cursor of the last row; null when the page is empty."
    endCursor: String
  }

  "Which way a list is ordered."
  enum OrderDirection {
    "Smallest, earliest or first by alphabet first; what has no value last."
    ASC
    "Largest, latest or last by alphabet first; what has no value last."
    DESC
  }

  "Where a figure came from (nguồn gốc). Always kept, always shown."
  enum Origin {
    "Derived by the platform from what it holds."
    COMPUTED
    "Delivered by a connected system; nobody typed it."
    CONNECTED
    "Read from a file; the source names file, sheet and cell."
    IMPORTED
    "Typed by a person."
    ENTERED
  }

  "How far an amount of budget money has come (giai đoạn ngân sách). Stages are never mixed in a sum."
  enum BudgetStage {
    "Plan submitted to the People's Council (dự toán trình)."
    SUBMITTED
    "Plan decided by the People's Council (dự toán được quyết định)."
    DECIDED
    "Execution, disbursed (thực hiện, giải ngân)."
    EXECUTED
    "Settled account (quyết toán)."
    SETTLED
  }

  "The pillars of digital transformation (trụ cột)."
  enum Pillar {
    "Digital government (chính quyền số)."
    GOVERNMENT
    "Digital economy (kinh tế số)."
    ECONOMY
    "Digital society (xã hội số)."
    SOCIETY
  }

  "The twelve digital-transformation activities of Law 148/2025/QH15, article 4 (nhóm hoạt động)."
  enum ActivityCategory {
    "Strategy, plans, architecture, standards; statistics, monitoring, audit."
    A01
    "Digital infrastructure, platforms, software and databases."
    A02
    "Data: build, protect, govern, share, open, audit, rate."
    A03
    "Digitising information and processes; online public services."
    A04
    "Cybersecurity and data protection."
    A05
    "Research, pilots, controlled trials."
    A06
    "Training and digital skills."
    A07
    "Communication and user support."
    A08
    "Hiring experts, consulting and technical services."
    A09
    "Equipment; purchase, hiring and use of infrastructure, cloud, data, security and end devices."
    A10
    "Trial development of systems without precedent."
    A11
    "Other activities, as the Government provides."
    A12
  }

  "Why something cannot be done or computed: a code that never changes its meaning, and its texts."
  type Reason {
    "Stable code, feature.reason."
    code: String!
    "Text in Vietnamese."
    vi: String!
    "Text in English."
    en: String!
    "Field or argument it is about; null when it is about none."
    field: String
  }

  "A written decision or other document."
  type DocumentReference {
    "Number as printed on it, such as 12/QĐ-UBND."
    number: String!
    "Its date."
    date: Date!
  }

  type Query {
    "Anything by its global id; null when there is no such thing or it is not for the caller."
    node("Global id." nodeId: ID!): Node
    "The same for many, in the order asked; at most 500."
    nodes("Global ids." nodeIds: [ID!]!): [Node]!
  }
`;

/** The three types of a Relay connection. */
export function connectionTypes(type: string, rows: string): string {
  return /* GraphQL */ `
  "A page of ${rows}."
  type ${type}Connection {
    "The rows with their places."
    edges: [${type}Edge!]!
    "The rows alone."
    nodes: [${type}!]!
    "Where the page lies in the list."
    pageInfo: PageInfo!
    "All ${rows} the filter matches and the caller may read, on all pages. Counted only when asked for."
    totalCount: Int!
  }

  "A row of a list of ${rows}, with its place."
  type ${type}Edge {
    "Place of the row; for after and before."
    cursor: String!
    "The row."
    node: ${type}!
  }
  `;
}

/** The paging arguments of a connection. */
export const pagingArguments = /* GraphQL */ `
  "Rows of the page, 1 to 500; 50 when neither first nor last is given."
  first: Int
  "Start behind this cursor."
  after: String
  "Read from the end: this many rows."
  last: Int
  "End before this cursor; with last."
  before: String
`;
