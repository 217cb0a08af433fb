/**
 * The only door to the server. A route of a contract goes in, its answer comes out, both
 * typed by the contract. A no of the business is thrown as `Refused` with its stable code.
 *
 * Every write carries a fresh idempotency key, kept over its own retries: a broken line can
 * never do a thing twice.
 */
import type { z } from 'zod';
import { composeId } from '#kernel/ids.ts';
import type { Route } from '#platform/contract/route.ts';
import type { WireProblem } from '#platform/contract/wire.ts';
import { Refused, Unreachable } from './ui/refusal.ts';

export type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
type Needed<Params, Query, Body> = { params: Params; query: Query; body: Body };
type Declared<Parts> = {
  [Name in keyof Parts as Parts[Name] extends z.ZodUndefined ? never : Name]: z.input<
    // Every part of a route is a schema.
    Extract<Parts[Name], z.ZodType>
  >;
};
/** What the route must be given: only the parts that it declares. */
export type Asking<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType>
    ? Declared<Needed<P, Q, B>> & { signal?: AbortSignal }
    : never;
export type Answer<R> =
  R extends Route<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never;

/** What an address can hold. */
export function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

let csrf = '';

/** Keeps the session's token, which every write sends back. */
export function keepToken(token: string): void {
  csrf = token;
}

/** Calls a route and answers what it answers; throws `Refused` or `Unreachable`. */
export function call<R extends AnyRoute>(route: R, asking: Asking<R>): Promise<Answer<R>> {
  // `Asking` only narrows which of these parts a caller must give.
  return ask(route, asking as Loose);
}

/**
 * Does a write as a rehearsal: the server does all of it, takes it back and answers what it
 * would have answered.
 */
export async function rehearse<R extends AnyRoute>(
  route: R,
  asking: Asking<R>,
): Promise<Answer<R>> {
  // As in `call`; the server reads `dryRun` on every write.
  const given = asking as Loose;
  const query = { ...given.query, dryRun: true };
  const { answer } = await ask<{ answer: Answer<R> }>(route, { ...given, query });
  return answer;
}

async function ask<T>(route: AnyRoute, given: Loose): Promise<T> {
  const body = given.body === undefined ? undefined : JSON.stringify(given.body);
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await send(addressOf(route, given), { ...init(route, headers, given), body });
  return read(response);
}

/** Tries a write and takes it back: what it would answer. Throws as `call` does. */
export async function tryOut<R extends AnyRoute>(route: R, asking: Asking<R>): Promise<Answer<R>> {
  // As in `call`; every write takes `dryRun`, which is of no route in particular.
  const given = asking as Loose;
  const query = { ...given.query, dryRun: true };
  // The server reads it beside what the route declares.
  const asked = { ...given, query } as unknown as Asking<R>;
  const wrapped = await call(route, asked);
  // The answer of a dry run holds what the write would have answered.
  return (wrapped as { answer: Answer<R> }).answer;
}

/** Sends files to an upload route. */
export async function upload<R extends AnyRoute>(
  route: R,
  files: readonly File[],
  query: Readonly<Record<string, string | undefined>> = {},
  params: Readonly<Record<string, string>> = {},
): Promise<Answer<R>> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  const headers = { accept: 'application/json', 'accept-language': document.documentElement.lang };
  const address = addressOf(route, { params, query: { ...query } });
  return read(await send(address, { ...init(route, headers, {}), body: form }));
}

/** Sends files as a rehearsal: what taking them in would answer. */
export async function rehearseUpload<R extends AnyRoute>(
  route: R,
  files: readonly File[],
  query: Readonly<Record<string, string | undefined>> = {},
): Promise<Answer<R>> {
  const told = await upload(route, files, { ...query, dryRun: 'true' });
  // The answer of a dry run holds what the write would have answered.
  return (told as { answer: Answer<R> }).answer;
}

/** The address of a download, for a link. */
export function hrefOf<R extends AnyRoute>(route: R, asking: Asking<R>): string {
  // As in `call`.
  return addressOf(route, asking as Loose);
}

type Loose = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal;
};
type Init = { method: string; headers: Record<string, string>; signal?: AbortSignal };
type Sent = Init & { body?: BodyInit | undefined };

function init(route: AnyRoute, headers: Record<string, string>, given: Loose): Init {
  const write = route.method !== 'GET';
  return {
    method: route.method,
    headers: write ? { ...headers, 'x-csrf-token': csrf, 'idempotency-key': newKey() } : headers,
    ...(given.signal === undefined ? {} : { signal: given.signal }),
  };
}

function addressOf(route: AnyRoute, given: Loose): string {
  const path = route.path.replace(/:(\w+)/gu, (_, name: string) =>
    encodeURIComponent(given.params?.[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given.query ?? {})) {
    if (isPlain(value) && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A broken line is tried twice more with the same key; the server answers a key only once. */
async function send(address: string, sent: Sent): Promise<Response> {
  const { body, ...rest } = sent;
  const request: RequestInit = {
    ...rest,
    credentials: 'same-origin',
    // A small write that is on its way survives the closing of its page.
    keepalive: rest.method !== 'GET' && isSmall(body),
    ...(body ? { body } : {}),
  };
  for (const wait of [300, 900, 0]) {
    try {
      return await fetch(address, request);
    } catch (error) {
      if (sent.signal?.aborted === true) throw error;
      if (wait === 0) break;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  throw new Unreachable();
}

function isSmall(body: BodyInit | undefined): boolean {
  return body === undefined || (typeof body === 'string' && body.length < 30_000);
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  const value = parsed(text);
  // The contract types both sides; the server checks its answers against it.
  if (response.ok) return value as T;
  if (isProblem(value)) throw new Refused(value);
  if (response.status === 502 || response.status === 504) throw new Unreachable();
  throw new Refused({
    title: response.statusText,
    status: response.status,
    code: 'request.failed',
    detail: '',
  });
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(value: unknown): value is WireProblem {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}

/** A time-ordered id; `crypto.randomUUID` is missing where the desk is not served over TLS. */
function newKey(): string {
  const random = crypto.getRandomValues(new Uint32Array(3));
  return composeId(Date.now(), random[0] ?? 0, random[1] ?? 0, random[2] ?? 0);
}
