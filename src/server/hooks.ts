/**
 * The doors of the providers of texts and of print: no session and no cookie, but a signature on
 * every request.
 *
 * The rule: what is not signed by its provider is refused before a word of it is read; answered
 * is only that it was taken.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hearLetterReport } from '#areas/correspondence/http/letters.ts';
import { hearReport, hearText } from '#areas/correspondence/http/texts.ts';
import type { Desk } from '#platform/action.ts';
import { lobReportPath } from '#platform/print/lob-report.ts';
import { arrivalPath, reportPath } from '#platform/telephony/twilio.ts';

type Fields = Readonly<Record<string, string>>;

/** Serves the hooks; without a provider they answer that nothing is here. */
export async function serveHooks(app: FastifyInstance, desk: Desk): Promise<void> {
  await app.register(async (door) => {
    door.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    door.post(arrivalPath, (request, reply) => take(desk, request, reply, arrivalPath));
    door.post(reportPath, (request, reply) => take(desk, request, reply, reportPath));
  });
  await app.register(async (door) => {
    // The signature is one of the very bytes, so that nobody reads them before it is checked.
    door.removeContentTypeParser('application/json');
    door.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: 256_000 },
      (_request, body, done) => done(null, String(body)),
    );
    door.post(lobReportPath, (request, reply) => takeLetterReport(desk, request, reply));
  });
}

async function take(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
): Promise<FastifyReply> {
  const texter = desk.telephony?.texter;
  if (texter === undefined) return reply.code(404).send();
  const fields = fieldsOf(request.body);
  const signature = request.headers['x-twilio-signature'];
  if (typeof signature !== 'string' || !texter.signed(path, fields, signature)) {
    return reply.code(403).send();
  }
  await (path === arrivalPath ? hearText(desk, fields) : hearReport(desk, fields));
  // An answer in the provider's own language: say nothing back now, the gate is asked first.
  return reply.type('text/xml').send('<?xml version="1.0" encoding="UTF-8"?><Response/>');
}

async function takeLetterReport(
  desk: Desk,
  { headers, body }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const hear = desk.printer?.hear;
  if (hear === undefined) return reply.code(404).send();
  const report = {
    body: typeof body === 'string' ? body : '',
    signature: String(headers['lob-signature'] ?? ''),
    timestamp: String(headers['lob-signature-timestamp'] ?? ''),
  };
  const heard = hear(report, desk.clock.now());
  if (heard === false) return reply.code(403).send();
  if (heard.news !== undefined) await hearLetterReport(desk, heard.news);
  return reply.code(204).send();
}

function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
}
