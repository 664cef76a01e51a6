import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Proxies whose word about a client's address counts. Everybody else may write into `X-Forwarded-For` what they like. */
export class TrustedProxies {
  readonly #list = new BlockList();

  /** @param entries Addresses and networks, such as `10.0.0.7` and `10.42.0.0/16`; those that are none come back by `faults`. */
  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const { address, bits } = parse(entry);
      if (bits !== null) this.#list.addSubnet(address, bits, family(address));
    }
  }

  /** What of this is neither an address nor a network. */
  static faults(entries: readonly string[]): readonly string[] {
    return entries.filter((entry) => parse(entry).bits === null);
  }

  trusts(address: string): boolean {
    return isIP(address) !== 0 && this.#list.check(address, family(address));
  }
}

/**
 * The address a request came from: that of the connection, unless it is a trusted proxy's. Then the nearest address in `X-Forwarded-For`
 * that is no trusted proxy's itself: what stands left of it was written by that client.
 */
export function clientAddress(request: IncomingMessage, proxies: TrustedProxies): string {
  let address = plain(request.socket.remoteAddress ?? '');
  const told = [request.headers['x-forwarded-for'] ?? []].flat().flatMap((line) => line.split(','));
  for (const entry of told.reverse()) {
    const next = plain(entry.trim());
    if (!proxies.trusts(address) || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

/** Without a port, and an IPv4 address as such when it comes as IPv6. */
function plain(address: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  return /^::ffff:([\d.]+)$/i.exec(bare)?.[1] ?? bare;
}

/** `bits` is null for what is no network. */
function parse(entry: string): { readonly address: string; readonly bits: number | null } {
  const [address = '', length, ...more] = entry.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : 999;
  return { address, bits: most === 0 || bits > most || more.length > 0 ? null : bits };
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
