import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cookieOf, needsServer, regionGraph } from '../support/region.js';

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const query = `query ($first: Int, $after: String, $last: Int, $before: String, $order: ProjectOrder, $filter: ProjectFilter) {
  projects(first: $first, after: $after, last: $last, before: $before, orderBy: $order, filter: $filter) {
    totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function page(variables: Record<string, unknown>): Promise<Page> {
  const answer = await regionGraph().ask(query, variables, { cookie: await cookieOf('coordinator') });
  assert.deepEqual(answer.errors ?? [], []);
  return answer.data?.['projects'] as Page;
}

const ids = (one: Page) => one.edges.map(({ node }) => node.id);

describe('A connection', needsServer, () => {
  for (const order of [undefined, { by: 'CEILING', direction: 'DESC' }, { by: 'HIGHEST_RISK', direction: 'ASC' }]) {
    test(`pages forwards and backwards through the same list, ordered by ${order?.by ?? 'nothing said'}`, async () => {
      const all = await page({ first: 100, order });
      assert.equal(all.totalCount, all.edges.length);

      const forwards: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const next: Page = await page({ first: 10, after, order });
        forwards.push(...ids(next));
        [after, more] = [next.pageInfo.endCursor, next.pageInfo.hasNextPage];
      }
      const backwards: string[] = [];
      for (let before: string | null = null, more = true; more;) {
        const next: Page = await page({ last: 10, before, order });
        backwards.unshift(...ids(next));
        [before, more] = [next.pageInfo.startCursor, next.pageInfo.hasPreviousPage];
      }

      assert.deepEqual(forwards, ids(all));
      assert.deepEqual(backwards, ids(all));
    });
  }

  test('starts behind any row of a page, not only its last', async () => {
    const all = await page({ first: 5 });
    const rest = await page({ first: 2, after: all.edges[1]?.cursor });

    assert.deepEqual(ids(rest), ids(all).slice(2, 4));
    assert.equal(rest.pageInfo.hasPreviousPage, true);
  });

  test('is filtered by several conditions at once, and by none of a list', async () => {
    const found = await page({ filter: { units: ['79@2025-07-01'], states: ['RUNNING', 'PAUSED'], ceilingAtLeast: '1' } });
    assert.ok(found.totalCount > 0);
    assert.ok(ids(found).every((id) => id.startsWith('79@2025-07-01/')));

    assert.equal((await page({ filter: { units: [] } })).totalCount, 0);
  });

  test('refuses arguments that contradict each other or ask for too much, with a code', async () => {
    const cookie = await cookieOf('coordinator');
    for (const variables of [
      { first: 0 },
      { first: 501 },
      { last: 501 },
      { first: 2, last: 2 },
      { before: 'x' },
      { after: 'x' },
      { filter: { units: ['a,b'] } },
    ]) {
      const answer = await regionGraph().ask(query, variables, { cookie });
      assert.equal(answer.errors?.[0]?.extensions?.['code'], 'request.parameter-unreadable', JSON.stringify(variables));
    }
  });

  test('below a parent is paged on by itself', async () => {
    const below = `query ($after: String) { unit(id: "79@2025-07-01") { children(first: 5, after: $after) { totalCount nodes { id } pageInfo { endCursor } } } }`;
    const ask = async (after: string | null) =>
      (
        (await regionGraph().ask(below, { after })).data?.['unit'] as {
          children: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string } };
        }
      ).children;
    const first = await ask(null);
    const second = await ask(first.pageInfo.endCursor);

    assert.equal(first.totalCount, 168);
    assert.equal(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size, 10);
  });
});
