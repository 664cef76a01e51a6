import { buildASTSchema, getNamedType, isLeafType, isObjectType, parse, type GraphQLSchema } from 'graphql';
import { requestContext } from '../../engine/request-context.js';
import { withFederationLink } from '../../local/local-schema.js';
import type { Mistakes } from '../config/mistake.js';
import type { SystemFile } from '../config/system-file.js';
import { nobody } from '../callers.js';
import { foreignSubgraph } from '../foreign-subgraph.js';
import { LastGood } from '../last-good.js';
import type { FailureKind } from '../upstream/failure.js';
import { GuardedCalls } from '../upstream/guarded.js';
import type { Secrets } from '../upstream/secrets.js';
import { failureWords } from './failure-words.js';

export interface ForeignField {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

/** Asks a foreign Federation server for its own SDL and for the plain fields of the unit. */
export async function tryForeign(file: SystemFile, secrets: Secrets, mistakes: Mistakes): Promise<readonly ForeignField[]> {
  const everyone: SystemFile = { ...file, readableBy: 'everyone' };
  const subgraph = foreignSubgraph(
    everyone,
    new GuardedCalls(file.id, file.timeoutMs, file.atOnce),
    new LastGood(undefined, 0),
    async () => nobody,
    secrets,
  );
  try {
    const served = await subgraph.exec('{ _service { sdl } }', {}, requestContext());
    const code = served.errors?.[0]?.extensions?.['code'];
    if (code !== undefined) {
      const reason = (served.errors?.[0]?.extensions?.['reason'] ?? 'rejected') as FailureKind;
      mistakes.add('address', `system.${reason}`, failureWords[reason].vi, failureWords[reason].en);
      return [];
    }
    const sdl = (served.data?.['_service'] as { readonly sdl?: unknown } | null | undefined)?.sdl;
    if (typeof sdl === 'string' && canonical(sdl) !== canonical(file.sdl ?? '')) {
      mistakes.add(
        'sdl',
        'system.sdl-differs',
        'máy chủ đang phục vụ một lược đồ khác với tệp: hãy lấy lại tệp từ máy chủ và xem thay đổi.',
        'the server serves another schema than the file: take the file from the server again and look at what changed.',
      );
    }
    return await unitFields(file, (document, variables) => subgraph.exec(document, variables, requestContext()));
  } finally {
    await subgraph.close?.();
  }
}

async function unitFields(
  file: SystemFile,
  exec: (
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly data?: Readonly<Record<string, unknown>> | null }>,
): Promise<readonly ForeignField[]> {
  const unit = schemaOf(file.sdl ?? '').getType('Unit');
  if (!isObjectType(unit)) return [];
  const plain = Object.values(unit.getFields()).filter((f) => f.name !== 'id' && isLeafType(getNamedType(f.type)) && f.args.length === 0);
  if (plain.length === 0) return [];
  const { data } = await exec(
    `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Unit { ${plain.map((f) => f.name).join(' ')} } } }`,
    { representations: [{ __typename: 'Unit', id: file.units[0] }] },
  );
  const [entity] = (data?.['_entities'] ?? []) as readonly (Readonly<Record<string, unknown>> | null)[];
  return plain.map((f) => ({ name: `Unit.${f.name}`, type: f.type.toString(), value: entity?.[f.name] ?? null }));
}

function schemaOf(sdl: string): GraphQLSchema {
  return buildASTSchema(parse(sdl), { assumeValidSDL: true });
}

function canonical(sdl: string): string {
  try {
    return JSON.stringify(parse(withFederationLink(sdl), { noLocation: true }));
  } catch {
    return sdl;
  }
}
