import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import {
  addWebhook,
  deliveriesOf,
  openHouse,
  otherProgram,
  tell,
} from '#test/support/webhook-desk.ts';
import { deliverNext } from '../index.ts';

test('another program hears of an order with a signature that its library accepts', async () => {
  await using program = await otherProgram();
  await using desk = await openHouse();
  const { endpointId, secret } = await addWebhook(desk.admin, program.url);
  await tell(desk, 'credit.order_decided', desk.north);
  expect(await deliverNext(desk)).toBe(true);
  expect(await deliverNext(desk)).toBe(false);
  const [heard] = program.heard;
  if (!heard) throw new Error('nothing was heard');
  expect(new Webhook(secret).verify(heard.body, heard.headers)).toMatchObject({
    type: 'credit.order_decided',
    data: { company: 'ACME', account: 'NORTH', order: 'SO-7', kind: 'released' },
  });
  expect(await deliveriesOf(desk.admin, endpointId)).toMatchObject([
    { state: 'arrived', tries: 1, says: 'Arrived: answered 204' },
  ]);
});

test('news of another company, or that was not asked for, is not told', async () => {
  await using program = await otherProgram();
  await using desk = await openHouse();
  await addWebhook(desk.admin, program.url, 'ACME');
  await tell(desk, 'credit.order_decided', desk.south);
  await tell(desk, 'promises.promise_made', desk.north);
  await tell(desk, 'cash.day_signed', null);
  expect(await deliverNext(desk)).toBe(false);
  expect(program.heard).toEqual([]);
});
