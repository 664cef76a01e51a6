import { parse, print, Kind, OperationTypeNode, type DocumentNode, type FieldNode, type GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../engine/request-context.js';
import type { Subgraph, SubgraphResult } from '../engine/subgraph.js';
import { Lru } from '../engine/lru.js';
import { mayRead, type Callers } from './callers.js';
import type { SystemFile } from './config/system-file.js';
import { jsonOf } from './connectors/records.js';
import { ownReferences } from './foreign-references.js';
import type { LastGood } from './last-good.js';
import { asFailure, SystemFailure } from './upstream/failure.js';
import type { GuardedCalls } from './upstream/guarded.js';
import { HttpDoor } from './upstream/http-door.js';
import type { Secrets } from './upstream/secrets.js';

/** The value of one root field, or of one entity of `_entities`. */
type Part = { readonly v: unknown };
type Variables = Readonly<Record<string, unknown>>;

const reserveMs = 250;
const emptyObject = Object.freeze({});

/**
 * A province's own Federation v2 server. Its answers are kept by root field, those of `_entities` by reference, so that what was once seen
 * can be answered again when the server is away. Its error messages are not passed on: nobody checked what stands in them.
 */
export function foreignSubgraph(
  file: SystemFile,
  calls: GuardedCalls,
  lastGood: LastGood<Part>,
  callers: Callers,
  secrets: Secrets,
): Subgraph {
  const credential = file.forwardCaller ? undefined : file.credential;
  const door = new HttpDoor(file.address, file.atOnce, credential, secrets);
  const layouts = new Lru<string, Layout>(2_000);
  const layoutOf = (document: string): Layout => {
    const known = layouts.get(document) ?? layout(parse(document));
    layouts.set(document, known);
    return known;
  };

  async function send(document: string, variables: Variables, context: RequestContext): Promise<SubgraphResult> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...(context.traceparent === undefined ? {} : { traceparent: context.traceparent }),
      ...(file.forwardCaller && context.authorization !== undefined ? { authorization: context.authorization } : {}),
    };
    const body = JSON.stringify({ query: document, variables });
    const text = await calls.run((signal) => door.call({ method: 'POST', path: file.address.pathname, headers, body }, signal));
    return checked(jsonOf(text));
  }

  return {
    name: file.id,
    sdl: file.sdl ?? '',
    async exec(document, asked, context) {
      const plan = layoutOf(document);
      const own = ownReferences(file.units, entityLists(plan), asked);
      if (own.none && plan.roots.every((root) => root.representations !== undefined)) return own.restore({ data: {} });
      if (!mayRead(file, await callers(context))) return withoutData('system.not-readable', file);
      return own.restore(await answer(document, plan, own.variables, context));
    },
    close: () => {
      lastGood.flush();
      return door.close();
    },
  };

  async function answer(document: string, plan: Layout, variables: Variables, context: RequestContext): Promise<SubgraphResult> {
    const started = performance.now();
    const report = (state: 'live' | 'last-good' | 'unavailable', ageSeconds: number | null): void =>
      context.sources.add({ system: file.id, state, latencyMs: Math.round(performance.now() - started), ageSeconds });
    try {
      const sent = send(document, variables, context);
      sent.catch(() => undefined);
      const result = await soonEnough(sent, context);
      report('live', 0);
      if (plan.query && !file.forwardCaller && result.errors === undefined) keep(plan, variables, result, lastGood);
      return result.errors === undefined ? result : { ...result, errors: result.errors.map((error) => masked(error, file)) };
    } catch (error) {
      const reason = asFailure(error).kind;
      const remembered = plan.query && !file.forwardCaller ? recall(plan, variables, lastGood) : undefined;
      if (remembered === undefined) {
        report('unavailable', null);
        return withoutData('system.unavailable', file, reason);
      }
      report(remembered.complete ? 'last-good' : 'unavailable', Math.round((Date.now() - remembered.oldest) / 1000));
      return remembered.complete
        ? { data: remembered.data }
        : { data: remembered.data, ...pickErrors(withoutData('system.unavailable', file, reason)) };
    }
  }
}

/** What a document asks at its root. */
interface Layout {
  readonly query: boolean;
  readonly roots: readonly { readonly name: string; readonly text: string; readonly representations: string | undefined }[];
}

function entityLists({ roots }: Layout): readonly { readonly name: string; readonly variable: string }[] {
  return roots.flatMap(({ name, representations }) => (representations === undefined ? [] : [{ name, variable: representations }]));
}

