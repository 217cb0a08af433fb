/** Documents, receipts and applications on a real book: what is posted, told and refused. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Id } from '#kernel/ids.ts';
import { newId } from '#platform/ids.ts';
import type { Db } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import {
  amountIn,
  answerOf,
  deskOn,
  deskOwed1000,
  documentWish,
  receiptWish,
  usd,
} from '#test/support/builders.ts';
import { standardPolicy } from '../rules/policy.ts';
import { itemStates } from '../store/items.ts';
import { applyCredit } from './apply-credit.ts';
import { postItem } from './post-item.ts';
import { postReceipt } from './post-receipt.ts';
import { recordRate } from './record-rate.ts';
import { reverseApplication } from './reverse-application.ts';

async function openOf(db: Db, accountId: Id, itemId: Id): Promise<string> {
  const item = (await itemStates(db, accountId, [itemId])).get(itemId);
  return item ? formatMoney(money(item.open, item.currency)) : 'not there';
}

async function newsOf(db: Db): Promise<string[]> {
  const rows = await db.all(sql<{ name: string }>`
    select name from platform.event where name like 'ledger.%' order by at, event_id`);
  return rows.map(({ name }) => name);
}

describe('posting a document', () => {
  test('tells of each item', async () => {
    await using desk = await deskOn('2026-06-01');
    const accountId = await desk.account('NORTH');
    const dues = [day('2026-07-01'), day('2026-08-01')].map((dueOn) => ({
      dueOn,
      amount: usd('50'),
    }));
    await desk.document(accountId, 'invoice', { amount: '100', issued: '2026-06-01', dues });
    expect(await newsOf(desk.db)).toEqual(['ledger.item_posted', 'ledger.item_posted']);
  });

  test('is refused on no account, in two currencies, or without a rate', async () => {
    await using desk = await deskOn('2026-06-01');
    const accountId = await desk.account('NORTH');
    const told = { amount: '100', issued: '2026-06-01' };
    const nowhere = documentWish(newId(), 'invoice', told);
    expect(answerOf(await desk.act((context) => postItem(context, nowhere)))).toBe(
      'ledger.no_such_account',
    );
    const mixed = { ...documentWish(accountId, 'invoice', told), tax: amountIn('0', 'EUR') };
    expect(answerOf(await desk.act((context) => postItem(context, mixed)))).toBe(
      'ledger.other_currency USD EUR',
    );
    const euros = documentWish(accountId, 'invoice', { ...told, currency: 'EUR' });
    expect(answerOf(await desk.act((context) => postItem(context, euros)))).toBe(
      'ledger.no_rate EUR USD 2026-06-01',
    );
  });
});

describe('posting a receipt', () => {
  test('pays, keeps the rest and tells of both', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const told = { amount: '1200', on: '2026-07-20', pays: [[invoiceId, '1000']] } as const;
    const receipt = await desk.receipt(accountId, told);
    expect(await openOf(desk.db, accountId, invoiceId)).toBe('0.00');
    expect(await openOf(desk.db, accountId, receipt)).toBe('200.00');
    expect((await newsOf(desk.db)).slice(1)).toEqual([
      'ledger.receipt_posted',
      'ledger.money_applied',
    ]);
  });

  test('that is refused posts nothing at all', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const wishes = [
      [{ amount: '500', on: '2026-07-21' }, 'ledger.day_ahead 2026-07-21 2026-07-20'],
      [{ amount: '0', on: '2026-07-20' }, 'ledger.amount_not_positive'],
      [{ amount: '5', on: '2026-07-20', currency: 'EUR' }, 'ledger.no_rate EUR USD 2026-07-20'],
      [
        { amount: '500', on: '2026-07-20', pays: [[invoiceId, '500.01']] },
        'ledger.more_than_available 500.00 RCPT-2026-07-20',
      ],
      [
        { amount: '500', on: '2026-05-31', pays: [[invoiceId, '500']] },
        'ledger.before_item 2026-06-01',
      ],
      [{ amount: '500', on: '2026-07-20', pays: [[newId(), '1']] }, 'ledger.no_such_item'],
    ] as const;
    for (const [told, answer] of wishes) {
      const wish = receiptWish(accountId, told);
      const outcome = await desk.act((context) => postReceipt(context, wish, standardPolicy));
      expect(answerOf(outcome)).toBe(answer);
    }
    expect((await newsOf(desk.db)).length).toBe(1);
    expect(await openOf(desk.db, accountId, invoiceId)).toBe('1000.00');
  });
});

describe('applying what is on account', () => {
  test('for a day back takes no more than was free on every day since', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const receipt = await desk.receipt(accountId, { amount: '1000', on: '2026-07-05' });
    const part = { from: receipt, onto: invoiceId, amount: '1000', on: '2026-07-06' };
    const applicationId = await desk.apply(accountId, part);
    const back = { accountId, applicationId, when: day('2026-07-15') };
    await desk.done((context) => reverseApplication(context, back));
    const wish = {
      accountId,
      creditItemId: receipt,
      debitItemId: invoiceId,
      amount: usd('1'),
      effectiveOn: day('2026-07-10'),
    };
    const again = (on: string) =>
      desk.act((context) => applyCredit(context, { ...wish, effectiveOn: day(on) }));
    expect(answerOf(await again('2026-07-10'))).toBe(
      'ledger.more_than_open_then 0.00 I-1 2026-07-10',
    );
    expect(answerOf(await again('2026-07-15'))).toBe('accepted');
  });

  test('is refused on other accounts, items, currencies and days', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const receipt = await desk.receipt(accountId, { amount: '10', on: '2026-07-05' });
    const good = {
      accountId,
      creditItemId: receipt,
      debitItemId: invoiceId,
      amount: usd('10'),
      effectiveOn: day('2026-07-20'),
    };
    const wishes = [
      [{ accountId: newId() }, 'ledger.no_such_account'],
      [{ debitItemId: newId() }, 'ledger.no_such_item'],
      [{ amount: amountIn('10', 'EUR') }, 'ledger.other_currency USD EUR'],
      [{ effectiveOn: day('2026-07-21') }, 'ledger.day_ahead 2026-07-21 2026-07-20'],
    ] as const;
    for (const [bad, answer] of wishes) {
      const outcome = await desk.act((context) => applyCredit(context, { ...good, ...bad }));
      expect(answerOf(outcome)).toBe(answer);
    }
  });
});

describe('taking an application back', () => {
  test('counts on its own day, or on the original’s as a correction', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const receipt = await desk.receipt(accountId, { amount: '1000', on: '2026-07-05' });
    const taken: string[] = [];
    for (const when of [day('2026-07-20'), 'correction'] as const) {
      const part = { from: receipt, onto: invoiceId, amount: '300', on: '2026-07-10' };
      const applicationId = await desk.apply(accountId, part);
      const wish = { accountId, applicationId, when };
      await desk.done((context) => reverseApplication(context, wish));
      const row = await desk.db.one(sql<{ effective_on: string }>`
        select effective_on from ledger.application where reverses = ${applicationId}`);
      taken.push(row.effective_on);
    }
    expect(taken).toEqual(['2026-07-20', '2026-07-10']);
  });

  test('of a small difference leaves no credit behind', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const told = { amount: '996', on: '2026-07-20', pays: [[invoiceId, '996']] } as const;
    await desk.receipt(accountId, told);
    expect(await openOf(desk.db, accountId, invoiceId)).toBe('0.00');
    const row = await desk.db.one(sql<{ application_id: Id; credit_item_id: Id }>`
      select application_id, credit_item_id from ledger.application where kind = 'tolerance'`);
    const back = { accountId, applicationId: row.application_id, when: day('2026-07-20') };
    await desk.done((context) => reverseApplication(context, back));
    expect(await openOf(desk.db, accountId, invoiceId)).toBe('4.00');
    expect(await openOf(desk.db, accountId, row.credit_item_id)).toBe('0.00');
  });

  test('is refused before it was applied and ahead of today', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const receipt = await desk.receipt(accountId, { amount: '1000', on: '2026-07-05' });
    const part = { from: receipt, onto: invoiceId, amount: '300', on: '2026-07-10' };
    const applicationId = await desk.apply(accountId, part);
    const back = (on: string) =>
      desk.act((context) =>
        reverseApplication(context, { accountId, applicationId, when: day(on) }),
      );
    expect(answerOf(await back('2026-07-09'))).toBe('ledger.before_application 2026-07-10');
    expect(answerOf(await back('2026-07-21'))).toBe('ledger.day_ahead 2026-07-21 2026-07-20');
  });
});

describe('a rate', () => {
  test.each`
    from     | to       | units  | scale | answer
    ${'EUR'} | ${'USD'} | ${11n} | ${1}  | ${'accepted'}
    ${'EUR'} | ${'USD'} | ${0n}  | ${0}  | ${'ledger.rate_not_positive'}
    ${'EUR'} | ${'USD'} | ${1n}  | ${9}  | ${'ledger.rate_too_exact 8'}
    ${'USD'} | ${'USD'} | ${1n}  | ${0}  | ${'ledger.same_currency USD'}
  `('of $units at scale $scale from $from to $to: $answer', async (row) => {
    await using desk = await deskOn('2026-06-01');
    const rate = { units: row.units, scale: row.scale };
    const effectiveOn = day('2026-06-01');
    const given = { from: row.from, to: row.to, effectiveOn, rate, source: 'test' };
    expect(answerOf(await desk.act((context) => recordRate(context, given)))).toBe(row.answer);
  });

  test('of the latest day counts, recorded last, and not for ever', async () => {
    await using desk = await deskOn('2026-07-20');
    const accountId = await desk.account('NORTH');
    await desk.rate('EUR', '1.10', '2026-06-01');
    await desk.rate('EUR', '1.20', '2026-06-10');
    await desk.rate('EUR', '1.21', '2026-06-10');
    const bases: (bigint | string)[] = [];
    for (const issued of ['2026-06-09', '2026-06-10', '2026-07-15', '2026-07-16']) {
      const wish = documentWish(accountId, 'invoice', { amount: '1', currency: 'EUR', issued });
      const outcome = await desk.act((context) => postItem(context, wish));
      bases.push(answerOf(outcome));
    }
    const rows = await desk.db.all(sql<{ base_minor: bigint }>`
      select base_minor from ledger.item order by issued_on`);
    expect(rows.map((row) => row.base_minor)).toEqual([110n, 121n, 121n]);
    expect(bases.at(-1)).toBe('ledger.no_rate EUR USD 2026-07-16');
  });
});
