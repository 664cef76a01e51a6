import { GraphQLError } from 'graphql';
import type { RequestContext } from '../engine/request-context.js';
import type { Subgraph } from '../engine/subgraph.js';
import type { EntityResolver, Resolver } from '../local/local-schema.js';
import { localSubgraph } from '../local/local-subgraph.js';
import { batched } from './batch.js';
import { mayRead, type Callers } from './callers.js';
import type { Read, SystemFile } from './config/system-file.js';
import type { ConnectedSystem } from './connected-system.js';
import type { PeriodDays } from './connectors/connector.js';
import { systemsSdl } from './sdl.js';
import { isDay } from './values.js';

/** What `Query.connectedSystems` shows of a system, mapped or foreign. */
export interface Listed {
  readonly file: SystemFile;
  readonly resting: boolean;
}

/** One subgraph of all mapped systems. Two provinces may offer the same field: each object's own system answers. */
export function systemsSubgraph(systems: readonly ConnectedSystem[], listed: readonly Listed[], callers: Callers): Subgraph {
  const resolvers: Record<string, Record<string, Resolver>> = {
    Query: {
      connectedSystems: (_, { unit }: { readonly unit?: string | null }) =>
        listed.filter(({ file }) => unit === undefined || unit === null || file.units.includes(unit)).map(shown),
    },
  };
  const entities: Record<string, EntityResolver> = {};
  for (const system of systems) {
    for (const read of system.file.reads) {
      entities[read.entity] ??= async (references) => references.map((r) => ({ __typename: read.entity, id: r['id'] }));
      const fields = (resolvers[read.entity] ??= {});
      for (const name of read.list === undefined ? read.fields.map((f) => f.name) : [read.list.field]) {
        fields[name] ??= fieldResolver(systems, read.entity, name, callers);
      }
    }
  }
  return localSubgraph({
    name: 'systems',
    sdl: systemsSdl(systems.map((system) => system.file)),
    resolvers,
    entities,
    close: async () => {
      await Promise.all(systems.map((system) => system.close()));
    },
  });
}

function fieldResolver(systems: readonly ConnectedSystem[], entity: string, name: string, callers: Callers): Resolver {
  const sources = systems.flatMap((system) => {
    const read = system.file.reads.find((r) => r.entity === entity && gives(r, name));
    return read === undefined ? [] : [{ system, read }];
  });
  return async ({ id }: { readonly id: string }, args: { readonly from?: string; readonly to?: string }, context: RequestContext) => {
    const source = sources.find(({ system }) => system.covers(id));
    if (source === undefined) return null;
    const { system, read } = source;
    if (!mayRead(system.file, await callers(context))) throw refused(system.file);
    const answer = await batched(context, system, read, id, periodOf(read, args));
    if (answer.state === 'unavailable') throw unavailable(system.file, answer.reason);
    return read.list === undefined ? (answer.records[0]?.[name] ?? null) : answer.records;
  };
}

function gives(read: Read, name: string): boolean {
  return read.list === undefined ? read.fields.some((f) => f.name === name) : read.list.field === name;
}

function periodOf(read: Read, args: { readonly from?: string; readonly to?: string }): PeriodDays | undefined {
  if (!read.byPeriod) return undefined;
  const { from, to } = args;
  if (from === undefined || to === undefined || !isDay(from) || !isDay(to) || from > to) {
    throw new GraphQLError(
      '“from” và “to” phải là hai ngày như 2026-11-01, ngày đầu không sau ngày cuối / “from” and “to” must be two days such as 2026-11-01, the first not after the last.',
      {
        extensions: { code: 'system.period-unreadable' },
      },
    );
  }
  return { from, to };
}

function unavailable(file: SystemFile, reason: string): GraphQLError {
  return new GraphQLError(
    `Hệ thống ${file.name.vi} chưa trả lời và chưa có giá trị nào được giữ lại / System ${file.name.en} does not answer and no earlier value is kept.`,
    { extensions: { code: 'system.unavailable', system: file.id, reason } },
  );
}

function refused(file: SystemFile): GraphQLError {
  return new GraphQLError(
    `Không được xem số liệu của hệ thống ${file.name.vi} / The data of system ${file.name.en} is not yours to read.`,
    {
      extensions: { code: 'system.not-readable', system: file.id },
    },
  );
}

function shown({ file, resting }: Listed): object {
  return {
    id: file.id,
    nameVi: file.name.vi,
    nameEn: file.name.en,
    ownerVi: file.owner.vi,
    ownerEn: file.owner.en,
    protocol: file.protocol,
    units: file.units,
    fields: file.reads.flatMap((r) =>
      r.list === undefined ? r.fields.map((f) => `${r.entity}.${f.name}`) : [`${r.entity}.${r.list.field}`],
    ),
    metrics: file.figures.map((f) => f.metric),
    illustrative: file.illustrative,
    resting,
  };
}
