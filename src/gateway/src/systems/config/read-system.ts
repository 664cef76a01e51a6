import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parse } from 'graphql';
import { CheckedObject } from './checked-object.js';
import { Mistakes, type Mistake } from './mistake.js';
import { readRead } from './read-reads.js';
import { protocols, type Credential, type FigureSource, type Protocol, type SystemFile } from './system-file.js';

const unitKey = /^[A-Za-z0-9-]+@(origin|\d{4}-\d{2}-\d{2})$/;
const unitShape = { vi: 'mã đơn vị như 79@2025-07-01', en: 'a unit key such as 79@2025-07-01' };
const secretName = /^[A-Z][A-Z0-9_]{2,60}$/;
const secretShape = {
  vi: 'TÊN của bí mật: chữ hoa, số, gạch dưới (không phải chính bí mật)',
  en: 'the NAME of a secret: capitals, digits, underscores (not the secret itself)',
};

/** A file that was read: the system, unless mistakes make it unusable. */
export interface ReadFile {
  readonly path: string;
  readonly system: SystemFile | undefined;
  readonly mistakes: readonly Mistake[];
}

/** Reads one system's file and notes every mistake in it. The folder above `systems` names the unit. */
export function readSystem(path: string): ReadFile {
  const mistakes = new Mistakes();
  const json = parseJson(path, mistakes);
  if (json === undefined) return { path, system: undefined, mistakes: mistakes.list };
  const root = new CheckedObject(json, '', mistakes);
  const system = systemOf(root, path);
  root.noteUnknown();
  return { path, system: mistakes.list.length === 0 ? system : undefined, mistakes: mistakes.list };
}

function parseJson(path: string, mistakes: Mistakes): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) {
      mistakes.add('', 'system.not-json', `không phải JSON: ${error.message}`, `is not JSON: ${error.message}`);
    } else if (error instanceof TypeError) {
      mistakes.add('', 'system.not-utf8', 'không phải UTF-8; lưu lại dưới dạng UTF-8.', 'is not UTF-8; save it as UTF-8.');
    } else {
      mistakes.add('', 'system.file-missing', 'không đọc được tệp.', 'the file cannot be read.');
    }
    return undefined;
  }
}

function systemOf(root: CheckedObject, path: string): SystemFile {
  const protocol = root.word('protocol', protocols);
  const id = root.text('id', /^[a-z0-9][a-z0-9-]{1,60}$/, { vi: 'chữ thường, số, gạch nối', en: 'small letters, digits, hyphens' });
  if (id !== '' && basename(path) !== `${id}.json`) {
    root.note('id', 'system.name-differs', `tệp phải tên là ${id}.json.`, `the file must be called ${id}.json.`);
  }
  const unit = basename(dirname(dirname(resolve(path))));
  if (!unitKey.test(unit)) {
    root.note(
      '',
      'system.folder-wrong',
      'tệp phải nằm trong <mã đơn vị>/systems/, ví dụ 79@2025-07-01/systems/.',
      'the file must lie in <unit key>/systems/, such as 79@2025-07-01/systems/.',
    );
  }
  const reads = protocol === 'graphql' ? [] : root.objects('reads', 1).map((read) => readRead(read, protocol));
  const figures = root.objects('figures').map((figure) => readFigure(figure));
  const system: SystemFile = {
    id,
    name: root.bothLanguages('name'),
    owner: root.bothLanguages('owner'),
    illustrative: root.flag('illustrative'),
    unit,
    units: readUnits(root, unit),
    protocol,
    address: readAddress(root, protocol),
    credential: readCredential(root, protocol),
    readableBy: root.word('readableBy', ['everyone', 'signedIn', 'unit']),
    timeoutMs: root.number('timeoutMs', { min: 50, max: 30_000, byDefault: 3_000 }),
    atOnce: root.number('atOnce', { min: 1, max: 64, byDefault: 4 }),
    freshSeconds: root.number('freshSeconds', { min: 0, max: 86_400, byDefault: 60 }),
    keepHours: root.number('keepHours', { min: 0, max: 8_760, byDefault: 168 }),
    reads,
    figures,
    deliverWith: root.optionalText('deliverWith', secretName, secretShape),
    sdl: protocol === 'graphql' ? readSdl(root, path) : undefined,
    forwardCaller: protocol === 'graphql' && root.flag('forwardCaller'),
  };
  noteFigureFaults(root, system);
  return system;
}

function readUnits(root: CheckedObject, folder: string): readonly string[] {
  const units = root.strings('units');
  units.forEach((unit, i) => {
    if (!unitKey.test(unit)) root.note(`units[${i}]`, 'system.field-unreadable', `phải là ${unitShape.vi}.`, `must be ${unitShape.en}.`);
    else if (unit.split('@')[0] !== folder.split('@')[0]) {
      root.note(
        `units[${i}]`,
        'system.unit-foreign',
        `${unit} không phải một phiên bản của ${folder}: hệ thống chỉ trả lời cho đơn vị của mình.`,
        `${unit} is not a version of ${folder}: a system answers for its own unit only.`,
      );
    }
  });
  return units.length === 0 ? [folder] : units;
}

