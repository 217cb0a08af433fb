/** Transfers, merged accounts, refunds, reservations, returns and revaluation: what is refused. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId } from '#platform/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { agingOf } from '#test/support/agings.ts';
import { amountIn, answerOf, deskOn, deskOwed1000, usd } from '#test/support/builders.ts';
import { discountOffers } from '../store/discounts.ts';
import { moveOpenItems } from './move-open-items.ts';
import { payRefund } from './pay-refund.ts';
import { proveLedger } from './prove-ledger.ts';
import { releaseReservation } from './release-reservation.ts';
import { reserveCredit } from './reserve-credit.ts';
import { returnReceipt } from './return-receipt.ts';
import { revalueOpenItems } from './revalue-open-items.ts';
import { transferCredit } from './transfer-credit.ts';

const on = day('2026-07-20');

async function deskHolding500() {
  const desk = await deskOwed1000();
  const other = await desk.account('SOUTH');
  const told = { amount: '500', on: '2026-07-05', reference: '77' };
  const creditItemId = await desk.receipt(desk.accountId, told);
  return { ...desk, other, creditItemId };
}

describe('a transfer', () => {
  test('pays a child’s invoice with a parent’s money', async () => {
    await using desk = await deskHolding500();
    const { accountId, other, creditItemId } = desk;
    const child = await desk.invoice(other, { amount: '300', issued: '2026-06-01' });
    const way = { accountId, toAccountId: other, creditItemId, effectiveOn: on };
    const { itemId } = await desk.done((context) =>
      transferCredit(context, { ...way, amount: usd('300') }),
    );
    await desk.apply(other, { from: itemId, onto: child, amount: '300', on: '2026-07-20' });
    expect((await agingOf(desk, { asOf: '2026-07-20', of: 'SOUTH' })).balance).toBe('0.00');
    expect((await agingOf(desk, { asOf: '2026-07-20', of: 'NORTH' })).unapplied).toBe('-200.00');
  });

  test('is refused to the same account, to another company, of debits and beyond', async () => {
    await using desk = await deskHolding500();
    const { accountId, other, creditItemId, invoiceId } = desk;
    const abroad = await desk.account('ABROAD', { company: await desk.company('SECOND') });
    const good = { accountId, toAccountId: other, creditItemId, effectiveOn: on, amount: usd('1') };
    const wishes = [
      [{ toAccountId: accountId }, 'ledger.same_account'],
      [{ toAccountId: abroad }, 'ledger.other_company'],
      [{ toAccountId: newId() }, 'ledger.no_such_account'],
      [{ creditItemId: newId() }, 'ledger.no_such_item'],
      [{ creditItemId: invoiceId }, 'ledger.not_a_credit I-1'],
      [{ amount: usd('500.01') }, 'ledger.more_than_available 500.00 77'],
      [{ amount: amountIn('1', 'EUR') }, 'ledger.other_currency EUR USD'],
      [{ effectiveOn: day('2026-07-04') }, 'ledger.before_item 2026-07-05'],
      [{ effectiveOn: day('2026-07-21') }, 'ledger.day_ahead 2026-07-21 2026-07-20'],
    ] as const;
    for (const [bad, answer] of wishes) {
      const outcome = await desk.act((context) => transferCredit(context, { ...good, ...bad }));
      expect(answerOf(outcome)).toBe(answer);
    }
  });
});

describe('merging accounts', () => {
  test('moves everything open with its age, offers too', async () => {
    await using desk = await deskHolding500();
    const { accountId, other } = desk;
    const discounts = [{ until: day('2026-07-30'), amount: 200n, tax: 0n }];
    const dues = [{ dueOn: day('2026-08-19'), amount: usd('100'), discounts }];
    await desk.invoice(accountId, { amount: '100', issued: '2026-07-20', dues });
    const before = await agingOf(desk, { asOf: '2026-07-20', of: 'NORTH' });
    const way = { accountId, toAccountId: other };
    const { moved } = await desk.done((context) => moveOpenItems(context, way));
    expect(moved.length).toBe(3);
    expect(await agingOf(desk, { asOf: '2026-07-20', of: 'SOUTH' })).toEqual(before);
    expect((await agingOf(desk, { asOf: '2026-07-20', of: 'NORTH' })).balance).toBe('0.00');
    expect((await agingOf(desk, { asOf: '2026-07-19', of: 'NORTH' })).balance).toBe('500.00');
    const ids = moved.map(({ to }) => to);
    expect([...(await discountOffers(desk.db, other, ids)).values()]).toEqual([discounts]);
  });

  test('lets a check come back where it went, through the bank', async () => {
    await using desk = await deskHolding500();
    const { accountId, other } = desk;
    const { moved } = await desk.done((context) =>
      moveOpenItems(context, { accountId, toAccountId: other }),
    );
    const check = moved.find(({ from }) => from === desk.creditItemId);
    if (!check) throw new Error('the check was expected to move');
    const back = { accountId: other, itemId: check.to, returnedOn: on };
    await desk.done((context) => returnReceipt(context, back));
    expect((await agingOf(desk, { asOf: '2026-07-20', of: 'SOUTH' })).balance).toBe('1000.00');
    const { checks } = await proveLedger(desk.db);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('is refused while a credit is held', async () => {
    await using desk = await deskHolding500();
    const { accountId, other, creditItemId } = desk;
    const hold = { accountId, creditItemId, amount: usd('1') };
    await desk.done((context) => reserveCredit(context, hold));
    const move = (toAccountId = other) =>
      desk.act((context) => moveOpenItems(context, { accountId, toAccountId }));
    expect(answerOf(await move())).toBe('ledger.credit_reserved 77');
    expect(answerOf(await move(accountId))).toBe('ledger.same_account');
    expect(answerOf(await move(newId()))).toBe('ledger.no_such_account');
  });
});

describe('a reservation', () => {
  test('holds no more than is free, and is released once', async () => {
    await using desk = await deskHolding500();
    const { accountId, creditItemId, invoiceId } = desk;
    const good = { accountId, creditItemId, amount: usd('300') };
    const reserve = (bad: object = {}) =>
      desk.act((context) => reserveCredit(context, { ...good, ...bad }));
    expect(answerOf(await reserve({ amount: usd('0') }))).toBe('ledger.amount_not_positive');
    expect(answerOf(await reserve({ creditItemId: invoiceId }))).toBe('ledger.not_a_credit I-1');
    expect(answerOf(await reserve())).toBe('accepted');
    expect(answerOf(await reserve())).toBe('ledger.more_than_available 200.00 77');
    const release = { accountId, reservationId: newId() };
    const outcome = await desk.act((context) => releaseReservation(context, release));
    expect(answerOf(outcome)).toBe('ledger.no_such_reservation');
  });

  test('pays its own refund and no larger one', async () => {
    await using desk = await deskHolding500();
    const { accountId, creditItemId } = desk;
    const hold = { accountId, creditItemId, amount: usd('300') };
    const { reservationId } = await desk.done((context) => reserveCredit(context, hold));
    const paid = { paidOn: on, method: 'ach', reference: '' } as const;
    const pay = (amount: string) =>
      desk.act((context) =>
        payRefund(context, {
          accountId,
          creditItemId,
          amount: usd(amount),
          reservationId,
          ...paid,
        }),
      );
    expect(answerOf(await pay('300.01'))).toBe('ledger.more_than_reserved 300.00');
    expect(answerOf(await pay('250'))).toBe('accepted');
    expect(answerOf(await pay('50'))).toBe('ledger.no_such_reservation');
    expect((await agingOf(desk, { asOf: '2026-07-20' })).unapplied).toBe('-250.00');
  });
});

test('only a receipt comes back, on a day that has come', async () => {
  await using desk = await deskHolding500();
  const { accountId, creditItemId, invoiceId } = desk;
  const good = { accountId, itemId: creditItemId, returnedOn: on };
  const wishes = [
    [{ itemId: invoiceId }, 'ledger.not_a_receipt I-1'],
    [{ itemId: newId() }, 'ledger.no_such_item'],
    [{ returnedOn: day('2026-07-04') }, 'ledger.before_item 2026-07-05'],
    [{ returnedOn: day('2026-07-21') }, 'ledger.day_ahead 2026-07-21 2026-07-20'],
    [{ customerFee: usd('-1') }, 'ledger.amount_not_positive'],
    [{ bankFee: amountIn('1', 'EUR') }, 'ledger.no_rate EUR USD 2026-07-20'],
  ] as const;
  for (const [bad, answer] of wishes) {
    const outcome = await desk.act((context) => returnReceipt(context, { ...good, ...bad }));
    expect(answerOf(outcome)).toBe(answer);
  }
  expect((await agingOf(desk, { asOf: '2026-07-20' })).balance).toBe('500.00');
});

test('revaluation wants a company, a rate and a day that has come', async () => {
  await using desk = await deskOn('2026-05-31');
  const accountId = await desk.account('NORTH');
  await desk.rate('EUR', '1.10', '2026-03-01');
  const euros = { amount: '1000', currency: 'EUR', issued: '2026-03-01' };
  await desk.invoice(accountId, euros);
  const revalue = (bad: object = {}) => {
    const wish = { companyId: desk.companyId, on: day('2026-05-31'), ...bad };
    return desk.act((context) => revalueOpenItems(context, wish));
  };
  expect(answerOf(await revalue())).toBe('ledger.no_rate EUR USD 2026-05-31');
  expect(answerOf(await revalue({ companyId: newId() }))).toBe('ledger.no_such_company');
  expect(answerOf(await revalue({ on: day('2026-06-01') }))).toMatch(/^ledger.day_ahead/u);

  await desk.rate('EUR', '1.16', '2026-05-31');
  expect(answerOf(await revalue())).toBe('accepted');
  // A payment of the day before becomes known: less is unrealised than was booked.
  await desk.rate('EUR', '1.12', '2026-05-30');
  await desk.receipt(accountId, { amount: '1000', currency: 'EUR', on: '2026-05-30' });
  expect(await revalue()).toMatchObject({ ok: true, value: { unrealised: usd('20') } });
  const { booked } = await desk.db.one(sql<{ booked: bigint }>`
    select sum(case when debit = 'ar-revaluation' then base_minor else -base_minor end)::bigint
           as booked
      from ledger.line l
      join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
     where e.kind = 'revaluation'`);
  expect(booked).toBe(20_00n);
});
