import { createHash } from 'node:crypto';
import { Pool } from 'undici';
import type { FigureSource, Read, SystemFile } from '../config/system-file.js';
import { connectorOf } from '../connect-systems.js';
import { ConnectedSystem } from '../connected-system.js';
import type { PeriodDays } from '../connectors/connector.js';
import { LastGood } from '../last-good.js';
import { asFailure } from '../upstream/failure.js';
import { GuardedCalls } from '../upstream/guarded.js';
import type { Secrets } from '../upstream/secrets.js';
import type { Value } from '../values.js';
import { failureWords } from './failure-words.js';
import { figureDays } from './figure-days.js';

export interface PullOptions {
  /** RegionLink's API, without `/api/v1`. */
  readonly api: URL;
  readonly period: string;
  readonly secrets: Secrets;
  readonly say: (vi: string, en: string) => void;
}

interface Period {
  readonly illustrative: boolean;
  readonly about: string;
  readonly units: readonly { readonly unit: string }[];
  readonly forms: readonly { readonly metrics: readonly { readonly metric: string }[] }[];
}

interface Refusal {
  readonly code: string;
  readonly vi?: string;
  readonly en?: string;
}

/**
 * Reads the figures a system is the source of record for, now and from the system itself, and delivers them into the report with the
 * system's own API key. What may be delivered, and what becomes of a value that differs, the API decides. True when all went well.
 */
export async function pullFigures(system: SystemFile, options: PullOptions): Promise<boolean> {
  const { say } = options;
  const secret = system.deliverWith === undefined ? undefined : options.secrets(system.deliverWith);
  if (system.figures.length === 0) return true;
  if (secret === undefined) {
    say(`${system.id}: chưa có khóa API ${system.deliverWith ?? ''}.`, `${system.id}: API key ${system.deliverWith ?? ''} is not set.`);
    return false;
  }
  const api = new Pool(options.api.origin, { connections: 1, connect: { timeout: 3_000 }, headersTimeout: 15_000, bodyTimeout: 15_000 });
  try {
    const period = await readPeriod(api, options, secret);
    return period === undefined ? false : await deliver(system, period, api, secret, options);
  } catch (error) {
    const { vi, en } = failureWords[asFailure(error).kind];
    say(`RegionLink ${vi}`, `RegionLink ${en}`);
    return false;
  } finally {
    await api.destroy();
  }
}

async function deliver(system: SystemFile, period: Period, api: Pool, secret: string, options: PullOptions): Promise<boolean> {
  const { say } = options;
  const days = figureDays(period.about);
  const unit = period.units.find((u) => system.units.includes(u.unit))?.unit;
  if (system.illustrative && !period.illustrative) {
    say(
      `${system.id}: hệ thống minh hoạ không nộp số liệu vào kỳ báo cáo thật.`,
      `${system.id}: an illustrative system delivers nothing into a real report.`,
    );
    return false;
  }
  if (unit === undefined || days === undefined) {
    say(`${system.id}: kỳ ${options.period} không hỏi đơn vị này.`, `${system.id}: period ${options.period} does not ask this unit.`);
    return true;
  }
  const asked = new Set(period.forms.flatMap((form) => form.metrics.map((m) => m.metric)));
  const figures: string[] = [];
  let well = true;
  for (const figure of system.figures.filter((f) => asked.has(f.metric))) {
    const read = await readFigure(system, figure, unit, days, options);
    if (read === undefined) well = false;
    else figures.push(read);
  }
  if (figures.length === 0) return well;
  const path = `/api/v1/reports/${encodeURIComponent(options.period)}/${encodeURIComponent(unit)}/figures`;
  return (await put(api, path, `{"figures":[${figures.join(',')}]}`, secret, system, options)) && well;
}

