/**
 * A server on a free port that speaks the part of Lob's API which the desk uses: letters are
 * created from a form, under an Idempotency-Key, answered as its documentation says.
 *
 *     await using provider = await lobServer();
 *     const printer = lobPrinter(provider.settings);
 *     provider.now('breaks off');
 */
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PrinterSettings } from '#platform/print/settings.ts';

type Mood = 'takes' | 'refuses' | 'is ill' | 'breaks off';

export type LobLetter = { readonly id: string; readonly key: string; readonly form: FormData };

const apiKey = 'test_0123456789';

export async function lobServer() {
  const letters: LobLetter[] = [];
  let mood: Mood = 'takes';
  const server = createServer((request, response) => {
    const say = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    void bodyOf(request).then((form) => {
      const { authorization, 'idempotency-key': key } = request.headers;
      if (authorization !== `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`) {
        return say(401, wrong(401, 'unauthorized'));
      }
      if (request.method !== 'POST' || request.url !== '/v1/letters') {
        return say(404, wrong(404, 'no such thing'));
      }
      if (mood === 'is ill') return say(500, wrong(500, 'we are ill'));
      const zip = form.get('to[address_zip]');
      if (mood === 'refuses' || zip === null)
        return say(422, wrong(422, 'address_zip is required'));
      const before = letters.find((letter) => letter.key === key);
      const made = before ?? { id: `ltr_${letters.length + 1}`, key: String(key), form };
      if (!before) letters.push(made);
      if (mood === 'breaks off') return request.socket.destroy();
      const certified = form.get('extra_service') === 'certified';
      return say(200, {
        id: made.id,
        object: 'letter',
        expected_delivery_date: '2026-07-14',
        tracking_number: certified ? '92071902358909000011275538' : null,
      });
    });
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', () => ready()));
  // A server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  const settings: PrinterSettings = {
    apiKey,
    baseUrl,
    version: '2020-02-11',
    webhookSecret: 'the secret of the webhook',
    handAfterMinutes: 60,
  };
  return {
    settings,
    letters,
    now: (next: Mood) => {
      mood = next;
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

type LobEvent = {
  readonly id: string;
  readonly type: string;
  /** The provider's number of the letter. */
  readonly ref: string;
  /** Our own key, which it keeps. */
  readonly key?: string;
  readonly at?: string;
};

/** An event of a letter as the provider posts it to a webhook. */
export function lobEvent({ id, type, ref, key = '', at = '2026-07-10T12:00:00.000Z' }: LobEvent) {
  const body = { id: ref, object: 'letter', metadata: { letter: key } };
  const kind = { id: type, enabled_for_test: true, resource: 'letters', object: 'event_type' };
  const event = { id, object: 'event', date_created: at, event_type: kind };
  return JSON.stringify({ ...event, reference_id: ref, body });
}

const wrong = (status: number, message: string) => ({ error: { message, status_code: status } });

async function bodyOf(request: IncomingMessage): Promise<FormData> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  const type = request.headers['content-type'] ?? '';
  const form = new Response(Buffer.concat(pieces), { headers: { 'content-type': type } });
  return form.formData().catch(() => new FormData());
}
