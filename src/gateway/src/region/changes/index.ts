import type { RequestContext } from '../../engine/request-context.js';
import { budgetLineEntity } from '../budgets/budget-line.js';
import type { FeatureOf } from '../common/feature.js';
import { periodEntity } from '../periods/period.js';
import { projectEntity } from '../projects/project.js';
import { provinceEntity } from '../provinces/province.js';
import { reportEntity } from '../reports/report.js';
import { targetEntity } from '../targets/target.js';
import type { Change } from './change.js';
import { changesAfter } from './follow.js';
import { changesSchema } from './schema.js';

interface FollowArguments {
  readonly kinds?: readonly string[] | null;
  readonly units?: readonly string[] | null;
  readonly projects?: readonly string[] | null;
  readonly periods?: readonly string[] | null;
  readonly after?: string | null;
}

/** What changes, as it happens. */
export const changes: FeatureOf = (api) => {
  const project = projectEntity(api);
  const report = reportEntity(api);
  const byType = new Map(
    [project, report, budgetLineEntity(api), provinceEntity(api), targetEntity(api), periodEntity(api)].map((one) => [one.typename, one]),
  );
  const follow = async function* <T>(
    args: FollowArguments,
    context: RequestContext,
    concerns: (change: Change) => boolean,
    event: (change: Change) => T,
  ): AsyncGenerator<T> {
    for await (const change of changesAfter(api, args.after ?? null, context)) {
      const unitMatters = args.units?.includes(change.unitKey ?? '') ?? true;
      if (unitMatters && concerns(change)) yield event(change);
    }
  };
  return {
    sdl: changesSchema,
    resolvers: {
      Subscription: {
        changes: (_, args: FollowArguments, context) =>
          follow(
            args,
            context,
            ({ kind }) => args.kinds?.includes(kind) ?? true,
            (change) => change,
          ),
        projectChanges: (_, args: FollowArguments, context) =>
          follow(
            args,
            context,
            ({ kind, key }) => kind === 'PROJECT' && (args.projects?.includes(key) ?? true),
            (change) => ({ change, projectKey: change.key }),
          ),
        reportChanges: (_, args: FollowArguments, context) =>
          follow(
            args,
            context,
            ({ kind, key }) => kind === 'REPORT' && (args.periods?.includes(key.split('/')[0] ?? '') ?? true),
            (change) => ({ change, reportKey: change.key }),
          ),
      },
      Change: {
        subject: (change: Change, _, context) =>
          byType
            .get(change.typename ?? '')
            ?.loader(context)
            .load(change.key) ?? null,
      },
      ProjectChange: { project: project.under('projectKey') },
      ReportChange: { report: report.under('reportKey') },
    },
  };
};
