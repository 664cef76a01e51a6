const history = (of: string) => /* GraphQL */ `
  extend type ${of} {
    "What happened to it, oldest first, as far as the caller may read it (lịch sử thay đổi)."
    history(
      "So many of the newest changes, 1 to 200."
      last: Int = 50
      "Only changes before this version: pass the version of the first one to read what came earlier."
      before: Int
    ): [RecordedChange!]
  }
`;

export const historySchema = /* GraphQL */ `
  "JSON as it is stored: an object. Whole numbers of more than 15 digits are strings, so that no client rounds them."
  scalar Json

  "A recorded fact. Nothing recorded is ever altered; a correction is another fact."
  type RecordedChange {
    "Version the thing has since."
    version: Int!
    "When it was recorded."
    at: DateTime!
    "Who recorded it, as kind and identifier such as user:79-reporter; never a person's name."
    by: String!
    "What happened, by its stored name, such as progressReported or amount-adjusted; names never change their meaning."
    type: String!
    "The fact with everything it says: old and new amounts, reasons, documents."
    fact: Json!
  }
  ${['Project', 'BudgetLine', 'Target'].map(history).join('\n')}
`;