function readAddress(root: CheckedObject, protocol: Protocol): URL {
  const text = root.text('address');
  const schemes = protocol === 'postgresql' ? ['postgresql:'] : ['https:', 'http:'];
  const fallback = new URL('http://invalid.invalid/');
  if (text === '') return fallback;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !schemes.includes(url.protocol) || url.hostname === '') {
    root.note(
      'address',
      'system.address-unreadable',
      `phải bắt đầu bằng ${schemes.map((s) => `${s}//`).join(' hoặc ')}.`,
      `must start with ${schemes.map((s) => `${s}//`).join(' or ')}.`,
    );
    return fallback;
  }
  if (url.username !== '' || url.password !== '') {
    root.note(
      'address',
      'system.secret-in-file',
      'không ghi tài khoản, mật khẩu vào địa chỉ; dùng "credential".',
      'must hold no user or password; use "credential".',
    );
  }
  if (url.search !== '' || url.hash !== '')
    root.note('address', 'system.address-unreadable', 'không được có ? hay #.', 'must hold no ? or #.');
  if (protocol === 'postgresql' && !/^\/[^/]+$/.test(url.pathname)) {
    root.note('address', 'system.address-unreadable', 'phải kết thúc bằng /tên_cơ_sở_dữ_liệu.', 'must end in /database_name.');
  }
  if (protocol !== 'postgresql' && protocol !== 'graphql' && !url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function readCredential(root: CheckedObject, protocol: Protocol): Credential | undefined {
  const object = root.optionalObject('credential');
  if (object === undefined) return undefined;
  const as = object.word('as', ['bearer', 'basic', 'header'], protocol === 'postgresql' ? 'basic' : 'bearer');
  const header = as === 'header' ? object.text('header', /^[A-Za-z][A-Za-z0-9-]*$/) : undefined;
  if (protocol === 'postgresql' && as !== 'basic')
    object.note('as', 'system.field-unreadable', 'PostgreSQL chỉ dùng "basic".', 'PostgreSQL takes "basic" only.');
  const name = object.text('name', secretName, secretShape);
  object.noteUnknown();
  return { name, as, header };
}

function readFigure(object: CheckedObject): FigureSource {
  const figure = { metric: object.text('metric', /^[a-z][a-z0-9_]*$/), field: object.text('field') };
  object.noteUnknown();
  return figure;
}

function noteFigureFaults(root: CheckedObject, system: SystemFile): void {
  system.figures.forEach((figure, i) => {
    const read = system.reads.find((r) => r.list === undefined && r.fields.some((f) => f.name === figure.field));
    const field = read?.fields.find((f) => f.name === figure.field);
    if (read === undefined || field === undefined) {
      root.note(
        `figures[${i}].field`,
        'system.figure-field-unknown',
        `không có trường “${figure.field}” trong "reads" (trường của danh sách không dùng được).`,
        `there is no field “${figure.field}” in "reads" (a list's field cannot be used).`,
      );
      return;
    }
    if (!read.byPeriod)
      root.note(
        `figures[${i}].field`,
        'system.figure-without-period',
        'câu hỏi của trường này phải dùng {from} và {to}: số liệu là của một kỳ.',
        'the request of this field must use {from} and {to}: a figure is about a period.',
      );
    if (field.type !== 'Int' && field.type !== 'Decimal')
      root.note(`figures[${i}].field`, 'system.figure-not-number', 'phải là Int hoặc Decimal.', 'must be Int or Decimal.');
    if (field.unit === undefined)
      root.note(
        `figures[${i}].field`,
        'system.figure-without-unit',
        `trường “${figure.field}” thiếu "unit" (đơn vị tính).`,
        `field “${figure.field}” lacks "unit" (the unit of measure).`,
      );
  });
  if (system.figures.length > 0 && system.deliverWith === undefined) {
    root.note(
      'deliverWith',
      'system.field-missing',
      'thiếu: tên bí mật chứa khóa API của RegionLink để nộp số liệu.',
      'is missing: the name of the secret with the RegionLink API key that delivers the figures.',
    );
  }
}

function readSdl(root: CheckedObject, path: string): string {
  const name = root.text('sdl', /^[A-Za-z0-9_.-]+\.graphql$/, {
    vi: 'tên tệp .graphql nằm cạnh tệp này',
    en: 'a .graphql file beside this one',
  });
  if (name === '') return '';
  const file = join(dirname(path), name);
  if (!existsSync(file)) {
    root.note('sdl', 'system.file-missing', `không có tệp ${name} bên cạnh.`, `there is no file ${name} beside it.`);
    return '';
  }
  const sdl = readFileSync(file, 'utf8');
  try {
    parse(sdl);
    if (!/@link\s*\(/.test(sdl)) {
      root.note(
        'sdl',
        'system.sdl-not-v2',
        'thiếu “extend schema @link(url: "https://specs.apollo.dev/federation/v2.…")”: chỉ nối được Federation v2.',
        'lacks “extend schema @link(url: "https://specs.apollo.dev/federation/v2.…")”: only Federation v2 can be joined.',
      );
    }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    root.note('sdl', 'system.sdl-unreadable', `không đọc được: ${words}`, `cannot be read: ${words}`);
  }
  return sdl;
}
