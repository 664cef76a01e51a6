import { XMLParser } from 'fast-xml-parser';
import type { Read, SystemFile } from '../config/system-file.js';
import { HttpDoor } from '../upstream/http-door.js';
import { SystemFailure } from '../upstream/failure.js';
import type { Secrets } from '../upstream/secrets.js';
import type { Connector, PeriodDays, SystemRecord } from './connector.js';
import { oneByOne } from './rest.js';
import { byKey, filled, recordsAt, valueAt } from './records.js';

type SoapRequest = Extract<Read['request'], { protocol: 'soap' }>;

// Entities are off: an answer cannot blow itself up or reach for files. Values stay texts; the mapping knows their types.
const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreAttributes: true,
  processEntities: false,
  trimValues: true,
});

/** SOAP 1.1: the key element repeated for every key, or one call per key when the service takes only one. */
export function soapConnector(system: SystemFile, secrets: Secrets): Connector {
  const door = new HttpDoor(system.address, system.atOnce, system.credential, secrets);

  async function ask(
    request: SoapRequest,
    keys: readonly string[],
    period: PeriodDays | undefined,
    signal: AbortSignal,
  ): Promise<readonly SystemRecord[]> {
    const text = await door.call(
      {
        method: 'POST',
        path: request.path,
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${request.action}"` },
        body: envelope(request, keys, period),
      },
      signal,
    );
    return recordsAt(bodyOf(text), request.items).map(decoded);
  }

  return {
    async read(read, keys, period, signal) {
      const request = read.request as SoapRequest;
      if (request.oneByOne) return oneByOne(keys, (key) => ask(request, [key], period, signal));
      return byKey(await ask(request, keys, period, signal), read.key.field ?? '', keys);
    },
    close: () => door.close(),
  };
}

/** The request as sent. */
export function envelope(request: SoapRequest, keys: readonly string[], period: PeriodDays | undefined): string {
  const parts = [
    ...keys.map((key) => element(request.keyElement, key)),
    ...Object.entries(request.parameters).map(([name, text]) => element(name, filled(text, period))),
  ];
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
    `<${request.operation} xmlns="${escaped(request.namespace)}">${parts.join('')}</${request.operation}>` +
    '</soap:Body></soap:Envelope>'
  );
}

function bodyOf(text: string): unknown {
  // The parser forgives what is cut off; half an answer must not look whole.
  if (!/<\/(?:[\w.-]+:)?Envelope>\s*$/.test(text.slice(-200))) throw new SystemFailure('garbage', 'not a SOAP envelope');
  let parsed: unknown;
  try {
    parsed = parser.parse(text);
  } catch {
    throw new SystemFailure('garbage', 'not XML');
  }
  const body = valueAt(parsed, 'Envelope.Body');
  if (body === undefined) throw new SystemFailure('garbage', 'not a SOAP envelope');
  if (valueAt(body, 'Fault') !== undefined) throw new SystemFailure('rejected', 'SOAP fault');
  return body;
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Texts of a record with the five XML entities and character references put back; everything else stays as it came. */
function decoded(record: SystemRecord): SystemRecord {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, decodedValue(value)]));
}

function decodedValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(
      /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g,
      (whole, name?: string, decimal?: string, hex?: string) => {
        if (name !== undefined) return named[name] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
  }
  if (Array.isArray(value)) return value.map(decodedValue);
  return typeof value === 'object' && value !== null ? decoded(value as SystemRecord) : value;
}
