import type { FeatureOf } from '../common/feature.js';
import { historyOf } from './history.js';
import { historySchema } from './schema.js';

/** What happened to things, straight from the log. */
export const histories: FeatureOf = (api) => ({
  sdl: historySchema,
  resolvers: {
    Project: { history: historyOf(api, 'projects') },
    BudgetLine: { history: historyOf(api, 'budget-lines') },
    Target: { history: historyOf(api, 'targets') },
  },
});
