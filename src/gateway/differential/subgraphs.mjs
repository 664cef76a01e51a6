// Four small subgraphs that use most of Federation v2; data is a pure function of the arguments, so every gateway must answer the same.
const level = ['PROVINCE', 'COMMUNE'];
const hash = (text) => [...String(text)].reduce((h, c) => (h * 31 + c.charCodeAt(0)) % 9973, 7);
const unit = (id) => ({ __typename: 'Unit', id: String(id), name: `Unit ${id}`, level: level[hash(id) % 2], area: hash(id) / 8 });
const project = (id) => ({
    __typename: 'Project',
    id: String(id),
    title: hash(id) % 5 === 0 ? null : `Project ${id}`,
    ownerId: String(hash(id) % 20),
});
const some = (id, count) => Array.from({ length: count }, (_, i) => (hash(id) + i * 7) % 40);

export const definitions = [
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
                unit: (_, { id }) => (id === 'none' ? null : unit(id)),
                units: (_, { first, level: wanted }) =>
                    some('u', Math.min(first, 8))
                        .map(unit)
                        .filter((u) => !wanted || u.level === wanted),
                node: (_, { id }) => (String(id).startsWith('p') ? project(id) : unit(id)),
                search: (_, { text }) => some(text, 4).map((n, i) => (i === 3 ? null : i % 2 ? unit(n) : project(`p${n}`))),
            },
            Mutation: { rename: (_, { id, name }) => ({ ...unit(id), name }) },
            Node: { __resolveType: (v) => v.__typename },
            Hit: { __resolveType: (v) => v.__typename },
            Unit: { neighbours: (u, { first }) => (hash(u.id) % 6 === 0 ? null : some(u.id, Math.min(first ?? 2, 4)).map(unit)) },
            Project: { owner: (p) => unit(p.ownerId ?? project(p.id).ownerId) },
        },
        entities: { Unit: async (refs) => refs.map((r) => unit(r.id)), Project: async (refs) => refs.map((r) => project(r.id)) },
    },
    {
        name: 'projects',
        sdl: `type Query { project(id: ID!): Project projects(first: Int = 4): [Project!]! top: Work }
      interface Work { title: String size(scale: Int! = 1): Int! }
      type Project implements Work @key(fields: "id") { id: ID! title: String size(scale: Int! = 1): Int! budget: Budget lead: Person @provides(fields: "name") }
      type Task implements Work { title: String size(scale: Int! = 1): Int! project: Project }
      type Budget @shareable { vnd: Float stage: String }
      type Person @key(fields: "email") { email: ID! name: String @external }
      type Unit @key(fields: "id") { id: ID! projects(first: Int = 2): [Project!] biggest: Project }`,
        resolvers: {
            Query: {
                project: (_, { id }) => project(id),
                projects: (_, { first }) => some('p', Math.min(first ?? 4, 8)).map((n) => project(`p${n}`)),
                top: () => ({ __typename: 'Task', title: 'Top', id: 'p3' }),
            },
            Work: { __resolveType: (v) => v.__typename },
            Project: {
                size: (p, { scale }) => hash(p.id) * scale,
                title: (p) => project(p.id).title,
                budget: (p) => (hash(p.id) % 4 === 0 ? null : { vnd: hash(p.id) * 1000, stage: 'decided' }),
                lead: (p) => ({ email: `${hash(p.id) % 5}@x`, name: `Person ${hash(p.id) % 5}` }),
            },
            Task: { size: (_, { scale }) => scale, project: (t) => project(t.id) },
            Unit: {
                projects: (u, { first }) => some(u.id, Math.min(first ?? 2, 3)).map((n) => project(`p${n}`)),
                biggest: (u) => (hash(u.id) % 3 ? project(`p${u.id}`) : null),
            },
        },
        entities: { Project: async (refs) => refs.map((r) => project(r.id)), Unit: async (refs) => refs.map((r) => ({ id: r.id })) },
    },
    {
        name: 'people',
        sdl: `type Query { person(email: ID!): Person }
      type Mutation { greet(email: ID!): Person }
      type Person @key(fields: "email") @key(fields: "number") { email: ID! number: Int! name: String friends: [Person!] }
      type Project @key(fields: "id") { id: ID! budget: Budget @external rating: Float @requires(fields: "budget { vnd }") }
      type Budget { vnd: Float @external }`,
        resolvers: {
            Query: { person: (_, { email }) => person(email) },
            Mutation: { greet: (_, { email }) => person(email) },
            Person: { friends: (p) => some(p.email, 2).map((n) => person(`${n % 5}@x`)) },
            Project: { rating: (p) => (p.budget === null || p.budget === undefined ? -1 : p.budget.vnd / 2) },
        },
        entities: {
            Person: async (refs) => refs.map((r) => person(r.email ?? `${r.number}@x`)),
            Project: async (refs) => refs.map((r) => ({ ...r })),
        },
    },
    {
        name: 'hotline',
        sdl: `type Unit @key(fields: "id") { id: ID! openTickets(kind: Kind, weight: Weight): Int tickets(first: Int = 2): [Ticket!] }
      type Person @key(fields: "number") { number: Int! calls: Int }
      enum Kind { WATER ROAD }
      input Weight { factor: Int! = 2 kinds: [Kind!] }
      type Ticket { id: ID! text: String place: Unit reporter: Person }`,
        resolvers: {
            Unit: {
                openTickets: (u, { kind, weight }) => hash(u.id + (kind ?? '')) * (weight?.factor ?? 1) + (weight?.kinds?.length ?? 0),
                tickets: (u, { first }) =>
                    some(u.id, Math.min(first ?? 2, 3)).map((n) => ({
                        id: `t${n}`,
                        text: n % 3 ? `Ticket ${n}` : null,
                        place: { id: String(n) },
                        reporter: { number: n % 5 },
                    })),
            },
            Person: { calls: (p) => hash(p.number) },
        },
        entities: {
            Unit: async (refs) => refs.map((r) => ({ id: r.id })),
            Person: async (refs) => refs.map((r) => ({ number: r.number })),
        },
    },
];

function person(email) {
    const number = Number.parseInt(String(email), 10) || 0;
    return { __typename: 'Person', email: `${number}@x`, number, name: `Person ${number}` };
}
