import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cookieOf, needsServer, regionGraph, send } from '../support/region.js';

interface Change {
  readonly version: number;
  readonly type: string;
  readonly by: string;
  readonly fact: Readonly<Record<string, unknown>>;
}

const project = '79@2025-07-01/MAU-001';

describe('What happened to a thing', needsServer, () => {
  test('is told with its facts, the newest part of it and what came earlier', async () => {
    const cookie = await cookieOf('coordinator');
    const ask = async (args: string) => {
      const answer = await regionGraph().ask(
        `{ project(id: "${project}") { version history${args} { version type by fact } } }`,
        {},
        { cookie },
      );
      assert.deepEqual(answer.errors ?? [], []);
      return answer.data?.['project'] as { readonly version: number; readonly history: readonly Change[] };
    };

    const { version, history } = await ask('(last: 200)');
    assert.deepEqual(
      history.map((change) => change.version),
      Array.from({ length: version }, (_, i) => i + 1),
    );
    assert.deepEqual(
      history.slice(0, 1).map(({ type, fact }) => [type, typeof fact]),
      [['proposed', 'object']],
    );
    assert.deepEqual((await ask(`(last: 2, before: ${version})`)).history, history.slice(-3, -1));
  });

  test('is refused on that field to who may read the project and not its history', async () => {
    // The sample data opens the projects of this city to everybody.
    const answer = await regionGraph().ask(
      `{ project(id: "${project}") { name history { type } } province(id: "79@2025-07-01") { sharing { kind level setByProvince } } }`,
    );

    const data = answer.data as { project: { name: string; history: null }; province: { sharing: { kind: string }[] } };
    assert.ok(data.project.name.length > 0);
    assert.equal(data.project.history, null);
    assert.deepEqual(
      answer.errors?.map(({ path, extensions }) => [path, extensions?.['code']]),
      [[['project', 'history'], 'access.sign-in-needed']],
    );
    assert.deepEqual(
      data.province.sharing.find(({ kind }) => kind === 'PROJECTS'),
      { kind: 'PROJECTS', level: 'PUBLIC', setByProvince: true },
    );
  });

  test('can be asked for by reasonable numbers only', async () => {
    const answer = await regionGraph().ask('{ targets(first: 1) { nodes { history(last: 201) { type } } } }');

    assert.equal(answer.errors?.[0]?.extensions?.['code'], 'request.parameter-unreadable');
  });
});

describe('A target', needsServer, () => {
  test('shows each version with its trajectory', async () => {
    const cookie = await cookieOf('coordinator');
    const id = `versions-${Date.now()}`;
    const terms = (threshold: number, from: string) => ({
      goal: { direction: 'atLeast', threshold },
      due: { by: '2035-12-31' },
      legalSource: 'Nghị quyết thử',
      from,
      trajectory: [{ on: '2031-12-31', expected: threshold / 2 }],
    });
    const year = new Date().getFullYear();
    const set = {
      id,
      metric: 'dx_budget_share',
      scope: 'region',
      region: 'southeast',
      unitOfMeasure: 'percent',
      terms: terms(1, `${year}-01-01`),
    };
    const first = await send('POST', '/api/v1/targets', set, { cookie });
    assert.ok(first.statusCode < 300, JSON.stringify(first.body));
    const second = { terms: terms(2, `${year + 1}-01-01`), reason: 'Nghị quyết mới' };
    const changed = await send('POST', `/api/v1/targets/${id}/versions`, second, { cookie });
    assert.ok(changed.statusCode < 300, JSON.stringify(changed.body));

    const answer = await regionGraph().ask(
      `{ target(id: "${id}") { currentVersion versions { number goal { threshold } trajectory { on expected } reason } history { type } } }`,
    );

    assert.deepEqual(answer, {
      data: {
        target: {
          currentVersion: 2,
          versions: [
            { number: 1, goal: { threshold: '1' }, trajectory: [{ on: '2031-12-31', expected: '0.5' }], reason: null },
            { number: 2, goal: { threshold: '2' }, trajectory: [{ on: '2031-12-31', expected: '1' }], reason: 'Nghị quyết mới' },
          ],
          history: [{ type: 'target-set' }, { type: 'target-changed' }],
        },
      },
    });
  });
});

describe('An observation', needsServer, () => {
  test('leads to every revision of its value', async () => {
    const cookie = await cookieOf('79-reporter');
    const entry = (value: number) => ({
      title: 'Nhập tay',
      observations: [
        { metric: 'population', unit: '79@2025-07-01', period: '2041', value, unitOfMeasure: 'persons', source: 'Báo cáo thử' },
      ],
    });
    for (const value of [1, 2]) {
      const { statusCode, body } = await send('POST', '/api/v1/observations', entry(value), { cookie });
      assert.ok(statusCode < 300, JSON.stringify(body));
    }

    const answer = await regionGraph().ask(
      '{ observations(filter: { metrics: ["population"], periods: ["2041"] }) { nodes { value revisions { revision value } } } }',
    );

    const [now, ...more] = (answer.data?.['observations'] as { nodes: { value: string; revisions: { value: string }[] }[] }).nodes;
    assert.deepEqual([now?.value, more], ['2', []]);
    assert.deepEqual(
      now?.revisions.slice(-2).map(({ value }) => value),
      ['1', '2'],
    );
  });
});
