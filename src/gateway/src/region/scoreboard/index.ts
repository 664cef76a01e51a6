import type { FeatureOf } from '../common/feature.js';
import { metricEntity } from '../metrics/metric.js';
import { observationEntity } from '../observations/observation.js';
import { targetEntity } from '../targets/target.js';
import { unitEntity } from '../units/unit.js';
import { boardOf, type Board, type BoardArguments } from './board.js';
import { scoreboardSchema } from './schema.js';

interface VerdictArguments {
  readonly units?: readonly string[] | null;
  readonly targets?: readonly string[] | null;
  readonly kinds?: readonly string[] | null;
}

/** How units stand to targets. */
export const scoreboard: FeatureOf = (api) => {
  const unit = unitEntity(api);
  const target = targetEntity(api);
  return {
    sdl: scoreboardSchema,
    resolvers: {
      Query: { scoreboard: (_, args: BoardArguments, context) => boardOf(api, args, context) },
      Unit: {
        verdicts: async (of: { readonly id: string }, args: BoardArguments & VerdictArguments, context) => {
          const { year, stage, targets } = args;
          const board = await boardOf(api, { year: year ?? null, stage: stage ?? null }, context);
          return board === null ? [] : chosen(board, { units: [of.id], targets: targets ?? null });
        },
      },
      Scoreboard: {
        units: unit.allUnder('unitKeys'),
        verdicts: (board: Board, args: VerdictArguments) => chosen(board, args),
      },
      BoardTarget: { target: target.under('targetKey') },
      Verdict: { target: target.under('targetKey'), unit: unit.under('unitKey') },
      PublishedValue: { heldFor: unit.under('heldForKey'), observation: observationEntity(api).under('observationKey') },
      ValuePart: { metric: metricEntity(api).under('metricKey'), unit: unit.under('unitKey') },
    },
  };
};

function chosen(board: Board, { units, targets, kinds }: VerdictArguments): Board['verdicts'] {
  return board.verdicts.filter(
    (one) =>
      (units?.includes(one.unitKey) ?? true) && (targets?.includes(one.targetKey) ?? true) && (kinds?.includes(one.verdict ?? '') ?? true),
  );
}
