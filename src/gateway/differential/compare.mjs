// Runs generated operations through our engine and through Hive (both planners) over the same HTTP subgraphs. graphql-js over the whole
// schema says who is right. Ends with 1 when ours is wrong once, or when Hive differs for a reason nobody has named in known-differences.mjs.
// node compare.mjs [operations] [seed] [--shrink]
import { isDeepStrictEqual } from 'node:util';
import { requestContext } from '../dist/src/engine/request-context.js';
import { explainedNulls } from '../dist/test/differential/explained-nulls.js';
import { generator } from '../dist/test/differential/generate.js';
import { judge } from '../dist/test/differential/judge.js';
import { definitions, whole } from '../dist/test/differential/subgraphs.js';
import { hive, ourEngine, serveSubgraphs } from './gateways.mjs';
import { knownDifference } from './known-differences.mjs';
import { shrink } from './shrink.mjs';

const [wanted, seed] = [Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 1)];
const shrinking = process.argv.includes('--shrink');
const graph = await serveSubgraphs(definitions);
const engine = ourEngine(graph.supergraphSdl, graph.served);
const others = { 'router-runtime': await hive(graph.supergraphSdl, true), 'gateway-runtime': await hive(graph.supergraphSdl, false) };
const reference = judge(engine.clientSdl, definitions, whole);
const next = generator(engine.schema, seed);
const totals = { compared: 0, oursWrong: 0, unexplained: 0, agree: {}, known: {} };

while (totals.compared < wanted) {
    const { query, variables } = next();
    const compiled = engine.get(query);
    if (!compiled.ok) {
        // Two fields collided: not an operation of GraphQL. Anything else is our fault.
        if (compiled.errors.some((e) => e.extensions.code !== 'GRAPHQL_VALIDATION_FAILED')) wrong(query, variables, compiled.errors);
        continue;
    }
    totals.compared++;
    const right = plain(await reference(query, variables));
    const ours = plain(await engine.run(compiled.operation, variables, requestContext()));
    if (!isDeepStrictEqual(ours.data, right.data) || !isDeepStrictEqual(explainedNulls(ours), explainedNulls(right))) {
        wrong(query, variables, ours, right);
    }
    for (const [name, ask] of Object.entries(others)) await compareWith(name, ask, query, variables, right);
}
console.log(JSON.stringify(totals, null, 2));
graph.close();
process.exit(totals.oursWrong + totals.unexplained === 0 ? 0 : 1);

async function compareWith(name, ask, query, variables, right) {
    const theirs = await ask(query, variables);
    if (!differs(theirs, right)) {
        totals.agree[name] = (totals.agree[name] ?? 0) + 1;
        return;
    }
    const known = await knownDifference(name, { query, variables, right, theirs, ask });
    if (known === undefined) totals.unexplained++;
    else totals.known[`${name}: ${known}`] = (totals.known[`${name}: ${known}`] ?? 0) + 1;
    if (known !== undefined && !shrinking) return;
    const still = async (smaller) =>
        engine.get(smaller).ok && differs(await ask(smaller, variables), plain(await reference(smaller, variables)));
    const smallest = shrinking ? await shrink(query, still) : query;
    console.log(`${name} (${known ?? 'UNEXPLAINED'}): ${smallest.replace(/\s+/g, ' ')}`, JSON.stringify(variables));
    console.log('    right', JSON.stringify(await reference(smallest, variables)));
    console.log('   theirs', JSON.stringify(await ask(smallest, variables)));
}

function wrong(query, variables, ours, right) {
    totals.oursWrong++;
    console.log(
        'OURS IS WRONG',
        JSON.stringify({ query, variables }),
        '\n   ours',
        JSON.stringify(ours),
        '\n   right',
        JSON.stringify(right),
    );
}

/** Hive words and places its errors in its own way: only whether there are any counts. */
function differs(theirs, right) {
    return !isDeepStrictEqual(theirs.data ?? null, right.data ?? null) || failed(theirs) !== failed(right);
}

function failed({ errors }) {
    return (errors?.length ?? 0) > 0;
}

function plain(value) {
    return JSON.parse(JSON.stringify(value));
}