/** One figure as JSON; digits exactly as the system gave them. */
async function readFigure(
  system: SystemFile,
  figure: FigureSource,
  unit: string,
  days: PeriodDays,
  options: PullOptions,
): Promise<string | undefined> {
  const read = system.reads.find((r) => r.list === undefined && r.fields.some((f) => f.name === figure.field));
  const field = read?.fields.find((f) => f.name === figure.field);
  if (read === undefined || field === undefined) return undefined;
  try {
    const value = await askOnce(system, read, unit, days, options.secrets, figure.field);
    if (value === undefined || value === null) {
      options.say(
        `${figure.metric}: hệ thống không có số liệu cho ${days.from} – ${days.to}; không nộp gì (không có số liệu không phải là 0).`,
        `${figure.metric}: the system has no value for ${days.from} – ${days.to}; nothing is delivered (no data is not 0).`,
      );
      return undefined;
    }
    options.say(`${figure.metric} = ${String(value)} ${field.unit ?? ''}`, `${figure.metric} = ${String(value)} ${field.unit ?? ''}`);
    // Without the time of reading: the same value again must be the same delivery.
    const source = `${system.name.vi} (${system.id}), ${figure.field}, ${days.from} – ${days.to}`;
    const texts = JSON.stringify({ metric: figure.metric, unitOfMeasure: field.unit, source }).slice(1, -1);
    return `{${texts},"value":${String(value)}}`;
  } catch (error) {
    const { vi, en } = failureWords[asFailure(error).kind];
    options.say(`${figure.metric}: ${system.name.vi} ${vi}`, `${figure.metric}: ${system.name.en} ${en}`);
    return undefined;
  }
}

/** From the system itself: a report is not filled from what is remembered. */
async function askOnce(
  system: SystemFile,
  read: Read,
  unit: string,
  days: PeriodDays,
  secrets: Secrets,
  name: string,
): Promise<Value | undefined> {
  const calls = new GuardedCalls(system.id, system.timeoutMs, system.atOnce);
  const connected = new ConnectedSystem(system, connectorOf(system, secrets), calls, new LastGood(undefined, 0));
  try {
    const [record] = await connected.ask(read, unit, days);
    return record?.[name];
  } finally {
    await connected.close();
  }
}

async function readPeriod(api: Pool, options: PullOptions, secret: string): Promise<Period | undefined> {
  const { statusCode, body } = await api.request({
    method: 'GET',
    path: `/api/v1/periods/${encodeURIComponent(options.period)}`,
    headers: { authorization: `Bearer ${secret}` },
  });
  const answer = await body.text();
  if (statusCode === 200) return JSON.parse(answer) as Period;
  sayRefusals(answer, statusCode, options);
  return undefined;
}

async function put(api: Pool, path: string, json: string, secret: string, system: SystemFile, options: PullOptions): Promise<boolean> {
  const key = createHash('sha256').update(`${path} ${json} ${new Date().toISOString()}`).digest('base64url').slice(0, 32);
  const { statusCode, body } = await api.request({
    method: 'PUT',
    path,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: json,
  });
  const answer = await body.text();
  if (statusCode !== 200) {
    sayRefusals(answer, statusCode, options);
    return false;
  }
  const { figures = [] } = JSON.parse(answer) as {
    readonly figures?: readonly { readonly metric: string; readonly difference?: object | null }[];
  };
  for (const { metric } of figures.filter(
    (f) => f.difference !== undefined && f.difference !== null && system.figures.some((own) => own.metric === f.metric),
  )) {
    options.say(
      `${metric}: khác với số đã có trong báo cáo; báo cáo giữ nguyên cho đến khi có người chấp nhận.`,
      `${metric}: differs from the report, which stays as it is until a person accepts the new value.`,
    );
  }
  return true;
}

function sayRefusals(answer: string, status: number, options: PullOptions): void {
  const problem = parsed(answer);
  const refusals = problem?.refusals ?? [];
  if (refusals.length === 0) options.say(`RegionLink từ chối (HTTP ${status}).`, `RegionLink refused (HTTP ${status}).`);
  for (const { code, vi, en } of refusals) options.say(vi ?? code, `${en ?? code} [${code}]`);
}

function parsed(text: string): { readonly refusals?: readonly Refusal[] } | undefined {
  try {
    return JSON.parse(text) as { readonly refusals?: readonly Refusal[] };
  } catch {
    return undefined;
  }
}
