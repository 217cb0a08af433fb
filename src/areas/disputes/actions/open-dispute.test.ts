import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { closeOn } from '#areas/team/actions/close-on.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { recordDisputes } from '../index.ts';
import { openDisputesOf } from '../store/cases.ts';
import { type OpenDispute, openDispute } from './open-dispute.ts';

async function deskOwed500() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const invoice = { amount: '500', issued: '2026-09-01', number: 'I-1' };
  const itemId = await desk.invoice(accountId, invoice);
  const freight = { itemId, amount: usd('120.00'), lineNo: null };
  const open = (part: Partial<OpenDispute> = {}) =>
    desk.act((context) =>
      openDispute(context, {
        accountId,
        items: [freight],
        reason: 'freight',
        part: 'freight',
        note: 'We collect ourselves',
        saidBy: 'Ana',
        ownerId: null,
        ...part,
      }),
    );
  return { ...desk, accountId, itemId, freight, open };
}

test('only the freight is contested: the rest of the invoice stays due', async () => {
  await using desk = await deskOwed500();
  expect(answerOf(await desk.open())).toBe('accepted');
  const [dispute] = await openDisputesOf(desk.db, desk.accountId);
  expect(dispute).toMatchObject({
    itemId: desk.itemId,
    number: 'I-1',
    amount: usd('120.00'),
    reason: 'freight',
    part: 'freight',
    saidBy: 'Ana',
    openedOn: '2026-11-20',
    answerBy: '2026-11-25',
  });
  const [line] = await desk.db.all(sql`select phrase, facts, text from customers.activity`);
  expect(line).toEqual({
    phrase: 'activity.dispute_opened',
    facts: { number: 'I-1', amount: '120.00', currency: 'USD', saidBy: 'Ana' },
    text: 'We collect ourselves',
  });
});

test('the day to answer steps over the days on which the company is closed', async () => {
  await using desk = await deskOwed500();
  const { companyId } = desk;
  const closing = { companyId, on: day('2026-11-23'), name: 'Stocktaking' };
  await desk.done((context) => closeOn(context, closing));
  await desk.open();
  // Three business days from Friday, without the Monday and Thanksgiving Day.
  expect(await openDisputesOf(desk.db, desk.accountId)).toMatchObject([{ answerBy: '2026-11-27' }]);
});

test('what is contested already cannot be contested again, by whichever way it came', async () => {
  await using desk = await deskOwed500();
  await desk.open();
  const more = { ...desk.freight, amount: usd('380.01') };
  expect(answerOf(await desk.open({ items: [more] }))).toBe(
    'dispute.more_than_open 380.01 380.00 I-1',
  );
  await desk.done(async (context) => {
    const { accountId, itemId } = desk;
    const reason = 'brought';
    const openedOn = context.today;
    const disputeId = context.newId();
    await recordDisputes(context, [
      { accountId, disputeId, itemId, reason, openedOn, resolvedOn: null },
    ]);
    return { ok: true, value: disputeId };
  });
  expect(answerOf(await desk.open())).toBe('dispute.disputed_already I-1');
  expect(await openDisputesOf(desk.db, desk.accountId)).toMatchObject([
    { part: 'freight' },
    { part: null, amount: null },
  ]);
});

test('a case is refused for a stranger, an item named twice, no such account', async () => {
  await using desk = await deskOwed500();
  const twice = await desk.open({ items: [desk.freight, desk.freight] });
  expect(answerOf(twice)).toBe('dispute.item_named_twice');
  expect(answerOf(await desk.open({ ownerId: desk.accountId }))).toBe('dispute.no_such_person');
  expect(answerOf(await desk.open({ accountId: desk.itemId }))).toBe('dispute.no_such_account');
  expect(await openDisputesOf(desk.db, desk.accountId)).toEqual([]);
});
