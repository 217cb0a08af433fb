import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import {
  addWebhook,
  deliveriesOf,
  openHouse,
  otherProgram,
  tell,
} from '#test/support/webhook-desk.ts';
import { deliverNext } from '../index.ts';

test('what failed is tried again under the same id, and given up in the end', async () => {
  await using program = await otherProgram([500]);
  await using desk = await openHouse();
  const { endpointId } = await addWebhook(desk.admin, program.url);
  await tell(desk, 'credit.order_decided', desk.north);
  await deliverNext(desk);
  expect(await deliverNext(desk)).toBe(false);
  desk.wait(1);
  expect(await deliverNext(desk)).toBe(true);
  const [first, second] = program.heard.map(({ headers }) => headers['webhook-id']);
  expect(first).toBe(second);
  expect(await deliveriesOf(desk.admin, endpointId)).toMatchObject([
    { state: 'arrived', tries: 2 },
  ]);

  await tell(desk, 'credit.order_decided', desk.north);
  await desk.db.run(sql`update webhooks.waiting set tries = 9`);
  await program[Symbol.asyncDispose]();
  await deliverNext(desk);
  const [last] = await deliveriesOf(desk.admin, endpointId);
  expect(last).toMatchObject({ state: 'given_up', says: 'Nothing listens at this address.' });
});

test('a program that is gone is told no more until somebody resumes it', async () => {
  await using program = await otherProgram([410]);
  await using desk = await openHouse();
  const { admin } = desk;
  const { endpointId } = await addWebhook(admin, program.url);
  await tell(desk, 'credit.order_decided', desk.north);
  await deliverNext(desk);
  expect((await admin.get('/api/v1/webhooks')).body).toMatchObject({
    rows: [{ state: 'paused', waiting: 1 }],
  });
  const [given] = await deliveriesOf(admin, endpointId);
  const again = `/api/v1/webhooks/${endpointId}/deliveries/${given?.deliveryId}/again`;
  expect((await admin.send('POST', again, {})).status).toBe(200);
  expect(await deliverNext(desk)).toBe(false);
  const on = { state: 'on', reason: 'it is back' };
  await admin.send('PUT', `/api/v1/webhooks/${endpointId}`, on);
  expect(await deliverNext(desk)).toBe(true);
  expect(program.heard).toHaveLength(2);
});
