import type { FeatureOf } from '../common/feature.js';
import { verbatim, words } from '../common/words.js';
import { connectionOf, connectionUnder } from '../paging/connection.js';
import { listQuery, type ListArguments } from '../paging/list-arguments.js';
import { unitEntity } from '../units/unit.js';
import { detail } from './details.js';
import { projectEntity, regimes } from './project.js';
import { projectSchema } from './schema.js';

const filterFields = {
  ids: 'key',
  units: 'unit',
  numbers: 'number',
  nameContains: 'name.contains',
  ownerAgencyContains: 'ownerAgency.contains',
  pillars: ['pillar', words],
  categories: ['category', verbatim],
  forms: ['form', words],
  regimes: ['regime', regimes],
  states: ['state', words],
  late: 'late',
  slow: 'slow',
  delayReasons: ['delayReasons', words],
  systems: 'systems',
  linkedTo: 'linked',
  ceilingAtLeast: 'ceiling.gte',
  ceilingAtMost: 'ceiling.lte',
  highestRiskAtLeast: 'highestRisk.gte',
  nextDueUntil: 'nextDue.lte',
  updatedSince: 'updatedAt.gte',
  illustrative: 'illustrative',
} as const;

/** Projects with everything about them. */
export const projects: FeatureOf = (api) => {
  const project = projectEntity(api);
  const list = { path: '/projects', node: project.node };
  return {
    sdl: projectSchema,
    entities: { Project: project.references },
    nodes: { Project: project.references },
    resolvers: {
      Query: {
        project: (_, args: { readonly id: string }, context) => project.loader(context).load(args.id),
        projects: (_, args: ListArguments, context, info) => connectionOf(api, list, listQuery(args, filterFields), args, context, info),
      },
      Unit: {
        projects: (unit: { readonly id: string }, args: ListArguments, context, info) =>
          connectionUnder(api, list, { column: 'unit', key: unit.id }, listQuery(args, filterFields, 'units'), args, context, info),
      },
      Project: {
        unit: unitEntity(api).under('unitKey'),
        description: detail(api, 'description', null),
        transitionalGround: detail(api, 'transitionalGround', null),
        nextStates: detail(api, 'nextStates', []),
        course: detail(api, 'course', []),
        funding: detail(api, 'funding', []),
        timeliness: detail(api, 'timeliness', null),
        steps: detail(api, 'steps', []),
        baselines: detail(api, 'baselines', []),
        progressReports: detail(api, 'progress', []),
        commitments: detail(api, 'commitments', []),
        risks: detail(api, 'risks', []),
        links: detail(api, 'links', []),
      },
      ProjectLink: { project: project.under('projectKey') },
    },
  };
};
