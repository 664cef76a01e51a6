import { createServer } from 'node:http';
import { Pool } from '../node_modules/undici/index.js';
import { compose } from '../dist/src/compose/compose.js';
import { createEngine } from '../dist/src/engine/engine.js';
import { requestContext } from '../dist/src/engine/request-context.js';
import { localSubgraph } from '../dist/src/local/local-subgraph.js';

/** Serves each subgraph over HTTP, so that every gateway reaches them the same way. */
export async function serveSubgraphs(definitions) {
    const served = [];
    for (const definition of definitions) {
        const local = localSubgraph(definition);
        const server = createServer(async (request, response) => {
            let body = '';
            for await (const chunk of request) body += chunk;
            const { query, variables } = JSON.parse(body);
            const result = await local
                .exec(query, variables ?? {}, requestContext())
                .catch((error) => ({ errors: [{ message: error.message }] }));
            response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
        });
        await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
        served.push({
            name: local.name,
            sdl: local.sdl,
            url: `http://127.0.0.1:${server.address().port}/`,
            close: () => (server.closeAllConnections(), server.close()),
        });
    }
    const composed = compose(served);
    if (!composed.ok) throw new Error(composed.problems.join('\n'));
    return { served, supergraphSdl: composed.supergraphSdl, close: () => served.forEach((s) => s.close()) };
}

/** Our engine over the same HTTP subgraphs. */
export function ourEngine(supergraphSdl, served) {
    const subgraphs = served.map(({ name, sdl, url }) => {
        const pool = new Pool(new URL(url).origin, { connections: 32 });
        return {
            name,
            sdl,
            close: () => pool.close(),
            async exec(query, variables) {
                const { body } = await pool.request({
                    method: 'POST',
                    path: '/',
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify({ query, variables }),
                });
                return body.json();
            },
        };
    });
    return createEngine(supergraphSdl, subgraphs, { limits: { tokens: 1e5, depth: 100, aliases: 1e4, fields: 1e5, listCost: 1e9 } });
}

/** Hive gateway-runtime, with the JavaScript planner or with router-runtime over the Rust planner. */
export async function hive(supergraphSdl, router) {
    const { createGatewayRuntime } = await import('@graphql-hive/gateway-runtime');
    const handler = router ? { unifiedGraphHandler: (await import('@graphql-hive/router-runtime')).unifiedGraphHandler } : {};
    const gateway = createGatewayRuntime({ supergraph: supergraphSdl, logging: false, maskedErrors: false, ...handler });
    return async (query, variables) => {
        const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) };
        return (await gateway.fetch('http://gateway/graphql', init)).json();
    };
}
