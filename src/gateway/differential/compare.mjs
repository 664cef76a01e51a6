// Runs generated operations through our engine and through Hive (both planners) over the same subgraphs; every difference is printed.
// node compare.mjs [operations] [seed]
import { isDeepStrictEqual } from 'node:util';
import { requestContext } from '../dist/src/engine/request-context.js';
import { generator } from './generate.mjs';
import { hive, ourEngine, serveSubgraphs } from './gateways.mjs';
import { definitions } from './subgraphs.mjs';

const [wanted, seed] = [Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 1)];
const graph = await serveSubgraphs(definitions);
const engine = ourEngine(graph.supergraphSdl, graph.served);
const others = [
    ['router-runtime', await hive(graph.supergraphSdl, true)],
    ['gateway-runtime', await hive(graph.supergraphSdl, false)],
];
const next = generator(engine.schema, seed);
const totals = { compared: 0, unusable: 0, 'router-runtime': 0, 'gateway-runtime': 0, 'both differ': 0 };

const reasons = [];
const plain = (value) => JSON.parse(JSON.stringify(value));
const failed = (errors) => (errors?.length ?? 0) > 0;

while (totals.compared < wanted) {
    const operation = next();
    const compiled = engine.get(operation.query);
    if (!compiled.ok) {
        // Two aliases collided, or a variable met a type it does not fit: not an operation of GraphQL.
        totals.unusable++;
        if (compiled.errors.some((e) => e.extensions.code === 'QUERY_PLAN_FAILED')) console.log('PLAN FAILED', operation.query);
        continue;
    }
    const ours = plain(await engine.run(compiled.operation, operation.variables, requestContext()));
    totals.compared++;
    const differing = [];
    for (const [name, gateway] of others) {
        const response = await gateway.fetch('http://gateway/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(operation),
        });
        const theirs = await response.json();
        if (isDeepStrictEqual(ours.data ?? null, theirs.data ?? null) && failed(ours.errors) === failed(theirs.errors)) continue;
        totals[name]++;
        reasons.push(
            `${name}: ${firstDifference(ours.data, theirs.data) ?? 'errors'} ${JSON.stringify(theirs.errors?.[0]?.message ?? ours.errors?.[0]?.message ?? 'no error')}`,
        );
        differing.push([name, theirs]);
    }
    if (differing.length < 2) continue;
    totals['both differ']++;
    console.log(
        'DIFFERENT',
        JSON.stringify(operation),
        '\n  ours',
        JSON.stringify(ours),
        ...differing.map(([name, theirs]) => `\n  ${name} ${JSON.stringify(theirs)}`),
    );
}
for (const reason of reasons) console.log(reason);
console.log(JSON.stringify(totals));
graph.close();
process.exit(totals['both differ'] === 0 ? 0 : 1);

function firstDifference(a, b, path = '') {
    if (isDeepStrictEqual(a, b)) return undefined;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return `${path} ours ${JSON.stringify(a)?.slice(0, 80)} theirs ${JSON.stringify(b)?.slice(0, 80)}`;
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
        const found = firstDifference(a[key], b[key], `${path}.${key}`);
        if (found !== undefined) return found;
    }
}
