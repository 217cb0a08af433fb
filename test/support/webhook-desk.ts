/** A desk that tells another program of news, and that program, which keeps what it heard. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { makeSeal } from '#platform/auth/sealing.ts';
import { deliverNext as dispatchNext } from '#platform/events/dispatcher.ts';
import { type Browser, openDesk, type TestDesk } from './http-desk.ts';
import { listeners } from '#server/wiring.ts';

type Heard = { readonly headers: Record<string, string>; readonly body: string };

/** Another program that is told of news; it answers as it is told to. */
export async function otherProgram(answers: number[] = []) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      heard.push({ headers: Object.fromEntries(headers), body });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Of a TCP server the address is an object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/news`,
    heard,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export async function openHouse() {
  const desk = await openDesk({
    seal: makeSeal('a key of more than thirty-two characters'),
    insideHosts: ['127.0.0.1'],
    // A signature is refused when its moment is minutes away from the real one.
    opensAt: instant(new Date().toISOString()),
  });
  const acme = await desk.company('ACME');
  const other = await desk.company('OTHER');
  const north = await desk.account(acme, 'NORTH');
  const south = await desk.account(other, 'SOUTH');
  const admin = await desk.signIn(await desk.member('administrator'));
  return { ...desk, acme, north, south, admin };
}

export async function tell(desk: TestDesk, name: string, accountId: Id | null): Promise<void> {
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.told', actor, reason: 'for the test', input: null };
  accepted(
    await perform(desk, doing, async (context) => {
      await context.tell({ name, accountId, payload: { order: 'SO-7', kind: 'released' } });
      return accept(null);
    }),
  );
  const onError = (error: unknown): void => {
    throw error;
  };
  while (await dispatchNext(desk, listeners, onError));
}

export async function addWebhook(admin: Browser, url: string, company?: string) {
  const events = ['credit.order_decided', 'cash.day_signed'];
  const { status, body } = await admin.send('POST', '/api/v1/webhooks', {
    name: 'Orders',
    url,
    events,
    ...(company === undefined ? {} : { company }),
  });
  expect(status).toBe(200);
  // The contract's own answer.
  return body as { endpointId: string; secret: string };
}

export async function deliveriesOf(admin: Browser, endpointId: string) {
  const { body } = await admin.get(`/api/v1/webhooks/${endpointId}/deliveries`);
  // The contract's own answer.
  return (body as { rows: { deliveryId: string; state: string; says: string; tries: number }[] })
    .rows;
}
