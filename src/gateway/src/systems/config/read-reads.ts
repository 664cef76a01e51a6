import type { CheckedObject } from './checked-object.js';
import { fieldTypes, type FieldMapping, type KeyRule, type ListField, type Protocol, type Read, type Request } from './system-file.js';

const nameShape = {
  pattern: /^[a-z][A-Za-z0-9]{1,60}$/,
  words: { vi: 'chữ thường trước, chỉ chữ và số không dấu', en: 'a small letter first, then unaccented letters and digits' },
};
const typeShape = {
  pattern: /^[A-Z][A-Za-z0-9]{1,60}$/,
  words: { vi: 'chữ hoa trước, chỉ chữ và số không dấu', en: 'a capital first, then unaccented letters and digits' },
};
const columnShape = {
  pattern: /^[A-Za-z_][A-Za-z0-9_]{0,62}$/,
  words: { vi: 'tên cột: chữ, số, gạch dưới', en: 'a column name: letters, digits, underscores' },
};
const mostRecords = 500;

/** One entry of `reads`. */
export function readRead(object: CheckedObject, protocol: Protocol): Read {
  const entity = object.text('entity', typeShape.pattern, typeShape.words);
  const request = readRequest(object, protocol);
  const key = readKey(object, protocol, request);
  const listObject = object.optionalObject('list');
  const list = listObject === undefined ? undefined : readList(listObject);
  const fields = object.objects('fields', 1).map((field) => readField(field, protocol));
  noteRepeated(object, fields);
  const example = object.optionalText('example');
  object.noteUnknown();
  return { entity, key, request, list, fields, byPeriod: asksByPeriod(request), example };
}

function readKey(parent: CheckedObject, protocol: Protocol, request: Request): KeyRule {
  const object = parent.object('key');
  if (object === undefined) return { is: 'id', field: undefined, type: 'string', map: {} };
  const is = object.word('is', ['id', 'code', 'number'], 'id');
  const column = protocol === 'odata' || protocol === 'postgresql';
  const field = column ? object.text('field', columnShape.pattern, columnShape.words) : object.optionalText('field');
  const type = object.word('type', ['string', 'number'], 'string');
  const map = object.texts('map');
  if (field === undefined && isBulk(request)) {
    object.note(
      'field',
      'system.field-missing',
      'thiếu: khi hỏi nhiều đối tượng một lần, phải biết bản ghi nào của đối tượng nào.',
      'is missing: when several objects are asked about at once, each record must say which one it is about.',
    );
  }
  object.noteUnknown();
  return { is, field, type, map };
}

/** Several keys in one call, or one call for each key. */
export function isBulk(request: Request): boolean {
  switch (request.protocol) {
    case 'rest':
      return !request.path.includes('{key}');
    case 'soap':
      return !request.oneByOne;
    case 'odata':
    case 'postgresql':
      return true;
  }
}

function asksByPeriod(request: Request): boolean {
  const texts =
    request.protocol === 'rest' ? [request.path] : Object.values(request.protocol === 'soap' ? request.parameters : request.where);
  return texts.some((text) => text.includes('{from}') || text.includes('{to}'));
}

function readRequest(parent: CheckedObject, protocol: Protocol): Request {
  const object = parent.object('request');
  const request = object === undefined ? undefined : requestOf(object, protocol);
  object?.noteUnknown();
  return request ?? { protocol: 'rest', path: '{keys}', items: '' };
}

