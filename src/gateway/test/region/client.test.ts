import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { Client, fetchExchange, gql, type OperationResult } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { gatewayProcess, type GatewayProcess } from '../support/gateway-process.js';
import { cookieOf, needsServer, origin, send } from '../support/region.js';

const city = '79@2025-07-01';
const project = `${city}/MAU-002`;

interface Page {
  readonly projects: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** urql with its normalising cache, as a web page or a province's program uses it, before the gateway's own process. */
describe('A client of the ecosystem', needsServer, () => {
  let client: Client;
  let gateway: GatewayProcess | undefined;

  before(async () => {
    gateway = await gatewayProcess({ REGIONLINK_API: origin ?? '' });
    const key = {
      label: 'urql',
      unit: city,
      rights: ['readShared', 'writeProjects'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const made = await send('POST', '/api/v1/api-keys', key, { cookie: await cookieOf('administrator') });
    const described = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
    const { data: schema } = (await described.json()) as { readonly data: IntrospectionQuery };
    client = new Client({
      url: gateway.url.href,
      fetchSubscriptions: true,
      preferGetMethod: false,
      // Under Node, urql leaves a rejected promise behind when it aborts a request whose answer it already has.
      fetch: (input, init) => fetch(input, { ...init, signal: null }),
      exchanges: [
        cacheExchange({ schema, resolvers: { Query: { projects: relayPagination() } }, keys: { Change: () => null } }),
        fetchExchange,
      ],
      fetchOptions: { headers: { authorization: `Bearer ${(made.body as { secret: string }).secret}` } },
    });
  });

  after(() => gateway?.stop());

  const read = gql`
    query Read($id: ID!) {
      project(id: $id) {
        id
        percent
        disbursed
        version
      }
    }
  `;
  interface Read {
    readonly project: { readonly percent: string; readonly disbursed: string; readonly version: number };
  }

  test('queries, and finds what it has read in its cache', async () => {
    const first = data(await client.query<Read>(read, { id: project }).toPromise());
    const again = await client.query<Read>(read, { id: project }, { requestPolicy: 'cache-only' }).toPromise();
    assert.equal(typeof first.project.disbursed, 'string');
    assert.deepEqual(data(again).project, first.project);
  });

  test('walks a connection by its cursors to the end', async () => {
    const document = gql`
      query Pages($after: String) {
        projects(first: 2, after: $after) {
          totalCount
          nodes {
            id
            name
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `;
    let page = data(await client.query<Page>(document, { after: null }).toPromise()).projects;
    const { totalCount } = page;
    assert.ok(totalCount > 4, `${totalCount} projects`);
    while (page.pageInfo.hasNextPage) {
      const before = page.nodes.length;
      page = data(await client.query<Page>(document, { after: page.pageInfo.endCursor }).toPromise()).projects;
      assert.ok(page.nodes.length > before, 'the pages add up in the cache of the client');
    }
    assert.equal(new Set(page.nodes.map(({ id }) => id)).size, totalCount);
  });

  test('hears of its own mutation by a subscription, and sees its cache follow', async () => {
    const heard = new Promise<string>((resolve, reject) => {
      const changes = gql`
        subscription Changes($units: [ID!]) {
          projectChanges(units: $units) {
            change {
              id
              key
            }
          }
        }
      `;
      const patience = setTimeout(() => reject(new Error('No change was told.')), 180_000);
      // Ends with the gateway.
      client.subscription<{ projectChanges: { change: { key: string } } }>(changes, { units: [city] }).subscribe((told) => {
        if (told.data?.projectChanges.change.key !== project) return;
        clearTimeout(patience);
        resolve(told.data.projectChanges.change.key);
      });
    });
    const mutation = gql`
      mutation Report($input: ReportProgressInput!) {
        reportProgress(input: $input) {
          __typename
          ... on ProgressReported {
            project {
              id
              percent
              version
            }
          }
          ... on Refused {
            reasons {
              code
              en
            }
          }
        }
      }
    `;
    const state = { told: false };
    void heard.then(() => (state.told = true));
    // A subscription tells what comes after it began, and the client does not say when that is: report until one is heard.
    for (let tries = 0; !state.told && tries < 20; tries++) {
      const now = data(await client.query<Read>(read, { id: project }, { requestPolicy: 'network-only' }).toPromise()).project;
      const percent = `${20 + tries + (Date.now() % 100) / 100}`;
      const input = {
        project,
        asOf: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
        percent,
        disbursed: now.disbursed,
        correctionReason: 'Đối chiếu lại',
        idempotencyKey: randomUUID(),
        expectedVersion: now.version,
      };
      const done = data(await client.mutation<{ reportProgress: { __typename: string } }>(mutation, { input }).toPromise());
      assert.equal(done.reportProgress.__typename, 'ProgressReported', JSON.stringify(done));
      const cached = await client.query<Read>(read, { id: project }, { requestPolicy: 'cache-only' }).toPromise();
      assert.equal(Number(data(cached).project.percent), Number(percent));
      await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    }
    assert.equal(await heard, project);
  });
});

function data<T>(result: OperationResult<T>): T {
  assert.equal(result.error, undefined, result.error?.message);
  assert(result.data !== undefined);
  return result.data;
}
