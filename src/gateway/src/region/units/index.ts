import type { FeatureOf } from '../common/feature.js';
import { words } from '../common/words.js';
import { connectionOf, connectionUnder } from '../paging/connection.js';
import { listQuery, type ListArguments } from '../paging/list-arguments.js';
import { lineageOf, predecessorsOf, successorsOf } from './lineage.js';
import { unitSchema } from './schema.js';
import { dayOf, today, unitOfCode, type Validity } from './unit-of-code.js';
import { unitEntity } from './unit.js';

const filterFields = {
  ids: 'key',
  codes: 'code',
  levels: ['level', words],
  kinds: ['kind', words],
  parentCodes: 'parent',
  regionCodes: 'region',
  nameContains: 'name.contains',
} as const;

interface On {
  readonly on?: string | null;
}

type UnitsArguments = ListArguments & On;

interface UnitParent extends Validity {
  readonly id: string;
  readonly code: string;
  readonly parentCode: string | null;
  readonly regionCode: string | null;
}

/** Units and what became of them. */
export const units: FeatureOf = (api) => {
  const unit = unitEntity(api);
  const list = { path: '/units', node: unit.node };
  return {
    sdl: unitSchema,
    entities: { Unit: unit.references },
    nodes: { Unit: unit.references },
    resolvers: {
      Query: {
        unit: (_, args: { readonly id: string }, context) => unit.loader(context).load(args.id),
        unitOfCode: (_, args: { readonly code: string } & On, context) => unitOfCode(api, unit, args.code, args.on ?? today(), context),
        units: (_, args: UnitsArguments, context, info) =>
          connectionOf(api, list, { ...listQuery(args, filterFields), on: args.on ?? undefined }, args, context, info),
      },
      Unit: {
        parent: (parent: UnitParent, args: On, context) =>
          parent.parentCode === null ? null : unitOfCode(api, unit, parent.parentCode, args.on ?? dayOf(parent, today()), context),
        region: (parent: UnitParent, args: On, context) =>
          parent.regionCode === null ? null : unitOfCode(api, unit, parent.regionCode, args.on ?? dayOf(parent, today()), context),
        children: (parent: UnitParent, args: UnitsArguments, context, info) =>
          connectionUnder(
            api,
            list,
            { column: 'parent', key: parent.code },
            { ...listQuery(args, filterFields, 'parentCodes'), on: args.on ?? dayOf(parent, today()) },
            args,
            context,
            info,
          ),
        lineage: (parent: UnitParent, args: On, context) => lineageOf(api, parent.id, args.on ?? null, context),
        predecessors: (parent: UnitParent, _, context) => predecessorsOf(api, parent.id, context),
        successors: (parent: UnitParent, _, context) => successorsOf(api, parent.id, context),
      },
      Lineage: { sameTerritory: unit.allUnder('sameTerritoryKeys') },
      Descent: { unit: unit.under('unitKey') },
      UnitChange: { from: unit.under('fromKey'), to: unit.under('toKey') },
    },
  };
};
