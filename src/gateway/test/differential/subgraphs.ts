import { GraphQLError } from 'graphql';
import type { LocalSubgraphOptions } from '../../src/local/local-subgraph.js';

interface Unit {
  readonly id: string;
}
interface Project {
  readonly id: string;
  readonly ownerId?: string;
}
interface Person {
  readonly email: string;
  readonly number: number;
}

/**
 * Four small subgraphs that use most of Federation v2, with fields that are null and fields that fail. The data is a pure function of the
 * arguments, so every way to run an operation must answer the same.
 */
export const definitions: readonly LocalSubgraphOptions[] = [
  {
    name: 'units',
    sdl: `type Query { unit(id: ID!): Unit units(first: Int! = 3, level: Level): [Unit!]! node(id: ID!): Node search(text: String!): [Hit] }
      type Mutation { rename(id: ID!, name: String!): Unit }
      interface Node { id: ID! }
      union Hit = Unit | Project
      enum Level { PROVINCE COMMUNE }
      type Unit implements Node @key(fields: "id") { id: ID! name: String level: Level area: Float neighbours(first: Int = 2): [Unit!] }
      type Project implements Node @key(fields: "id") { id: ID! owner: Unit }`,
    resolvers: {
      Query: {
        unit: (_, { id }: { id: string }) => (id === 'none' ? null : unit(id)),
        units: (_, { first, level }: { first: number; level?: string | null }) =>
          some('u', Math.min(first, 8))
            .map(unit)
            .filter((u) => level === undefined || level === null || u.level === level),
        node: (_, { id }: { id: string }) => (id.startsWith('p') ? project(id) : unit(id)),
        search: (_, { text }: { text: string }) => some(text, 4).map((n, i) => (i === 3 ? null : i % 2 === 1 ? unit(n) : project(`p${n}`))),
      },
      Mutation: { rename: (_, { id, name }: { id: string; name: string }) => ({ ...unit(id), name }) },
      Node: { __resolveType: typenameOf },
      Hit: { __resolveType: typenameOf },
      Unit: {
        neighbours: (u: Unit, { first }: { first?: number | null }) =>
          hash(u.id) % 6 === 0 ? null : some(u.id, Math.min(first ?? 2, 4)).map(unit),
      },
      Project: { owner: (p: Project) => unit(p.ownerId ?? project(p.id).ownerId) },
    },
    entities: { Unit: async (refs) => refs.map((r) => unit(r['id'])), Project: async (refs) => refs.map((r) => project(r['id'])) },
  },
  {
    name: 'projects',
    sdl: `type Query { project(id: ID!): Project projects(first: Int = 4): [Project!]! top: Work }
      interface Work { title: String size(scale: Int! = 1): Int! }
      type Project implements Work @key(fields: "id") { id: ID! title: String size(scale: Int! = 1): Int! budget: Budget lead: Person @provides(fields: "name") }
      type Task implements Work { title: String size(scale: Int! = 1): Int! project: Project }
      type Budget @shareable { vnd: Float stage: String }
      type Person @key(fields: "email") { email: ID! name: String @external }
      type Unit @key(fields: "id") { id: ID! projects(first: Int = 2): [Project!] biggest: Project audited: Boolean! }`,
    resolvers: {
      Query: {
        project: (_, { id }: { id: string }) => project(id),
        projects: (_, { first }: { first?: number | null }) => some('p', Math.min(first ?? 4, 8)).map((n) => project(`p${n}`)),
        top: () => ({ __typename: 'Task', title: 'Top', id: 'p3' }),
      },
      Work: { __resolveType: typenameOf },
      Project: {
        size: (p: Project, { scale }: { scale: number }) => hash(p.id) * scale,
        title: (p: Project) => project(p.id).title,
        budget: (p: Project) => budget(p.id),
        lead: (p: Project) => person(`${hash(p.id) % 5}@x`),
      },
      Task: { size: (_, { scale }: { scale: number }) => scale, project: (t: Project) => project(t.id) },
      Unit: {
        projects: (u: Unit, { first }: { first?: number | null }) => some(u.id, Math.min(first ?? 2, 3)).map((n) => project(`p${n}`)),
        biggest: (u: Unit) => (hash(u.id) % 3 === 0 ? null : project(`p${u.id}`)),
        audited: (u: Unit) => (hash(u.id) % 7 === 0 ? failed('No audit.') : hash(u.id) % 2 === 0),
      },
    },
    entities: {
      Project: async (refs) => refs.map((r) => project(r['id'])),
      Unit: async (refs) => refs.map((r) => ({ id: r['id'] })),
      Person: async (refs) => refs.map((r) => ({ email: r['email'] })),
    },
  },
  {
    name: 'people',
    sdl: `type Query { person(email: ID!): Person }
      type Mutation { greet(email: ID!): Person }
      type Person @key(fields: "email") @key(fields: "number") { email: ID! number: Int! name: String friends: [Person!] }
      type Project @key(fields: "id") { id: ID! budget: Budget @external rating: Float @requires(fields: "budget { vnd }") }
      type Budget { vnd: Float @external }`,
    resolvers: {
      Query: { person: (_, { email }: { email: string }) => person(email) },
      Mutation: { greet: (_, { email }: { email: string }) => person(email) },
      Person: { friends: (p: Person) => some(p.email, 2).map((n) => person(`${n % 5}@x`)) },
      Project: { rating: (p: { budget?: { vnd: number } | null }) => rating(p.budget) },
    },
    entities: {
      Person: async (refs) => refs.map((r) => personBy(r)),
      Project: async (refs) => refs.map((r) => ({ ...r })),
    },
  },
  {
    name: 'hotline',
    sdl: `type Unit @key(fields: "id") { id: ID! openTickets(kind: Kind, weight: Weight): Int tickets(first: Int = 2): [Ticket!] }
      type Person @key(fields: "number") { number: Int! calls: Int }
      enum Kind { WATER ROAD }
      input Weight { factor: Int! = 2 kinds: [Kind!] }
      type Ticket { id: ID! text: String solved: Boolean! answer: String place: Unit reporter: Person }`,
    resolvers: {
      Unit: {
        openTickets: (
          u: Unit,
          { kind, weight }: { kind?: string | null; weight?: { factor: number; kinds?: readonly string[] | null } | null },
        ) => hash(u.id + (kind ?? '')) * (weight?.factor ?? 1) + (weight?.kinds?.length ?? 0),
        tickets: (u: Unit, { first }: { first?: number | null }) => some(u.id, Math.min(first ?? 2, 3)).map(ticket),
      },
      Ticket: {
        solved: (t: { n: number }) => (t.n % 9 === 0 ? failed('Not known.') : t.n % 2 === 0),
        answer: (t: { n: number }) => (t.n % 4 === 0 ? failed('Not readable.') : `Answer ${t.n}`),
      },
      Person: { calls: (p: Person) => hash(p.number) },
    },
    entities: {
      Unit: async (refs) => refs.map((r) => ({ id: r['id'] })),
      Person: async (refs) => refs.map((r) => ({ number: r['number'] })),
    },
  },
];

