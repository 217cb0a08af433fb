/**
 * What goes wrong, as problem details (RFC 9457).
 *
 * A refusal keeps its name as `code`; what the program did not expect becomes
 * `server.failed` with the number of the request, and its cause goes only into the log.
 */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { WireProblem } from '#platform/contract/wire.ts';
import { type Facts, type Refused, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Speak } from './words.ts';

export type FieldErrors = readonly { readonly field: string; readonly message: string }[];

/** A refusal as an error, for hooks: caught by the error handler and answered as usual. */
export class RefusedRequest extends Error {
  readonly refused: Refused<string>;
  readonly errors: FieldErrors | undefined;
  constructor(refused: Refused<string>, errors?: FieldErrors) {
    super(refused.refusal);
    this.refused = refused;
    this.errors = errors;
  }
}

const statusByCode: Readonly<Record<string, number>> = {
  'csrf.other_origin': 403,
  'csrf.token_missing': 403,
  'idempotency.bad_key': 400,
  'idempotency.key_used_otherwise': 409,
  'page.bad_cursor': 400,
  'permission.missing': 403,
  'request.busy': 409,
  'request.no_dry_run': 400,
  'request.not_understood': 400,
  'request.too_large': 413,
  'request.too_many': 429,
  'request.unknown_kind': 415,
  'server.database_away': 503,
  'server.failed': 500,
  'session.missing': 401,
  'session.needs_sign_in': 403,
  'session.wrong_credentials': 401,
};

/** The HTTP status of a refusal: 422 unless its name says more. */
export function statusOf(code: string): number {
  const own = statusByCode[code];
  if (own !== undefined) return own;
  if (code.includes('.no_such_')) return 404;
  return /\.locked(_|$)/u.test(code) ? 409 : 422;
}

/** Sends a refusal in the caller's language. */
export function sendProblem(
  reply: FastifyReply,
  { refusal, facts }: Refused<string>,
  speak: Speak,
  language: Language,
  errors?: FieldErrors,
): FastifyReply {
  const status = statusOf(refusal);
  const problem: WireProblem = {
    type: `urn:dunlin:${refusal}`,
    title: refusal,
    status,
    code: refusal,
    detail: speak(refusal, facts, language),
    ...(Object.keys(facts).length > 0 ? { facts: { ...facts } } : {}),
    ...(errors ? { errors: [...errors] } : {}),
  };
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem);
}

/** What an error means for the caller. */
export function problemOf(error: FastifyError, request: FastifyRequest): RefusedRequest {
  if (error instanceof RefusedRequest) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return refusedAs('request.not_understood', {}, fieldErrors(error));
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return refusedAs('request.too_large');
  if (status === 415) return refusedAs('request.unknown_kind');
  if (status >= 400 && status < 500) {
    return refusedAs('request.not_understood', {}, [{ field: '', message: error.message }]);
  }
  if (lockTimedOut.has(error.code)) return refusedAs('request.busy');
  if (isDatabaseAway(error.code)) return refusedAs('server.database_away');
  return refusedAs('server.failed', { request: request.id });
}

function refusedAs(code: string, facts: Facts = {}, errors?: FieldErrors): RefusedRequest {
  return new RefusedRequest(refuse(code, facts), errors);
}

/** `lock_not_available`, `deadlock_detected`, `serialization_failure` of PostgreSQL. */
const lockTimedOut: ReadonlySet<string | undefined> = new Set(['55P03', '40P01', '40001']);

/** Connection lost or refused, starting or shutting down (classes 08 and 57P). */
function isDatabaseAway(code: string | undefined): boolean {
  return code !== undefined && /^(ECONN(REFUSED|RESET)|08\w{3}|57P0[123])$/u.test(code);
}

function fieldErrors(error: FastifyError): FieldErrors {
  return (error.validation ?? []).map(({ instancePath, message }) => ({
    field: instancePath.replace(/^\//u, '').replaceAll('/', '.'),
    message: message ?? '',
  }));
}
