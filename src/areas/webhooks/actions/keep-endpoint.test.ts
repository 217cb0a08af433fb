import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { addWebhook, openHouse, otherProgram, tell } from '#test/support/webhook-desk.ts';
import { deliverNext } from '../index.ts';

test('for a day after a new secret both sign; an ended endpoint hears nothing', async () => {
  await using program = await otherProgram();
  await using desk = await openHouse();
  const { admin } = desk;
  const { endpointId, secret } = await addWebhook(admin, program.url);
  const address = `/api/v1/webhooks/${endpointId}`;
  const rotated = await admin.send('POST', `${address}/secret`, { reason: 'once a year' });
  // The contract's own answer.
  const { secret: next } = rotated.body as { secret: string };
  await tell(desk, 'credit.order_decided', desk.north);
  await deliverNext(desk);
  const [heard] = program.heard;
  if (!heard) throw new Error('nothing was heard');
  for (const each of [secret, next]) {
    expect(new Webhook(each).verify(heard.body, heard.headers)).toBeTruthy();
  }
  await admin.send('PUT', address, { state: 'ended', reason: 'no longer used' });
  await tell(desk, 'credit.order_decided', desk.north);
  expect(await deliverNext(desk)).toBe(false);
  const late = await admin.send('PUT', address, { state: 'on', reason: 'after all' });
  expect(late).toMatchObject({ status: 422, body: { code: 'webhooks.already_ended' } });
});
