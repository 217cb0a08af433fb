/**
 * The door for people without an account: the page behind a link, and the form on it.
 *
 * It has no session and no cookie, so that nothing of a signed-in reader can be used through it;
 * the address is never sent on to another site.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Coming, type Form, type LinkPage } from '#areas/disputes/http/link-page.ts';
import { answerLink, showLink } from '#areas/disputes/http/link-page.ts';
import { largestFile, mostFiles } from '#areas/disputes/rules/link.ts';
import type { Desk } from '#platform/action.ts';
import { phrases } from './house.ts';

const path = '/answer/:token';

/** Serves the page and its form. */
export function serveAnswers(app: FastifyInstance, desk: Desk): void {
  app.get(path, async (request, reply) => send(reply, await showLink(desk, comingOf(request))));
  app.post(path, async (request, reply) => {
    const form = await formOf(request);
    return send(reply, await answerLink(desk, comingOf(request), form));
  });
}

function comingOf({ params, query, ip }: FastifyRequest): Coming {
  return {
    token: textIn(params, 'token') ?? '',
    lang: textIn(query, 'lang'),
    address: ip,
    phrases,
  };
}

/** The form's fields and files; one too large or too many is cut off and refused by the rule. */
async function formOf(request: FastifyRequest): Promise<Form> {
  const fields: Record<string, string> = {};
  const files: { name: string; bytes: Uint8Array }[] = [];
  if (request.isMultipart()) {
    const limits = { fileSize: largestFile + 1, files: mostFiles + 1, fields: 10 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer().catch(() => new Uint8Array(largestFile + 1));
        // A browser sends a nameless part where no file was chosen.
        if (part.filename !== '') files.push({ name: part.filename, bytes });
      } else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    }
  }
  return { fields, files, foreign: isForeign(request) };
}

/** Did a page of another site send this? Old browsers say nothing; the form's mark stands then. */
function isForeign({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return true;
  const { origin } = headers;
  return origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== host;
}

function send(reply: FastifyReply, { status, html }: LinkPage): FastifyReply {
  return reply
    .code(status)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
    .send(html);
}

function textIn(from: unknown, name: string): string | undefined {
  if (typeof from !== 'object' || from === null) return undefined;
  const value: unknown = Object.getOwnPropertyDescriptor(from, name)?.value;
  return typeof value === 'string' ? value : undefined;
}
