import { Mistakes } from '../config/mistake.js';
import { systemKey } from '../config/keys.js';
import type { FieldMapping, Read, SystemFile } from '../config/system-file.js';
import { connectorOf } from '../connect-systems.js';
import { writableTables } from '../connectors/postgresql.js';
import { ConnectedSystem } from '../connected-system.js';
import type { PeriodDays } from '../connectors/connector.js';
import { LastGood } from '../last-good.js';
import { asFailure } from '../upstream/failure.js';
import { GuardedCalls } from '../upstream/guarded.js';
import type { Secrets } from '../upstream/secrets.js';
import type { Value } from '../values.js';
import { failureWords } from './failure-words.js';

/** One mapped field with a value the system gave just now. */
export interface LiveField {
  readonly name: string;
  readonly field: FieldMapping;
  readonly value: Value | undefined;
}

/** Asks a mapped system every question of its file about one object each. */
export async function tryMapped(file: SystemFile, secrets: Secrets, period: PeriodDays, mistakes: Mistakes): Promise<readonly LiveField[]> {
  const system = new ConnectedSystem(
    file,
    connectorOf(file, secrets),
    new GuardedCalls(file.id, file.timeoutMs, file.atOnce),
    new LastGood(undefined, 0),
  );
  const live: LiveField[] = [];
  for (const [i, read] of file.reads.entries()) live.push(...(await tryRead(system, read, i, period, mistakes)));
  if (file.protocol === 'postgresql') await noteWritable(file, secrets, mistakes);
  await system.close();
  return live;
}

async function tryRead(
  system: ConnectedSystem,
  read: Read,
  index: number,
  period: PeriodDays,
  mistakes: Mistakes,
): Promise<readonly LiveField[]> {
  const where = `reads[${index}]`;
  const example = read.example ?? (read.entity === 'Unit' ? system.file.units[0] : undefined);
  if (example === undefined) {
    mistakes.add(
      where,
      'system.example-missing',
      'thiếu "example": mã một đối tượng để hỏi thử.',
      'lacks "example": the key of an object to try the question with.',
    );
    return [];
  }
  if (!system.covers(example) || systemKey(read.key, example) === undefined) {
    mistakes.add(
      where,
      'system.example-foreign',
      `“${example}” không phải đối tượng của hệ thống này.`,
      `“${example}” is not an object of this system.`,
    );
    return [];
  }
  try {
    const [record] = await system.ask(read, example, read.byPeriod ? period : undefined);
    if (record === undefined) {
      mistakes.add(
        where,
        'system.no-record',
        `hệ thống trả lời, nhưng không có bản ghi nào về ${example}: xem lại "key", "items".`,
        `the system answers, but has no record about ${example}: check "key" and "items".`,
      );
    } else noteEmpty(read, where, record, mistakes);
    return read.fields.map((field) => ({ name: nameOf(read, field), field, value: record?.[field.name] }));
  } catch (error) {
    const failure = asFailure(error);
    const words = failureWords[failure.kind];
    mistakes.add(where, `system.${failure.kind}`, `${words.vi} (${failure.message})`, `${words.en} (${failure.message})`);
    return read.fields.map((field) => ({ name: nameOf(read, field), field, value: undefined }));
  }
}

/** A wrong path reads like an empty field, so every empty one is named. */
function noteEmpty(read: Read, where: string, record: Readonly<Record<string, Value>>, mistakes: Mistakes): void {
  read.fields.forEach((field, i) => {
    if (record[field.name] === null) {
      mistakes.add(
        `${where}.fields[${i}].from`,
        'system.field-empty',
        `không thấy gì ở “${field.from}”; nếu thật sự có thể trống thì chọn "example" khác để thử.`,
        `there is nothing at “${field.from}”; if it may really be empty, try with another "example".`,
      );
    }
  });
}

async function noteWritable(file: SystemFile, secrets: Secrets, mistakes: Mistakes): Promise<void> {
  const tables = await writableTables(file, secrets).catch(() => []);
  for (const table of tables) {
    mistakes.add(
      'credential',
      'system.role-can-write',
      `tài khoản này sửa được bảng ${table}: hãy cấp một tài khoản chỉ đọc.`,
      `this role may change table ${table}: give it one that can only read.`,
    );
  }
}

function nameOf(read: Read, field: FieldMapping): string {
  return read.list === undefined ? `${read.entity}.${field.name}` : `${read.entity}.${read.list.field}.${field.name}`;
}
