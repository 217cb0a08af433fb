/** What somebody gives up alone is held against what the company granted, and what is asked for. */
import { expect, test } from 'vitest';
import { insertAuthority } from '#areas/approvals/store/authority.ts';
import { standardAuthority } from '#areas/approvals/rules/authority.ts';
import { accept } from '#kernel/outcome.ts';
import type { Actor } from '#platform/action.ts';
import { answerOf, deskOwed1000, usd } from '#test/support/builders.ts';
import { askWriteOff, writeOffItem } from './write-off-item.ts';

/** A desk that is owed 1,000 and 40,000, with its people. */
async function deskGivingUp() {
  const desk = await deskOwed1000();
  const { accountId, invoiceId } = desk;
  const told = { amount: '40000', issued: '2026-06-01', due: '2026-07-01', number: 'I-2' };
  const largeId = await desk.invoice(accountId, told);
  const wish = (itemId: typeof invoiceId, amount: string) => {
    return { accountId, itemId, amount: usd(amount) };
  };
  return {
    ...desk,
    manager: await desk.member('manager'),
    cfo: await desk.member('cfo'),
    give: (amount: string, by: Actor, itemId = invoiceId) =>
      desk.act((context) => writeOffItem(context, wish(itemId, amount)), by),
    ask: (amount: string, by: Actor, itemId = invoiceId) => {
      const asked = { ...wish(itemId, amount), evidence: '' };
      return desk.act((context) => askWriteOff(context, asked), by);
    },
    largeId,
  };
}

test('a narrower authority that was granted counts for what is done alone, too', async () => {
  await using desk = await deskGivingUp();
  const limits = [
    { role: 'manager', most: '100' },
    { role: 'cfo', most: null },
  ];
  const said = { ...standardAuthority.write_off, limits };
  await desk.done(async (context) => {
    await insertAuthority(context, desk.companyId, 'write_off', said);
    return accept(null);
  });
  expect(answerOf(await desk.give('100.01', desk.manager))).toBe(
    'ledger.beyond_authority 100.01 cfo 30',
  );
  expect(answerOf(await desk.give('100', desk.manager))).toBe('accepted');
});

test('nobody writes off alone what takes two persons, not the CFO either', async () => {
  await using desk = await deskGivingUp();
  const { cfo, largeId } = desk;
  expect(answerOf(await desk.give('25000.01', cfo, largeId))).toBe(
    'ledger.beyond_authority 25000.01 nobody 30',
  );
  expect(answerOf(await desk.give('25000', cfo, largeId))).toBe('accepted');
});

test('what is asked for on the account counts with what is done alone', async () => {
  await using desk = await deskGivingUp();
  const { manager, largeId } = desk;
  expect(answerOf(await desk.ask('400', manager, largeId))).toBe('accepted');
  expect(answerOf(await desk.give('100.01', manager))).toBe(
    'ledger.beyond_authority 500.01 controller 30',
  );
  expect(answerOf(await desk.give('100', manager))).toBe('accepted');
});
