// Requests per second and CPU of our engine and of Hive over the same HTTP subgraphs, with another id in every request. The subgraphs run in a
// process of their own, so that their CPU is not counted. node --expose-gc bench.mjs [seconds]
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { requestContext } from '../dist/src/engine/request-context.js';
import { definitions } from '../dist/test/differential/subgraphs.js';
import { hive, ourEngine, serveSubgraphs } from './gateways.mjs';

let id = 0;

if (process.env.SUBGRAPHS === 'only') {
    const { served, supergraphSdl } = await serveSubgraphs(definitions);
    process.on('disconnect', () => process.exit());
    process.send({ served: served.map(({ name, sdl, url }) => ({ name, sdl, url })), supergraphSdl });
} else await measure();

async function measure() {
    const child = fork(new URL(import.meta.url), [], { env: { ...process.env, SUBGRAPHS: 'only' } });
    const { served, supergraphSdl } = await new Promise((resolve) => child.once('message', resolve));
    const seconds = Number(process.argv[2] ?? 4);
    const engine = ourEngine(supergraphSdl, served);
    const gateways = {
        'our engine': async (query, variables) => {
            const { operation } = engine.get(query);
            // The text is made and read as a server and its client would.
            return JSON.parse(JSON.stringify(await engine.run(operation, variables, requestContext())));
        },
        'Hive + router-runtime': await hive(supergraphSdl, true),
        'Hive gateway-runtime': await hive(supergraphSdl, false),
    };
    const operations = {
        'one subgraph': 'query($id: ID!) { unit(id: $id) { name level area } }',
        'join of three': 'query($id: ID!) { unit(id: $id) { name openTickets biggest { title size } } }',
        'join over a list': 'query($id: ID!) { unit(id: $id) { neighbours(first: 4) { name openTickets projects { title rating } } } }',
    };
    console.log(
        `${new Date().toISOString()} ${cpus()[0].model} x ${cpus().length}, Node ${process.version}, ${seconds} s each, 16 at once`,
    );
    for (const [what, query] of Object.entries(operations)) {
        for (const [name, ask] of Object.entries(gateways)) {
            await load(ask, query, 1);
            globalThis.gc?.();
            const { perSecond, cpuMs } = await load(ask, query, seconds);
            console.log(
                `${what} | ${name} | ${Math.round(perSecond)}/s | ${cpuMs.toFixed(2)} ms CPU each | ${Math.round(process.memoryUsage().rss / 1e6)} MB in this process`,
            );
        }
    }
    child.kill();
    process.exit(0);
}

async function load(ask, query, seconds) {
    const [until, cpu, started] = [performance.now() + seconds * 1000, process.cpuUsage(), performance.now()];
    let done = 0;
    const worker = async () => {
        while (performance.now() < until) {
            const answer = await ask(query, { id: String(id++) });
            if (answer.errors || !answer.data?.unit) throw new Error(JSON.stringify(answer).slice(0, 300));
            done++;
        }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    const used = process.cpuUsage(cpu);
    return { perSecond: done / ((performance.now() - started) / 1000), cpuMs: (used.user + used.system) / 1000 / done };
}
