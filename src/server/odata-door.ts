/**
 * The door of the OData feed: `/odata/v4/`, where Excel and Power BI come with an API key.
 *
 * They show the key as the password of Basic, or as a bearer token; who asks and what they may
 * is settled by the same gate as everywhere. Errors have the shape that OData clients read.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerFeed } from '#areas/datasets/http/feed.ts';
import type { Refused } from '#kernel/outcome.ts';
import { route } from '#platform/contract/route.ts';
import { deskOfReports } from './answer.ts';
import { problemOf, statusOf } from './errors.ts';
import { languageOf } from './gate.ts';
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

/** Serves the feed. */
export async function serveOData(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (door) => {
    door.setErrorHandler((error: FastifyError, request, reply) => {
      const { refused } = problemOf(error, request);
      if (refused.refusal.startsWith('server.')) request.log.error({ err: error }, 'failed');
      return sendError(reply, refused, house, request);
    });
    const handler = (request: FastifyRequest, reply: FastifyReply) => answer(request, reply, house);
    for (const url of ['/odata/v4', '/odata/v4/*']) {
      door.get(url, { config: { contract }, schema: { hide: true }, handler });
    }
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  house: House,
): Promise<FastifyReply> {
  const options = optionsOf(request.query);
  const { accept = '', prefer = '' } = request.headers;
  const format = `${options['$format'] ?? ''};${accept}`;
  const [, size] = /odata\.maxpagesize=(\d+)|maxpagesize=(\d+)/u.exec(String(prefer)) ?? [];
  const desk = await deskOfReports(house.desk, house.replica);
  const outcome = await answerFeed(desk, callerOf(request).session, {
    path: pathOf(request),
    options,
    base: `${request.protocol}://${request.host}/odata/v4/`,
    wantsJson: /^(?:json|application\/json)/u.test(options['$format'] ?? accept),
    textNumbers: /IEEE754Compatible=true/iu.test(format),
    pageSize: size === undefined ? undefined : Math.max(1, Number(size)),
  });
  if (!outcome.ok) return sendError(reply, outcome, house, request);
  return reply
    .header('odata-version', '4.0')
    .header('cache-control', 'no-store')
    .type(outcome.value.type)
    .send(outcome.value.body);
}

/** What follows the feed's own address, read as it was written. */
function pathOf({ url }: FastifyRequest): string {
  const [path = ''] = url.split('?');
  const rest = path.replace(/^\/odata\/v4\/?/u, '').replace(/\/$/u, '');
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

function optionsOf(query: unknown): Record<string, string> {
  if (typeof query !== 'object' || query === null) return {};
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

/** A question that does not fit is the client's error here, whatever it is elsewhere. */
function sendError(
  reply: FastifyReply,
  { refusal, facts }: Refused<string>,
  house: House,
  request: FastifyRequest,
): FastifyReply {
  const usual = refusal === 'odata.not_supported' ? 501 : statusOf(refusal);
  const status = usual === 422 || refusal.startsWith('datasets.') ? 400 : usual;
  if (status === 401) reply.header('www-authenticate', 'Basic realm="Dunlin", charset="UTF-8"');
  const language = request.caller?.session.language ?? languageOf(request);
  const message = house.speak(refusal, facts, language);
  const target = facts['field'];
  const error = { code: refusal, message, ...(target === undefined ? {} : { target }) };
  return reply
    .code(status)
    .header('odata-version', '4.0')
    .header('cache-control', 'no-store')
    .type('application/json;odata.metadata=minimal;charset=utf-8')
    .send(JSON.stringify({ error }));
}
