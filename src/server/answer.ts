/**
 * Answers one request to a served route: gives its handler what it needs and sends what it
 * returns.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Desk, type Effect, perform as performOn } from '#platform/action.ts';
import type {
  FileAnswer,
  PerformBy,
  RawAsked,
  Served,
  UploadedFile,
} from '#platform/http/serve.ts';
import { setToken } from './cookie.ts';
import type { Replica } from '#platform/postgres/replica.ts';
import { RefusedRequest, sendProblem } from './errors.ts';
import type { Caller } from './gate.ts';
import type { House } from './register.ts';
import { readUpload, type Upload } from './upload.ts';

const nothingUploaded: Upload = { files: [], fields: {} };
/** Never kept in the audit trail, not even where it could be redacted. */
const withheld = new Set(['password', 'refreshToken', 'clientSecret', 'accountNumber']);

type Writing = {
  readonly key: string | undefined;
  readonly dryRun: boolean;
  done: { readonly effects: readonly Effect[]; readonly repeated: boolean } | undefined;
};

export type Asking = {
  readonly served: Served;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly caller: Caller;
};

/** Runs the handler and sends its answer, or its refusal as problem details. */
export async function answer(
  { served, request, reply, caller }: Asking,
  {
    desk,
    replica,
    speak,
    coveredOwner,
  }: Pick<House, 'desk' | 'replica' | 'speak' | 'coveredOwner'>,
): Promise<FastifyReply> {
  const writing = readWriting(served, request);
  const uploads = served.route.kind === 'upload';
  const upload = uploads ? await readUpload(request) : nothingUploaded;
  const input = inputOf(request, upload);
  const performBy = performFor(coveredOwner, caller, writing, input);
  const asked: RawAsked = {
    params: request.params,
    query: request.query,
    body: request.body,
    ...upload,
    session: caller.session,
    desk: served.route.fromReplica ? await deskOfReports(desk, replica) : desk,
    perform: (action, reason, work, accountId) =>
      performBy(action, reason, (doing) => performOn(desk, doing, work), accountId),
    performBy,
    wire: {
      dryRun: writing.dryRun,
      byApiKey: caller.byApiKey,
      token: caller.token,
      csrf: caller.csrf,
      ip: request.ip,
      agent: request.headers['user-agent'] ?? '',
      setToken: (token) => setToken(reply, token),
    },
  };
  const outcome = await served.run(asked);
  if (!outcome.ok) return sendProblem(reply, outcome, speak, caller.session.language);
  if (served.answers === 'file') {
    // `serveFile` is the only one that answers files, and its handlers return this.
    return sendFile(reply, outcome.value as FileAnswer);
  }
  if (writing.done?.repeated) reply.header('idempotency-replayed', 'true');
  if (!writing.dryRun || !writing.done) return reply.send(outcome.value);
  const { effects } = writing.done;
  return reply
    .serializer(JSON.stringify)
    .type('application/json')
    .send({ dryRun: true, effects, answer: outcome.value });
}

/** The desk of a report: the replica, whose now is the last moment that it knows. */
export async function deskOfReports(desk: Desk, replica: Replica | undefined): Promise<Desk> {
  const reader = await replica?.reader();
  if (!reader) return desk;
  const { db, knownTo } = reader;
  return { db, clock: { today: () => desk.clock.today(), now: () => knownTo } };
}

function readWriting({ route, dryRun: allowed }: Served, request: FastifyRequest): Writing {
  if (route.method === 'GET') return { key: undefined, dryRun: false, done: undefined };
  const key = request.headers['idempotency-key'];
  if (key !== undefined && !(typeof key === 'string' && /^[\x21-\x7e]{1,200}$/u.test(key))) {
    throw new RefusedRequest(refuse('idempotency.bad_key'));
  }
  if (request.wishesDryRun && !allowed) throw new RefusedRequest(refuse('request.no_dry_run'));
  return { key, dryRun: request.wishesDryRun, done: undefined };
}

/** What is asked, for the audit trail and to know a repeated key from a reused one. */
function inputOf({ params, body }: FastifyRequest, { files, fields }: Upload): unknown {
  return { params, body: withoutSecrets(body), fields, files: files.map(fingerprint) };
}

function fingerprint({ name, bytes }: UploadedFile): { name: string; sha256: string } {
  return { name, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function withoutSecrets(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => !withheld.has(key)));
}

function performFor(
  coveredOwner: House['coveredOwner'],
  caller: Caller,
  writing: Writing,
  input: unknown,
): PerformBy {
  return async (action, reason, by, accountId) => {
    if (writing.done) throw new Error(`${action}: perform comes once per request`);
    const { actor, memberId } = caller.session;
    const outcome = await by({
      action,
      actor,
      onBehalf: accountId && (await coveredOwner(accountId, memberId)),
      reason,
      input,
      dryRun: writing.dryRun,
      ...(accountId ? { accountId } : {}),
      ...(writing.key ? { key: writing.key } : {}),
    });
    if (!outcome.ok) return outcome;
    Object.assign(writing, { done: outcome.value });
    return accept(outcome.value.answer);
  };
}

/**
 * A file of outsiders that is shown: nothing in it may load, run or be framed. A picture is in a
 * sandbox as well; browsers refuse to show a PDF in one, and their readers are a sandbox already.
 */
const shownPolicies = {
  picture: "default-src 'none'; sandbox; frame-ancestors 'none'",
  pdf: "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
};

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const { name, type, body, shown, cutAfter } = file;
  const plain = name.replaceAll(/[^\w. -]/gu, '_');
  const full = encodeURIComponent(name);
  const how = shown ? 'inline' : 'attachment';
  const policy = shownPolicies[type === 'application/pdf' ? 'pdf' : 'picture'];
  if (shown) reply.header('content-security-policy', policy);
  if (cutAfter !== undefined) reply.header('rows-cut-after', String(cutAfter));
  return reply
    .serializer((payload: unknown) => payload as string) // Sent as it is, whatever the schema.
    .type(type)
    .header('content-disposition', `${how}; filename="${plain}"; filename*=UTF-8''${full}`)
    .send(typeof body === 'string' ? body : contentOf(body));
}

function contentOf(body: Uint8Array | AsyncIterable<string | Uint8Array>): Buffer | Readable {
  return body instanceof Uint8Array ? Buffer.from(body) : Readable.from(body);
}
