/** A parent with two children and a grandchild, each with an account of its own. */
import { expect, test } from 'vitest';
import { agingOf } from '#test/support/agings.ts';
import { deskOn } from '#test/support/builders.ts';

test('a family is the sum of its accounts, each once; outsiders stay by themselves', async () => {
  await using desk = await deskOn('2026-08-15');
  const holding = await desk.account('HOLDING');
  const north = await desk.account('NORTH', { parent: 'HOLDING' });
  const south = await desk.account('SOUTH', { parent: 'HOLDING' });
  const shop = await desk.account('SHOP', { parent: 'SOUTH' });
  const other = await desk.account('OTHER');
  const amounts = [
    [holding, '1'],
    [north, '20'],
    [south, '300'],
    [shop, '4000'],
    [other, '50000'],
  ] as const;
  for (const [account, amount] of amounts) {
    await desk.invoice(account, { amount, issued: '2026-06-01', due: '2026-07-01' });
  }
  const family = { asOf: '2026-08-15', by: 'family' } as const;
  expect(await agingOf(desk, { ...family, of: 'HOLDING' })).toMatchObject({ balance: '4321.00' });
  expect(await agingOf(desk, { ...family, of: 'OTHER' })).toMatchObject({ balance: '50000.00' });
});
