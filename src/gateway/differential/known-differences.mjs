import { isDeepStrictEqual } from 'node:util';
import { Kind, parse, visit } from '../node_modules/graphql/index.js';
import { carriedOut, withoutPlaceholders } from './carried-out.mjs';

/**
 * Where Hive answers other than graphql-js over one schema, and so other than we do. Each was traced to a smallest operation; sections are
 * those of the GraphQL specification of October 2021. A difference outside these rules fails the comparison.
 */
const rules = [
    {
        gateway: 'router-runtime',
        // { unit(id: "1") { audited } } with a failing `audited: Boolean!` of another subgraph: { unit: {} }, [Unit!] becomes [null].
        name: 'a missing non-null value of an entity leaves its parent standing (6.4.4)',
        applies: ({ right, theirs }) => failed(right) && failed(theirs),
    },
    {
        gateway: 'router-runtime',
        // query($v: Boolean!) { units @skip(if: $v) { area } }: no `data`, or with @skip(if: true) "Failed to build a plan".
        name: 'no data when every root field is left out (7.1.1)',
        applies: ({ right }) => right.data !== null && Object.keys(right.data).length === 0,
    },
    {
        gateway: 'router-runtime',
        // query($e: ID!) { __typename ... { person(email: $e) { name } } }: { person: null } without an error. The subgraph was not asked.
        name: 'a fragment of the root beside __typename is not answered (6.3.2)',
        applies: ({ document, theirs }) => typenameBesideFragment(operationOf(document)) && !failed(theirs),
    },
    {
        gateway: 'router-runtime',
        // query($v: Boolean!) { ... @include(if: $v) { a: projects { rating } b: projects { rating } } }: "Failed to plan query". We plan it another way.
        name: 'a condition on a fragment of the root is not planned when its fields @require others (6.3.2)',
        applies: ({ theirs }) => theirs.errors?.some((e) => e.message.startsWith('Failed to plan query')) === true,
    },
    {
        gateway: 'router-runtime',
        // search { ... on Project @skip(if: $a) { owner @skip(if: $b) { audited } } } with $a: the plan asks for it all the same, and so did we.
        name: 'an error of a field that @skip left out is told (6.3.2)',
        applies: ({ right, theirs }) => isDeepStrictEqual(right.data, theirs.data) && !failed(right),
    },
    {
        gateway: 'gateway-runtime',
        // { project(id: "7") { lead { name @include(if: $v) } } }: the variable is not sent to the subgraph.
        name: 'a variable of @skip or @include is not sent on (6.4.1)',
        applies: ({ theirs }) => theirs.errors?.some((e) => e.message.includes('was not provided a runtime value')) === true,
    },
    {
        gateway: 'gateway-runtime',
        // { person(email: "4@x") { number @skip(if: $v) calls } }: the key follows the client's condition, and without it `calls` is null or,
        // as references look the same, of another entity; { budget { vnd @skip(if: $v) } rating } requires what it then does not have.
        name: "what an entity needs (keys, @requires) is left out by the client's @skip or @include",
        // Only where the same question with its conditions carried out beforehand is answered rightly: then nothing else is the cause.
        applies: async ({ document, query, variables, right, ask }) => {
            if (!conditionsIn(document)) return false;
            const theirs = await ask(carriedOut(query, variables), variables);
            return isDeepStrictEqual(withoutPlaceholders(theirs.data ?? null), right.data ?? null) && failed(theirs) === failed(right);
        },
    },
];

/**
 * The name of the first rule that fits, or undefined.
 * @param difference The question, both answers, and `ask` for asking that gateway again.
 */
export async function knownDifference(gateway, difference) {
    const document = parse(difference.query);
    for (const rule of rules) {
        if (rule.gateway === gateway && (await rule.applies({ ...difference, document }))) return rule.name;
    }
    return undefined;
}

function failed({ errors }) {
    return (errors?.length ?? 0) > 0;
}

function operationOf(document) {
    return document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
}

function typenameBesideFragment({ selectionSet: { selections } }) {
    return selections.some((s) => s.kind === Kind.FIELD && s.name.value === '__typename') && selections.some((s) => s.kind !== Kind.FIELD);
}

function conditionsIn(document) {
    let found = false;
    visit(document, { [Kind.DIRECTIVE]: () => void (found = true) });
    return found;
}
