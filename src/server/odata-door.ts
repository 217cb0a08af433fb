/**
 * The door of the OData feed: `/odata/v4/`, where Excel and Power BI come with an API key.
 *
 * They show the key as the password of Basic, or as a bearer token; who asks and what they may
 * is settled by the same gate as everywhere. Errors have the shape that OData clients read.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerFeed } from '#areas/datasets/http/feed.ts';
import { refuse, type Refused } from '#kernel/outcome.ts';
import { route } from '#platform/contract/route.ts';
import { deskOfReports } from './answer.ts';
import { problemOf, statusOf } from './errors.ts';
import { languageOf } from './gate.ts';
import {
  type Alone,
  answerBatch,
  type Answered,
  type BatchAnswer,
  batchBody,
  jsonOf,
} from './odata-batch.ts';
import { multipartOf, readMultipart } from './odata-multipart.ts';
import { callerOf, type House } from './register.ts';

const contract = route({
  method: 'GET',
  path: '/odata/v4/*',
  summary: 'The datasets as an OData v4 feed',
  tag: 'datasets',
  permission: 'datasets.read',
  answer: z.undefined(),
  fromReplica: true,
});

const batchContract = route({
  method: 'POST',
  path: '/odata/v4/$batch',
  summary: 'Many requests of the feed in one',
  tag: 'datasets',
  permission: 'datasets.read',
  body: batchBody,
  answer: z.undefined(),
  fromReplica: true,
});

/** Serves the feed. */
export async function serveOData(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (door) => {
    door.setErrorHandler((error: FastifyError, request, reply) => {
      const { refused } = problemOf(error, request);
      if (refused.refusal.startsWith('server.')) request.log.error({ err: error }, 'failed');
      return send(reply, sayError(refused, house, request));
    });
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const [, query = ''] = request.url.split('?');
      const headers = { accept: request.headers.accept ?? '', prefer: preferOf(request) };
      const url = `${pathOf(request)}?${query}`;
      return send(reply, await answer({ url, headers }, request, house));
    };
    for (const url of ['/odata/v4', '/odata/v4/*']) {
      door.get(url, { config: { contract }, schema: { hide: true }, handler });
    }
    const whole = { parseAs: 'string' } as const;
    door.addContentTypeParser(/^multipart\/mixed/iu, whole, (_, body, done) => done(null, body));
    door.post('/odata/v4/$batch', {
      config: { contract: batchContract },
      schema: { hide: true },
      handler: (request, reply) => batch(request, reply, house),
    });
  });
}

function preferOf({ headers }: FastifyRequest): string {
  return String(headers['prefer'] ?? '');
}

async function batch(
  request: FastifyRequest,
  reply: FastifyReply,
  house: House,
): Promise<FastifyReply> {
  const type = request.headers['content-type'] ?? '';
  const inParts = typeof request.body === 'string';
  const asked = inParts ? { requests: readMultipart(type, String(request.body)) } : request.body;
  const read = batchBody.safeParse(asked);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? '';
    return send(reply, sayError(refuse('odata.not_understood', { field, at: 0 }), house, request));
  }
  const answers = await answerBatch(
    read.data,
    (alone) => answer(alone, request, house),
    (refused) => sayError(refused, house, request),
  );
  return send(reply, { status: 200, ...(inParts ? partsOf(answers) : inJson(answers)) });
}

function inJson(answers: readonly BatchAnswer[]) {
  return { type: 'application/json;charset=utf-8', body: jsonOf(answers) };
}

function partsOf(answers: readonly BatchAnswer[]) {
  const boundary = `batch_${randomUUID()}`;
  return { type: `multipart/mixed; boundary=${boundary}`, body: multipartOf(answers, boundary) };
}

async function answer(
  { url, headers }: Alone,
  request: FastifyRequest,
  house: House,
): Promise<Answered> {
  const at = url.indexOf('?');
  const path = at === -1 ? url : url.slice(0, at);
  const options = Object.fromEntries(new URLSearchParams(at === -1 ? '' : url.slice(at + 1)));
  const { accept = '', prefer = '' } = headers;
  const format = `${options['$format'] ?? ''};${accept}`;
  const [, size] = /maxpagesize=(\d+)/u.exec(prefer) ?? [];
  const desk = await deskOfReports(house.desk, house.replica);
  const outcome = await answerFeed(desk, callerOf(request).session, {
    path: readable(path),
    options,
    base: `${request.protocol}://${request.host}/odata/v4/`,
    wantsJson: /^(?:json|application\/json)/u.test(options['$format'] ?? accept),
    textNumbers: /IEEE754Compatible=true/iu.test(format),
    pageSize: size === undefined ? undefined : Math.max(1, Number(size)),
  });
  if (!outcome.ok) return sayError(outcome, house, request);
  return { status: 200, ...outcome.value };
}

/** What follows the feed's own address. */
function pathOf({ url }: FastifyRequest): string {
  const [path = ''] = url.split('?');
  return path.replace(/^\/odata\/v4\/?/u, '');
}

/** A path as it was written. */
function readable(path: string): string {
  const bare = path.replace(/\/$/u, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** A question that does not fit is the client's error here, whatever it is elsewhere. */
function sayError(
  { refusal, facts }: Refused<string>,
  house: House,
  request: FastifyRequest,
): Answered {
  const usual = refusal === 'odata.not_supported' ? 501 : statusOf(refusal);
  const status = usual === 422 || refusal.startsWith('datasets.') ? 400 : usual;
  const language = request.caller?.session.language ?? languageOf(request);
  const message = house.speak(refusal, facts, language);
  const target = facts['field'];
  const error = { code: refusal, message, ...(target === undefined ? {} : { target }) };
  const type = 'application/json;odata.metadata=minimal;charset=utf-8';
  return { status, type, body: JSON.stringify({ error }) };
}

function send(reply: FastifyReply, { status, type, body }: Answered): FastifyReply {
  if (status === 401) reply.header('www-authenticate', 'Basic realm="Dunlin", charset="UTF-8"');
  return reply
    .code(status)
    .header('odata-version', '4.0')
    .header('cache-control', 'no-store')
    .type(type)
    .send(body);
}
