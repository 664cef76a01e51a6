import type { RequestContext } from '../../engine/request-context.js';
import type { RegionApi } from '../api/region-api.js';
import { loaderOf, rowsByColumn } from '../api/rows.js';
import type { Entity, EntityNode } from '../common/entity.js';

/**
 * The unit that bears a code on a day. A code alone is ambiguous: 80 is Long An until 2025-06-30 and Tây Ninh from the day after. Null
 * when nobody bears it then.
 */
export async function unitOfCode(
  api: RegionApi,
  units: Entity,
  code: string,
  day: string,
  context: RequestContext,
): Promise<EntityNode | null> {
  const loader = loaderOf<readonly EntityNode[]>(context, 'Unit by code', async (codes) =>
    (await rowsByColumn(api, { path: '/units', column: 'code' }, codes, context)).map((rows) => rows.map(units.node)),
  );
  return (await loader.load(code)).find((unit) => holdsOn(unit as Validity, day)) ?? null;
}

export interface Validity {
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** Whether a unit version is in force on a day. */
export function holdsOn({ validFrom, validTo }: Validity, day: string): boolean {
  return (validFrom ?? '') <= day && day <= (validTo ?? '9999-12-31');
}

/** The day on which relations of a unit are read when none is named: today, or the last day of a unit that holds no more. */
export function dayOf({ validFrom, validTo }: Validity, today: string): string {
  if (validTo !== null && validTo !== undefined && validTo < today) return validTo;
  return validFrom !== null && validFrom !== undefined && validFrom > today ? validFrom : today;
}

/** Today in Vietnam, which has one offset and no daylight saving. */
export function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
