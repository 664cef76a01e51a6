import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { cookieOf, needsServer, regionGraph, send, upstreamOf } from '../support/region.js';

const outcome = '__typename ... on Refused { reasons { code vi en field } }';
const city = '79@2025-07-01';
const project = `${city}/MAU-002`;
/** Another each time: what is so already is not recorded again. */
const percent = `${60 + (Date.now() % 1_000) / 100}`;
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

interface Outcome {
  readonly __typename: string;
  readonly version?: number;
  readonly replayed?: boolean;
  readonly reasons?: readonly { readonly code: string; readonly vi: string; readonly en: string; readonly field: string | null }[];
}

/** What a province's system does, with the key the region gave it. */
describe('A province’s system', needsServer, () => {
  let authorization = '';

  before(async () => {
    const rights = ['readShared', 'writeProjects', 'writeBudgets', 'enterFigures'];
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const cookie = await cookieOf('administrator');
    const made = await send('POST', '/api/v1/api-keys', { label: 'Graph', unit: city, rights, expiresAt }, { cookie });
    assert.equal(made.statusCode, 201, JSON.stringify(made.body));
    authorization = `Bearer ${(made.body as { secret: string }).secret}`;
  });

  const mutate = async (mutation: string, variables: Record<string, unknown> = {}) => {
    const answer = await regionGraph().ask(mutation, variables, { authorization });
    assert.deepEqual(answer.errors ?? [], []);
    return answer.data as Record<string, Outcome & Record<string, unknown>>;
  };

  const report = `mutation ($input: ReportProgressInput!) { reportProgress(input: $input) { ${outcome}
    ... on ProgressReported { version replayed project { percent disbursed reportedOn progressOrigin } } } }`;

  test('reports progress, which shows at once as connected; the same key again changes nothing', async () => {
    const before = (await regionGraph().ask(`{ project(id: "${project}") { version disbursed } }`, {}, { authorization })).data?.[
      'project'
    ] as {
      version: number;
      disbursed: string;
    };
    const input = {
      project,
      asOf: today,
      percent,
      disbursed: before.disbursed,
      correctionReason: 'Đối chiếu lại',
      idempotencyKey: randomUUID(),
      expectedVersion: before.version,
    };

    const { reportProgress: first } = await mutate(report, { input });
    const { reportProgress: second } = await mutate(report, { input });

    assert.deepEqual(first, {
      __typename: 'ProgressReported',
      version: before.version + 1,
      replayed: false,
      project: { percent, disbursed: before.disbursed, reportedOn: today, progressOrigin: 'CONNECTED' },
    });
    assert.deepEqual(second, { ...first, replayed: true });
  });

  test('is told every reason of a refusal with its code in both languages, and that what it saw is stale', async () => {
    const wrong = await mutate(report, { input: { project, asOf: today, percent: '100.001', disbursed: '1' } });
    const stale = await mutate(report, { input: { project, asOf: today, percent: '62', disbursed: '1', expectedVersion: 1 } });
    const nothing = await mutate(report, { input: { project: `${city}/NONE`, asOf: today, percent: '62', disbursed: '1' } });

    const codes = (one: typeof wrong) => one['reportProgress']?.reasons?.map(({ code }) => code);
    assert.deepEqual(codes(wrong)?.toSorted(), [
      'project.correction-reason-missing',
      'project.percent-out-of-range',
      'project.progress-shrinks',
    ]);
    assert.ok(wrong['reportProgress']?.reasons?.every(({ vi, en }) => vi.length > 10 && en.length > 10));
    assert.deepEqual(codes(stale), ['request.stale']);
    assert.deepEqual(codes(nothing), ['request.not-found']);
  });

  test('has several writes carried out in the order written; one that is not allowed leaves the others', async () => {
    const adjust = (alias: string, line: string, amount: string) =>
      `${alias}: adjustBudgetLine(input: { line: "${line}", amounts: [{ stage: SETTLED, amount: "${amount}", source: "Kho bạc" }], reason: "Đối chiếu" }) { ${outcome} ... on BudgetLineAdjusted { version line { amounts { stage amount origin source } } } }`;
    let answer: Awaited<ReturnType<ReturnType<typeof regionGraph>['ask']>> | undefined;
    const paths = await upstreamOf(async () => {
      answer = await regionGraph().ask(
        `mutation { ${adjust('a', `${city}/2026/MAU-001`, '1000000001')} ${adjust('b', '75@2026-04-30/2026/MAU-001', '1')} ${adjust('c', `${city}/2026/MAU-001`, '1000000002')} }`,
        {},
        { authorization },
      );
    });
    const data = answer?.data as unknown as Record<
      string,
      { version: number; line: { amounts: { stage: string; amount: string }[] } } | null
    >;

    assert.deepEqual(
      answer?.errors?.map(({ path, extensions }) => [path, extensions?.['code']]),
      [[['b'], 'access.other-province']],
    );
    assert.equal(data['b'], null);
    assert.equal(data['c']?.version, (data['a']?.version ?? 0) + 1);
    assert.deepEqual(
      data['c'].line.amounts.find(({ stage }) => stage === 'SETTLED'),
      { stage: 'SETTLED', amount: '1000000002', origin: 'CONNECTED', source: 'Kho bạc' },
    );
    assert.deepEqual(
      paths.filter((path) => path.endsWith('/adjust')).map((path) => path.slice('/api/v1/budget-lines/'.length)),
      [`${city}/2026/MAU-001/adjust`, '75@2026-04-30/2026/MAU-001/adjust', `${city}/2026/MAU-001/adjust`],
    );
  });

  test('enters a figure of a report, which needs its source', async () => {
    const period = `g${randomUUID().slice(0, 8)}`;
    const opened = await send(
      'POST',
      '/api/v1/periods',
      {
        id: period,
        titleVi: 'Kỳ thử',
        titleEn: 'Trial',
        start: '2026-10-15',
        end: '2026-11-14',
        dueWorkingDays: 2,
        illustrative: true,
        forms: [
          { id: 'DX-01', titleVi: 'Dịch vụ công', titleEn: 'Public services', metrics: [{ metric: 'online_public_services_total' }] },
        ],
        units: [city],
      },
      { cookie: await cookieOf('coordinator') },
    );
    assert.equal(opened.statusCode, 201, JSON.stringify(opened.body));
    const enter = `mutation ($source: String) { enterFigures(input: { report: "${period}/${city}", figures: [
      { metric: "online_public_services_total", unitOfMeasure: "services", value: "1923", source: $source }] }) { ${outcome}
      ... on FiguresEntered { report { state figuresGiven } figures { metric { id } value origin source state } } } }`;

    const without = await mutate(enter);
    const { enterFigures } = await mutate(enter, { source: 'Cổng dịch vụ công' });

    assert.equal(without['enterFigures']?.__typename, 'Refused');
    assert.deepEqual(enterFigures, {
      __typename: 'FiguresEntered',
      report: { state: 'DRAFT', figuresGiven: 1 },
      figures: [
        {
          metric: { id: 'online_public_services_total' },
          value: '1923',
          origin: 'CONNECTED',
          source: 'Cổng dịch vụ công',
          state: 'ENTERED',
        },
      ],
    });
  });

  test('cannot write to an address it makes up', async () => {
    for (const key of [`${city}/../x`, `${city}/a/b`, city, '']) {
      const answer = await regionGraph().ask(
        report,
        { input: { project: key, asOf: today, percent: '1', disbursed: '1' } },
        { authorization },
      );
      assert.equal(answer.errors?.[0]?.extensions?.['code'], 'request.parameter-unreadable', key);
    }
  });
});