function requestOf(object: CheckedObject, protocol: Protocol): Request | undefined {
  switch (protocol) {
    case 'rest': {
      const path = object.text('path', /^(?!\/|[a-z][a-z0-9+.-]*:)\S*$/i, {
        vi: 'đường dẫn sau "address", không bắt đầu bằng / hay https:',
        en: 'a path below "address", not starting with / or https:',
      });
      if (path !== '' && path.includes('{keys}') === path.includes('{key}')) {
        object.note(
          'path',
          'system.key-unused',
          'phải có {keys} (nhiều mã một lần) hoặc {key} (từng mã), chỉ một trong hai.',
          'must hold either {keys} (several at once) or {key} (one by one).',
        );
      }
      notePlaceholders(object, 'path', path, ['keys', 'key', 'from', 'to']);
      return { protocol, path, items: object.optionalText('items') ?? '' };
    }
    case 'soap': {
      const parameters = object.texts('parameters');
      for (const [name, text] of Object.entries(parameters)) notePlaceholders(object, `parameters.${name}`, text, ['from', 'to']);
      const operation = object.text('operation', /^[A-Za-z_][\w.-]*$/);
      const namespace = object.text('namespace');
      return {
        protocol,
        path: object.optionalText('path') ?? '',
        namespace,
        operation,
        action: object.optionalText('action') ?? `${namespace}${/[/:#]$/.test(namespace) ? '' : '/'}${operation}`,
        keyElement: object.text('keyElement', /^[A-Za-z_][\w.-]*$/),
        parameters,
        oneByOne: object.flag('oneByOne'),
        items: object.optionalText('items') ?? '',
      };
    }
    case 'odata':
      return { protocol, set: object.text('set', columnShape.pattern), where: readWhere(object) };
    case 'postgresql':
      return {
        protocol,
        table: object.text('table', /^[A-Za-z_]\w{0,62}(\.[A-Za-z_]\w{0,62})?$/, { vi: 'lược_đồ.bảng', en: 'schema.table' }),
        where: readWhere(object),
        order: object.optionalText('order', /^-?[A-Za-z_]\w{0,62}$/, {
          vi: 'tên cột, có dấu - để giảm dần',
          en: 'a column, with - for descending',
        }),
      };
    case 'graphql':
      return undefined;
  }
}

function readWhere(object: CheckedObject): Readonly<Record<string, string>> {
  const where = object.texts('where');
  for (const [column, text] of Object.entries(where)) {
    if (!columnShape.pattern.test(column)) {
      object.note(
        `where.${column}`,
        'system.field-unreadable',
        `không đúng dạng: ${columnShape.words.vi}.`,
        `does not have the right form: ${columnShape.words.en}.`,
      );
    }
    notePlaceholders(object, `where.${column}`, text, ['from', 'to']);
  }
  return where;
}

function notePlaceholders(object: CheckedObject, name: string, text: string, known: readonly string[]): void {
  for (const [whole, word] of text.matchAll(/\{([^}]*)\}/g)) {
    if (!known.includes(word ?? '')) {
      const list = known.map((k) => `{${k}}`).join(', ');
      object.note(
        name,
        'system.placeholder-unknown',
        `không có ${whole}; dùng được: ${list}.`,
        `there is no ${whole}; these can be used: ${list}.`,
      );
    }
  }
}

function readList(object: CheckedObject): ListField {
  const list = {
    field: object.text('field', nameShape.pattern, nameShape.words),
    type: object.text('type', typeShape.pattern, typeShape.words),
    atMost: object.number('atMost', { min: 1, max: mostRecords, byDefault: 100 }),
    vi: object.text('vi'),
    en: object.text('en'),
  };
  object.noteUnknown();
  return list;
}

function readField(object: CheckedObject, protocol: Protocol): FieldMapping {
  const column = protocol === 'odata' || protocol === 'postgresql';
  const field = {
    name: object.text('name', nameShape.pattern, nameShape.words),
    type: object.word('type', fieldTypes),
    from: column ? object.text('from', columnShape.pattern, columnShape.words) : object.text('from'),
    unit: object.optionalText('unit'),
    vi: object.text('vi'),
    en: object.text('en'),
  };
  object.noteUnknown();
  return field;
}

function noteRepeated(object: CheckedObject, fields: readonly FieldMapping[]): void {
  const seen = new Set<string>();
  fields.forEach((field, i) => {
    if (seen.has(field.name))
      object.note(`fields[${i}].name`, 'system.field-twice', `“${field.name}” đã có.`, `“${field.name}” is there already.`);
    seen.add(field.name);
  });
}
