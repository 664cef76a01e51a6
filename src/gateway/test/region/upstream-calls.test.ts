import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { requestContext } from '../../src/engine/request-context.js';
import { cookieOf, needsServer, regionGraph, upstreamOf } from '../support/region.js';

/** How many requests the API gets for a query must not depend on how many rows it has. */
const queries: Readonly<Record<string, { readonly query: string; readonly atMost: number }>> = {
  'projects with unit, province, budget lines, steps and linked projects': {
    atMost: 7,
    query: `query ($first: Int) { projects(first: $first) { totalCount nodes {
      name unit { name province { openYears } } budgetLines { label amounts { stage amount origin } } steps { code due } links { project { name unit { nameEn } } } } } }`,
  },
  'provinces with their units, fiscal years, totals and first projects': {
    atMost: 5,
    query: `query ($first: Int) { provinces(first: $first) { nodes {
      unit { name projects(first: 3, orderBy: { by: CEILING, direction: DESC }) { totalCount nodes { name } } } fiscalYears { year totals { stage amount } } } } }`,
  },
  // One request for the first communes on each of the days the units hold last: today and the ends of two former states.
  'units with what is above and below them, what they were and how they stand': {
    atMost: 10,
    query: `query ($first: Int) { units(first: $first, filter: { levels: [PROVINCE] }) { nodes {
      name parent { name } region { name } children(first: 2) { nodes { name } } predecessors { from { name } } verdicts(year: 2026) { verdict target { metric { name } } } } } }`,
  },
  'observations with metric, unit and province': {
    atMost: 4,
    query: `query ($first: Int) { observations(first: $first) { nodes { value metric { name numerator { name } } unit { name } province { name } } } }`,
  },
  'reports with period, unit, figures and their metrics': {
    atMost: 6,
    query: `query ($first: Int) { reports(first: $first) { nodes { state period { titleVi metrics { name } } unit { name } figures { value metric { name } } } } }`,
  },
  'targets with metric and raises': {
    atMost: 4,
    query: `query ($first: Int) { targets(first: $first) { nodes { metric { name } unit { name } raises { unit { name } } } } }`,
  },
  'targets with their versions and histories': {
    atMost: 3,
    query: `query ($first: Int) { targets(first: $first) { nodes { versions { number goal { threshold } trajectory { on } } history { type fact } } } }`,
  },
  'provinces with what they share': {
    atMost: 2,
    query: `query ($first: Int) { provinces(first: $first) { nodes { sharing { kind level setByProvince } } } }`,
  },
  'projects and their budget lines with the histories of both': {
    atMost: 4,
    query: `query ($first: Int) { projects(first: $first) { nodes { history(last: 5) { version at by type fact } budgetLines { history { type fact } } } } }`,
  },
  'observations with all their revisions': {
    atMost: 2,
    query: `query ($first: Int) { observations(first: $first) { nodes { value revisions { revision value supersededAt } } } }`,
  },
  'budget lines with their parts, parents and projects': {
    atMost: 5,
    query: `query ($first: Int) { budgetLines(first: $first) { nodes { label unit { name } parts { label } parent { label } project { name } } } }`,
  },
};

describe('Requests to the API', needsServer, () => {
  for (const [what, { query, atMost }] of Object.entries(queries)) {
    test(`stay as few for many rows as for three: ${what}`, async () => {
      const cookie = await cookieOf('coordinator');
      const asked = async (first: number) => {
        const region = regionGraph();
        const paths = await upstreamOf(async () => {
          const answer = await region.ask(query, { first }, { cookie });
          assert.deepEqual(answer.errors ?? [], []);
        });
        return paths;
      };

      const [few, many] = [await asked(3), await asked(50)];

      assert.ok(few.length <= atMost && many.length <= atMost, `${many.length} requests, ${atMost} are allowed:\n${many.join('\n')}`);
    });
  }

  test('are left out where only the key of a thing is asked for', async () => {
    const region = regionGraph();
    const cookie = await cookieOf('coordinator');

    const paths = await upstreamOf(() => region.ask('{ projects(first: 20) { nodes { name unit { id } } } }', {}, { cookie }));

    assert.equal(paths.length, 1);
  });

  test('keep apart what callers asked at the same time', async () => {
    const region = regionGraph();
    const [own, nobody] = await Promise.all([
      region.engine.subgraphs[0]?.exec(
        '{ projects(filter: { units: ["80@2025-07-01"] }) { totalCount } }',
        {},
        requestContext({ cookie: await cookieOf('79-reporter') }),
      ),
      region.engine.subgraphs[0]?.exec('{ projects(filter: { units: ["80@2025-07-01"] }) { totalCount } }', {}, requestContext()),
    ]);

    assert.deepEqual(
      [own?.data?.['projects'], nobody?.data?.['projects']].map((one) => (one as { totalCount: number }).totalCount > 0),
      [true, false],
    );
  });
});
