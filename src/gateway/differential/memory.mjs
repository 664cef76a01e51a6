// Memory while distinct operations arrive, each text seen once: what an attacker or a client that writes values into its documents does.
// node --expose-gc memory.mjs [operations]
import { requestContext } from '../dist/src/engine/request-context.js';
import { createEngine } from '../dist/src/engine/engine.js';
import { compose } from '../dist/src/compose/compose.js';
import { localSubgraph } from '../dist/src/local/local-subgraph.js';
import { definitions } from '../dist/test/differential/subgraphs.js';

const operations = Number(process.argv[2] ?? 100_000);
const subgraphs = definitions.map(localSubgraph);
const composed = compose(subgraphs);
if (!composed.ok) throw new Error(composed.problems.join('\n'));
const engine = createEngine(composed.supergraphSdl, subgraphs);

show(0);
for (let i = 1; i <= operations; i++) {
    const { ok, operation } = engine.get(
        `query Q${i}($id: ID!) { u${i}: unit(id: $id) { name t${i}: openTickets projects(first: 3) { title rating lead { calls } } } }`,
    );
    if (!ok) throw new Error('An operation was refused.');
    const answer = await engine.run(operation, { id: String(i % 50) }, requestContext());
    if (answer.errors || !answer.data?.[`u${i}`]) throw new Error(JSON.stringify(answer));
    if (i % (operations / 20) === 0) show(i);
}

function show(done) {
    globalThis.gc();
    const { heapUsed, rss } = process.memoryUsage();
    console.log(
        `${String(done).padStart(7)} operations: heap ${(heapUsed / 1e6).toFixed(0)} MB, resident ${(rss / 1e6).toFixed(0)} MB, ${engine.cache.size} kept`,
    );
}