function layout(document: DocumentNode): Layout {
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions
    .filter((d) => d.kind === Kind.FRAGMENT_DEFINITION)
    .map((d) => print(d))
    .join('');
  const fields = (operation?.selectionSet.selections ?? []).filter((s): s is FieldNode => s.kind === Kind.FIELD);
  const plain = fields.length === operation?.selectionSet.selections.length;
  return {
    query: operation?.operation === OperationTypeNode.QUERY && plain,
    roots: fields.map((field) => {
      const argument = field.name.value === '_entities' ? field.arguments?.[0]?.value : undefined;
      return {
        name: field.alias?.value ?? field.name.value,
        text: print(field) + fragments,
        representations: argument?.kind === Kind.VARIABLE ? argument.name.value : undefined,
      };
    }),
  };
}

/** Keys of the parts of a root field; for entities one per reference. */
function partKeys(root: Layout['roots'][number], variables: Variables): readonly string[] {
  const list = root.representations === undefined ? undefined : variables[root.representations];
  const others = Object.entries(variables).filter(([name]) => name !== root.representations);
  const base = `${root.text} ${JSON.stringify(others)}`;
  return Array.isArray(list) ? list.map((reference) => `${base} ${JSON.stringify(reference)}`) : [base];
}

function keep(plan: Layout, variables: Variables, result: SubgraphResult, lastGood: LastGood<Part>): void {
  const now = Date.now();
  for (const root of plan.roots) {
    const value = result.data?.[root.name];
    const keys = partKeys(root, variables);
    if (root.representations === undefined) lastGood.put(keys[0] ?? '', { v: value }, now);
    else if (Array.isArray(value)) keys.forEach((key, i) => lastGood.put(key, { v: value[i] as unknown }, now));
  }
}

function recall(
  plan: Layout,
  variables: Variables,
  lastGood: LastGood<Part>,
): { data: Record<string, unknown>; oldest: number; complete: boolean } | undefined {
  const data: Record<string, unknown> = {};
  let [oldest, found, complete] = [Date.now(), false, true];
  for (const root of plan.roots) {
    const parts = partKeys(root, variables).map((key) => {
      const kept = lastGood.get(key);
      if (kept === undefined) complete = false;
      else {
        found = true;
        oldest = Math.min(oldest, kept.at);
      }
      return kept?.value.v ?? null;
    });
    data[root.name] = root.representations === undefined ? parts[0] : parts;
  }
  return found ? { data, oldest, complete } : undefined;
}

function checked(answer: unknown): SubgraphResult {
  const { data, errors } = (typeof answer === 'object' && answer !== null ? answer : emptyObject) as {
    readonly data?: unknown;
    readonly errors?: unknown;
  };
  const hasData = typeof data === 'object' && data !== null && !Array.isArray(data);
  const hasErrors = Array.isArray(errors) && errors.length > 0;
  if (!hasData) throw new SystemFailure(hasErrors ? 'rejected' : 'garbage', hasErrors ? 'GraphQL errors only' : 'not a GraphQL answer');
  return { data: data as Record<string, unknown>, ...(hasErrors ? { errors: errors as GraphQLFormattedError[] } : {}) };
}

async function soonEnough<T>(work: Promise<T>, context: RequestContext): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(new SystemFailure('timeout', 'no time left in the request'));
    timer = setTimeout(giveUp, Math.max(0, context.deadline - Date.now() - reserveMs));
    context.signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function masked(error: GraphQLFormattedError, file: SystemFile): GraphQLFormattedError {
  const path = Array.isArray(error.path) ? { path: error.path } : {};
  return {
    message: `Hệ thống ${file.name.vi} báo lỗi ở trường này / System ${file.name.en} reports an error here.`,
    ...path,
    extensions: { code: 'system.field-failed', system: file.id },
  };
}

function withoutData(code: string, file: SystemFile, reason?: string): SubgraphResult {
  const message =
    code === 'system.not-readable'
      ? `Không được xem số liệu của hệ thống ${file.name.vi} / The data of system ${file.name.en} is not yours to read.`
      : `Hệ thống ${file.name.vi} chưa trả lời và chưa có giá trị nào được giữ lại / System ${file.name.en} does not answer and no earlier value is kept.`;
  return { data: null, errors: [{ message, extensions: { code, system: file.id, ...(reason === undefined ? {} : { reason }) } }] };
}

function pickErrors(result: SubgraphResult): Pick<SubgraphResult, 'errors'> {
  return result.errors === undefined ? {} : { errors: result.errors };
}
