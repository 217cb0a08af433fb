/**
 * A server on a free port that speaks the part of Twilio's API which the desk uses: messages are
 * created over HTTP with basic authentication and a form, answered as its documentation says.
 *
 *     await using provider = await twilioServer();
 *     const texter = makeTexter(provider.settings);
 */
import { createHmac } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TextSettings } from '#platform/telephony/settings.ts';

type Mood = 'takes' | 'opted out' | 'breaks off' | 'is ill';

const accountSid = `AC${'5'.repeat(32)}`;
const authToken = '12345';

export async function twilioServer() {
  const texts: Record<string, string>[] = [];
  const moods: { now: Mood } = { now: 'takes' };
  const server = createServer((request, response) => {
    void answer(request, response, { texts, mood: moods.now });
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', () => ready()));
  // A server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const settings: TextSettings = {
    accountSid,
    authToken,
    from: '+15125550100',
    baseUrl: `http://127.0.0.1:${port}`,
    publicUrl: 'https://desk.example',
  };
  return {
    settings,
    texts,
    now: (mood: Mood) => (moods.now = mood),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

type Asked = { readonly texts: Record<string, string>[]; readonly mood: Mood };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { texts, mood }: Asked,
): Promise<void> {
  const body = await readAll(request);
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  if (request.method !== 'POST' || request.url !== path) return send(response, 404, notFound);
  if (request.headers.authorization !== `Basic ${basic}`) return send(response, 401, unknown);
  if (mood === 'is ill') return send(response, 503, { ...unknown, status: 503 });
  if (mood === 'opted out') return send(response, 400, optedOut);
  const fields = Object.fromEntries(new URLSearchParams(body));
  texts.push(fields);
  if (mood === 'breaks off') {
    request.socket.destroy();
    return;
  }
  const sid = `SM${String(texts.length).padStart(32, '0')}`;
  send(response, 201, {
    sid,
    account_sid: accountSid,
    to: fields['To'],
    from: fields['From'],
    body: fields['Body'],
    status: 'queued',
    num_segments: '1',
    error_code: null,
    error_message: null,
    uri: path,
  });
}

const notFound = { code: 20404, message: 'not found', status: 404, more_info: '' };
const unknown = { code: 20003, message: 'Authenticate', status: 401, more_info: '' };
const optedOut = {
  code: 21610,
  message: 'Attempt to send to unsubscribed recipient',
  status: 400,
  more_info: 'https://www.twilio.com/docs/errors/21610',
};

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
}

/** Twilio's signature, from its own description: the address, then each field by name. */
export function twilioSignature(
  url: string,
  fields: Readonly<Record<string, string>>,
  token = authToken,
): string {
  const text = Object.keys(fields)
    .toSorted()
    .reduce((joined, name) => `${joined}${name}${fields[name] ?? ''}`, url);
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}
