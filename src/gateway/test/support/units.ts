import { GraphQLError } from 'graphql';
import type { LocalSubgraphOptions } from '../../src/local/local-subgraph.js';

const names: Readonly<Record<string, string>> = { '75': 'Đồng Nai', '79': 'Thành phố Hồ Chí Minh', '80': 'Tây Ninh' };

/** Owns the units. */
export const units: LocalSubgraphOptions = {
  name: 'units',
  sdl: `
    type Query { unit(code: ID!): Unit units(first: Int = 10): [Unit!]! search(text: String!): [Hit] node(id: ID!): Node }
    type Mutation { rename(code: ID!, name: String!): Unit }
    type Subscription { unitChanged(code: ID!): Unit }
    interface Node { id: ID! }
    union Hit = Unit | Project
    enum Level { PROVINCE COMMUNE }
    type Unit implements Node @key(fields: "id") { id: ID! code: ID! name: String level: Level neighbours: [Unit!] }
    type Project implements Node @key(fields: "id") { id: ID! title: String owner: Unit }`,
  resolvers: {
    Query: {
      unit: (_, { code }: { code: string }) => unit(code),
      units: (_, { first }: { first: number }) => Object.keys(names).slice(0, first).map(unit),
      search: () => [unit('79'), { __typename: 'Project', id: 'p1', title: 'Kho dữ liệu', owner: unit('75') }],
      node: (_, { id }: { id: string }) => (id.startsWith('p') ? { __typename: 'Project', id, title: 'Kho dữ liệu' } : unit(id)),
    },
    Mutation: { rename: (_, { code, name }: { code: string; name: string }) => ({ ...unit(code), name }) },
    Subscription: {
      unitChanged: async function* (_: unknown, { code }: { code: string }) {
        for (const name of ['một', 'hai']) yield { ...unit(code), name };
      } as never,
    },
    Node: { __resolveType: (value: unknown) => (value as { __typename: string }).__typename },
    Hit: { __resolveType: (value: unknown) => (value as { __typename: string }).__typename },
    Unit: {
      neighbours: (u: { code: string }) =>
        Object.keys(names)
          .filter((code) => code !== u.code)
          .map(unit),
    },
  },
  entities: {
    Unit: async (references) => references.map((r) => unit(String(r['id']))),
    Project: async (references) => references.map((r) => ({ __typename: 'Project', id: r['id'], title: 'Kho dữ liệu' })),
  },
};

/** A province's system that adds to units. */
export const hotline: LocalSubgraphOptions = {
  name: 'hotline',
  sdl: `
    type Unit @key(fields: "id") { id: ID! openTickets(kind: String): Int tickets: [Ticket!] answered: Int secret: String }
    type Ticket { id: ID! text: String }
    type Mutation { closeTicket(id: ID!): Ticket }`,
  resolvers: {
    Unit: {
      openTickets: (u: { id: string }, { kind }: { kind?: string }) => Number(u.id) + (kind === undefined ? 0 : kind.length),
      tickets: (u: { id: string }) => [{ id: `${u.id}-1`, text: 'Đèn đường hỏng' }],
      secret: () => {
        throw new GraphQLError('Not yours to read.', { extensions: { code: 'FORBIDDEN' } });
      },
    },
    Mutation: { closeTicket: (_, { id }: { id: string }) => ({ id, text: 'xong' }) },
  },
  entities: { Unit: async (references) => references.map((r) => ({ id: r['id'] })) },
};

function unit(code: string): object | null {
  const name = names[code];
  return name === undefined ? null : { __typename: 'Unit', id: code, code, name, level: 'PROVINCE' };
}
