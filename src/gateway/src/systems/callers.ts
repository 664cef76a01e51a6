import { Pool } from 'undici';
import type { RequestContext } from '../engine/request-context.js';
import type { SystemFile } from './config/system-file.js';

/** Who asks, as RegionLink's own API says. */
export interface Caller {
  readonly signedIn: boolean;
  /** Null for the region's own people and for nobody. */
  readonly unit: string | null;
  readonly units: readonly string[];
}

export type Callers = (context: RequestContext) => Promise<Caller>;

export const nobody: Caller = { signedIn: false, unit: null, units: [] };

/** Whether the caller may see the fields of a system. */
export function mayRead(file: SystemFile, caller: Caller): boolean {
  switch (file.readableBy) {
    case 'everyone':
      return true;
    case 'signedIn':
      return caller.signedIn;
    case 'unit':
      return caller.signedIn && (caller.unit === null || file.units.some((unit) => caller.units.includes(unit)));
  }
}

/** Asks the API once per request, and only when somebody gave a credential. Whoever cannot be asked about is nobody. */
export function callersOf(api: URL): Callers {
  const pool = new Pool(api.origin, { connections: 4, connect: { timeout: 1_000 } });
  const base = api.pathname.replace(/\/$/, '');
  const memo = Symbol('caller');

  async function ask(context: RequestContext): Promise<Caller> {
    const { authorization, cookie, traceparent } = context;
    try {
      const { statusCode, body } = await pool.request({
        method: 'GET',
        path: `${base}/api/v1/session`,
        headers: {
          ...(authorization === undefined ? {} : { authorization }),
          ...(cookie === undefined ? {} : { cookie }),
          ...(traceparent === undefined ? {} : { traceparent }),
        },
        signal: context.signal,
        headersTimeout: 3_000,
        bodyTimeout: 3_000,
      });
      const session = (await body.json()) as Partial<Caller>;
      if (statusCode !== 200) return nobody;
      return { signedIn: session.signedIn === true, unit: session.unit ?? null, units: session.units ?? [] };
    } catch {
      return nobody;
    }
  }

  return (context) => {
    if (context.authorization === undefined && context.cookie === undefined) return Promise.resolve(nobody);
    const known = context.memo.get(memo) as Promise<Caller> | undefined;
    if (known !== undefined) return known;
    const asked = ask(context);
    context.memo.set(memo, asked);
    return asked;
  };
}
