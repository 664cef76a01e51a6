import { aggregates } from './aggregates/index.js';
import { budgets } from './budgets/index.js';
import { changes } from './changes/index.js';
import type { FeatureOf } from './common/feature.js';
import { histories } from './histories/index.js';
import { metrics } from './metrics/index.js';
import { observations } from './observations/index.js';
import { periods } from './periods/index.js';
import { projects } from './projects/index.js';
import { provinces } from './provinces/index.js';
import { reports } from './reports/index.js';
import { scoreboard } from './scoreboard/index.js';
import { targets } from './targets/index.js';
import { units } from './units/index.js';
import { writes } from './writes/index.js';

/** What the region's graph is made of, in the order of its schema. */
export const features: readonly FeatureOf[] = [
  units,
  provinces,
  projects,
  budgets,
  metrics,
  observations,
  aggregates,
  targets,
  scoreboard,
  periods,
  reports,
  histories,
  writes,
  changes,
];