/** What every subgraph knows of an entity together, for running the whole graph as one schema. */
export const whole: Readonly<Record<string, (reference: Readonly<Record<string, unknown>>) => object>> = {
  Unit: (r) => unit(r['id']),
  Project: (r) => ({ ...project(r['id']), rating: rating(budget(String(r['id']))) }),
  Person: (r) => personBy(r),
};

function hash(value: unknown): number {
  return Buffer.from(String(value)).reduce((h, byte) => (h * 31 + byte) % 9973, 7);
}

function some(seed: string, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (hash(seed) + i * 7) % 40);
}

function unit(id: unknown) {
  return {
    __typename: 'Unit',
    id: String(id),
    name: `Unit ${String(id)}`,
    level: hash(id) % 2 === 0 ? 'PROVINCE' : 'COMMUNE',
    area: hash(id) / 8,
  };
}

function project(id: unknown) {
  return {
    __typename: 'Project',
    id: String(id),
    title: hash(id) % 5 === 0 ? null : `Project ${String(id)}`,
    ownerId: String(hash(id) % 20),
  };
}

function budget(projectId: string) {
  return hash(projectId) % 4 === 0 ? null : { vnd: hash(projectId) * 1000, stage: 'decided' };
}

function rating(of: { readonly vnd: number } | null | undefined): number {
  return of === null || of === undefined ? -1 : of.vnd / 2;
}

function person(email: string) {
  const number = Number.parseInt(email, 10) || 0;
  return { __typename: 'Person', email: `${number}@x`, number, name: `Person ${number}` };
}

function personBy({ email, number }: Readonly<Record<string, unknown>>) {
  return person(typeof email === 'string' ? email : `${Number(number)}@x`);
}

function ticket(n: number) {
  return { n, id: `t${n}`, text: n % 3 === 0 ? null : `Ticket ${n}`, place: { id: String(n) }, reporter: { number: n % 5 } };
}

function typenameOf(value: unknown): string {
  return (value as { readonly __typename: string }).__typename;
}

function failed(message: string): never {
  throw new GraphQLError(message);
}
