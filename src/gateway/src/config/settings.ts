import { delimiter } from 'node:path';
import { defaultLimits, type OperationLimits } from '../engine/limits.js';
import { TrustedProxies } from '../http/client-address.js';

/** How this process runs. Read once at start. */
export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** RegionLink's REST API, without `/api/v1`. */
  readonly apiUrl: URL;
  /** Folders with `<unit>/systems/*.json`; none when no systems are connected. */
  readonly systemFolders: readonly string[];
  /** Folder with one file per secret that systems' files name; null takes them from the environment alone. */
  readonly secretsFolder: string | null;
  /** Folder for what must survive a restart: last good values, the last schema that ran. */
  readonly stateFolder: string;
  /** From the last byte of a request to the first of its answer, in milliseconds. */
  readonly deadlineMs: number;
  readonly bodyBytes: number;
  readonly limits: OperationLimits;
  /** Requests a client may send per second, with bursts of four times that; 0 is no limit. */
  readonly ratePerSecond: number;
  /** Proxies whose `X-Forwarded-For` names the client; none unless listed. */
  readonly trustedProxies: TrustedProxies;
  /** Origins whose pages may read answers, `https://example.org`; none unless listed. */
  readonly corsOrigins: ReadonlySet<string>;
  readonly introspection: boolean;
  /** The GraphiQL page at `/graphql`. */
  readonly graphiql: boolean;
  /** JSON file of `{ "<sha256 of text>": "<text>" }`, or null. */
  readonly persistedFile: string | null;
  /** Refuse every document that is not in the file. */
  readonly persistedOnly: boolean;
  /** Let a reload remove or change what clients may use. */
  readonly allowBreaking: boolean;
  readonly logLevel: 'debug' | 'info' | 'error';
}

export type SettingsResult =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly problems: readonly string[] };

/** Every mistake is listed, each with the variable's name; nothing is guessed. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsResult {
  const problems: string[] = [];
  const settings: Settings = {
    host: environment['GATEWAY_HOST'] ?? 'localhost',
    port: whole('GATEWAY_PORT', 5081, 0, 65_535),
    apiUrl: address('REGIONLINK_API', 'http://localhost:5080'),
    systemFolders: (text('GATEWAY_SYSTEMS') ?? '').split(delimiter).filter((folder) => folder !== ''),
    secretsFolder: text('GATEWAY_SECRETS'),
    stateFolder: text('GATEWAY_STATE') ?? '.regionlink/gateway',
    deadlineMs: whole('GATEWAY_DEADLINE_MS', 10_000, 50, 120_000),
    bodyBytes: whole('GATEWAY_BODY_BYTES', 1_048_576, 1_024, 64 * 1_048_576),
    limits: {
      tokens: whole('GATEWAY_MAX_TOKENS', defaultLimits.tokens, 10, 1_000_000),
      depth: whole('GATEWAY_MAX_DEPTH', defaultLimits.depth, 2, 1_000),
      aliases: whole('GATEWAY_MAX_ALIASES', defaultLimits.aliases, 0, 100_000),
      fields: whole('GATEWAY_MAX_FIELDS', defaultLimits.fields, 1, 1_000_000),
      listCost: whole('GATEWAY_MAX_ITEMS', defaultLimits.listCost, 1, 1_000_000_000),
    },
    ratePerSecond: whole('GATEWAY_RATE_PER_SECOND', 50, 0, 1_000_000),
    trustedProxies: proxies('GATEWAY_TRUSTED_PROXIES'),
    corsOrigins: new Set(list('GATEWAY_CORS_ORIGINS').filter(isOrigin('GATEWAY_CORS_ORIGINS'))),
    introspection: flag('GATEWAY_INTROSPECTION', true),
    graphiql: flag('GATEWAY_GRAPHIQL', true),
    persistedFile: text('GATEWAY_PERSISTED'),
    persistedOnly: flag('GATEWAY_PERSISTED_ONLY', false),
    allowBreaking: flag('GATEWAY_ALLOW_BREAKING', false),
    logLevel: level('GATEWAY_LOG'),
  };
  if (settings.persistedOnly && settings.persistedFile === null) {
    problems.push('GATEWAY_PERSISTED_ONLY is on but GATEWAY_PERSISTED names no file: every request would be refused.');
  }
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };

  function text(name: string): string | null {
    const value = environment[name];
    return value === undefined || value === '' ? null : value;
  }

  function list(name: string): readonly string[] {
    return (text(name) ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  }

  function proxies(name: string): TrustedProxies {
    const entries = list(name);
    for (const fault of TrustedProxies.faults(entries)) {
      problems.push(`${name} must list addresses and networks such as 10.42.0.0/16, not "${fault}".`);
    }
    return new TrustedProxies(entries);
  }

  /** As browsers write it: a scheme and a host, a port where it is not the usual one, nothing behind. */
  function isOrigin(name: string): (entry: string) => boolean {
    return (entry) => {
      const is = URL.canParse(entry) && /^https?:$/.test(new URL(entry).protocol) && new URL(entry).origin === entry;
      if (!is) problems.push(`${name} must list origins such as https://example.org, not "${entry}".`);
      return is;
    };
  }

  function whole(name: string, preset: number, least: number, most: number): number {
    const value = text(name);
    if (value === null) return preset;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    problems.push(`${name} must be a whole number from ${least} to ${most}, not "${value}".`);
    return preset;
  }

  function flag(name: string, preset: boolean): boolean {
    const value = text(name);
    if (value === null) return preset;
    if (value !== 'on' && value !== 'off') problems.push(`${name} must be "on" or "off", not "${value}".`);
    return value === 'on';
  }

  function address(name: string, preset: string): URL {
    const value = text(name) ?? preset;
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value);
    problems.push(`${name} must be an http or https address, not "${value}".`);
    return new URL(preset);
  }

  function level(name: string): Settings['logLevel'] {
    const value = text(name) ?? 'info';
    if (value === 'debug' || value === 'info' || value === 'error') return value;
    problems.push(`${name} must be "debug", "info" or "error", not "${value}".`);
    return 'info';
  }
}
