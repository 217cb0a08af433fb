import { expect, test } from 'vitest';
import { answerOf, deskOwed1000, usd } from '#test/support/builders.ts';
import { standardPolicy } from '../rules/policy.ts';
import { writeOffPolicyOf } from '../store/write-off-policy.ts';
import { setWriteOffPolicy } from './set-write-off-policy.ts';
import { writeOffSmall } from './write-off-item.ts';

test('the latest word counts; its limit is what goes without anybody’s authority', async () => {
  await using desk = await deskOwed1000();
  const { companyId, accountId, invoiceId: itemId } = desk;
  const set = (most: Record<string, string>) => {
    const policy = { method: 'direct', small: { most, days: 5, automatic: true } } as const;
    return desk.act((context) => setWriteOffPolicy(context, { companyId, policy }));
  };
  expect(await writeOffPolicyOf(desk.db, companyId)).toEqual(standardPolicy.writeOff);
  expect(answerOf(await set({ USD: '1.005' }))).toBe('ledger.amount_unreadable 1.005 USD');
  expect(answerOf(await set({ USD: '2.50' }))).toBe('accepted');
  const small = { most: { USD: '2.50' }, days: 5, automatic: true };
  expect(await writeOffPolicyOf(desk.db, companyId)).toMatchObject({ method: 'direct', small });
  const give = (amount: string, tax = '0') => {
    const wish = { accountId, itemId, amount: usd(amount), tax: usd(tax) };
    return desk.act((context) => writeOffSmall(context, wish));
  };
  expect(answerOf(await give('2.51'))).toBe('ledger.not_small 2.51');
  expect(answerOf(await give('2.50', '2.51'))).toBe('ledger.tax_beyond_amount');
  expect(answerOf(await give('2.50', '0.50'))).toBe('accepted');
});
