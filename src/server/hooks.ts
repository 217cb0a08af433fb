/**
 * The door of the text provider: no session and no cookie, but its signature on every request.
 *
 * The rule: what is not signed by the provider for this very address is refused before a word of
 * it is read; answered is only that it was taken.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hearReport, hearText } from '#areas/correspondence/http/texts.ts';
import type { Desk } from '#platform/action.ts';
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

function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
}
