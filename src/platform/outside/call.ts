/**
 * One request to a program outside, at an address that somebody has typed in.
 *
 * The desk stands where outsiders do not, so it must not be led to its own neighbours: loopback,
 * link-local and private addresses are refused unless the settings name the host, and so is
 * plain HTTP. The address is judged when the connection is made, so a name that turns to another
 * address later is judged again. Redirects are not followed; of an answer only the status counts.
 */
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export type Reached = { readonly status: number; readonly tookMs: number };
export type Unreached = { readonly problem: CallProblem; readonly tookMs: number };
export type CallProblem =
  | 'not_allowed'
  | 'no_such_host'
  | 'refused_connection'
  | 'timed_out'
  | 'broken_off';

export type OutsideCall = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Hosts that may be inside, and spoken to without TLS. */
  readonly insideHosts: readonly string[];
  readonly timeoutMs: number;
};

/** May the address be called at all, before its name is looked up? */
export function isFit(address: string, insideHosts: readonly string[]): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  const host = bareHost(url);
  if (insideHosts.includes(host)) return url.protocol === 'https:' || url.protocol === 'http:';
  return url.protocol === 'https:' && (isIP(host) === 0 || !isInside(host));
}

/** Posts the body once; never throws. */
export async function postOutside(call: OutsideCall): Promise<Reached | Unreached> {
  const began = performance.now();
  const tookMs = (): number => Math.round(performance.now() - began);
  if (!isFit(call.url, call.insideHosts)) return { problem: 'not_allowed', tookMs: tookMs() };
  try {
    return { status: await post(new URL(call.url), call), tookMs: tookMs() };
  } catch (error) {
    return { problem: problemOf(error), tookMs: tookMs() };
  }
}

function post(url: URL, { headers, body, insideHosts, timeoutMs }: OutsideCall): Promise<number> {
  const known = insideHosts.includes(bareHost(url));
  const { request } = url.protocol === 'https:' ? https : http;
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const asked = request(
    url,
    {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      signal: AbortSignal.timeout(timeoutMs),
      // No connection is kept, so that each is judged.
      agent: false,
      ...(known ? {} : { lookup: lookUpOutside }),
    },
    (answer) => {
      // What it says is nobody's business here; how it says it is.
      answer.resume();
      resolve(answer.statusCode ?? 0);
    },
  );
  asked.on('error', reject);
  asked.end(body);
  return promise;
}

/** As the system looks a name up, refusing what leads inside. */
const lookUpOutside: LookupFunction = (host, options, done) => {
  dns.lookup(host, { ...options, all: true }, (error, found) => {
    if (error) done(error, []);
    else if (found.some(({ address }) => isInside(address))) done(new LedInside(), []);
    else done(null, found);
  });
};

class LedInside extends Error {}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/gu, '');
}

/** Loopback, private, shared, link-local, multicast and reserved (RFC 6890). */
const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(network, bits, 'ipv6');
}

function isInside(address: string): boolean {
  return inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const problems: Readonly<Record<string, CallProblem>> = {
  ENOTFOUND: 'no_such_host',
  EAI_AGAIN: 'no_such_host',
  ECONNREFUSED: 'refused_connection',
  EHOSTUNREACH: 'refused_connection',
  ENETUNREACH: 'refused_connection',
};

function problemOf(error: unknown): CallProblem {
  if (error instanceof LedInside) return 'not_allowed';
  if (!(error instanceof Error)) return 'broken_off';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timed_out';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return problems[code] ?? 'broken_off';
}
