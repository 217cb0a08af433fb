/** Closing, and what closing does to everything that is posted, on a real database. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import type { Actor } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import {
  answerOf,
  deskOn,
  documentWish,
  receiptWish,
  type Story,
  usd,
} from '#test/support/builders.ts';
import { signMonth } from '#test/support/signed-months.ts';
import { standardPolicy } from '../rules/policy.ts';
import type { PeriodAct } from '../store/periods.ts';
import { applyCredit } from './apply-credit.ts';
import { changePeriod } from './change-period.ts';
import { chargeAccount } from './charge-account.ts';
import { extendCalendar } from './extend-calendar.ts';
import { postItem } from './post-item.ts';
import { postReceipt } from './post-receipt.ts';
import { proveLedger } from './prove-ledger.ts';
import { returnReceipt } from './return-receipt.ts';
import { revalueOpenItems } from './revalue-open-items.ts';
import { reverseApplication } from './reverse-application.ts';
import { transferCredit } from './transfer-credit.ts';

/** On 2026-11-05: an invoice of October that a receipt paid in October. */
async function deskAfterOctober() {
  const desk = await deskOn('2026-10-02');
  const north = await desk.account('NORTH');
  const invoiceId = await desk.invoice(north, { amount: '500', issued: '2026-10-02' });
  desk.on('2026-10-20');
  const receiptId = await desk.receipt(north, { amount: '300', on: '2026-10-20' });
  desk.on('2026-11-05');
  const change = (period: string, act: PeriodAct, by?: Actor) =>
    desk.act((context) => changePeriod(context, { companyId: desk.companyId, period, act }), by);
  const sign = () => signMonth(desk, '2026-10', '2026-10-31');
  return { ...desk, north, invoiceId, receiptId, change, sign };
}

async function postedDays(desk: Story, since = '2026-11-05'): Promise<string[]> {
  const rows = await desk.db.all(sql<{ kind: string; effective_on: string; posted_on: string }>`
    select kind, effective_on, posted_on
      from ledger.entry
     where recorded_at >= ${since}::date
     order by recorded_at, effective_on, entry_id`);
  return rows.map((row) => `${row.kind} ${row.effective_on} ${row.posted_on}`);
}

async function brokenLaws(desk: Story): Promise<string[]> {
  const { checks } = await proveLedger(desk.db);
  return checks.flatMap(({ ok, broken }) => (ok ? [] : [broken ?? '']));
}

describe('a closed period', () => {
  test('keeps the day of what came late from outside, and counts it in the next one', async () => {
    await using desk = await deskAfterOctober();
    await desk.change('2026-10', 'soft_close');
    const late = receiptWish(desk.north, { amount: '40', on: '2026-10-30' });
    await desk.done((context) => postReceipt(context, late, standardPolicy));
    const back = { accountId: desk.north, itemId: desk.receiptId, returnedOn: day('2026-10-28') };
    await desk.done((context) => returnReceipt(context, back));
    await desk.invoice(desk.north, { amount: '5', issued: '2026-10-31', number: 'I-late' });
    await desk.invoice(desk.north, { amount: '6', issued: '2026-11-05', number: 'I-now' });
    expect(await postedDays(desk)).toEqual([
      'receipt 2026-10-30 2026-11-01',
      'return 2026-10-28 2026-11-01',
      'invoice 2026-10-31 2026-11-01',
      'invoice 2026-11-05 2026-11-05',
    ]);
    expect(await brokenLaws(desk)).toEqual([]);
  });

  test('refuses a person’s own doing with a day in it, and says what to do', async () => {
    await using desk = await deskAfterOctober();
    const rosa = await desk.member('senior');
    await desk.change('2026-10', 'soft_close');
    const { north, invoiceId: debitItemId, receiptId: creditItemId } = desk;
    const on = day('2026-10-31');
    const amount = usd('10');
    const charge = { accountId: north, kind: 'fee', amount, chargedOn: on, dueOn: on } as const;
    const memo = documentWish(north, 'debit_memo', { amount: '9', issued: '2026-10-31' });
    const apply = { accountId: north, debitItemId, creditItemId, amount };
    const south = await desk.account('SOUTH');
    const move = { accountId: north, creditItemId, toAccountId: south, amount };
    const answers = [
      await desk.act((context) => chargeAccount(context, charge), rosa),
      await desk.act((context) => postItem(context, memo), rosa),
      await desk.act((context) => applyCredit(context, { ...apply, effectiveOn: on }), rosa),
      await desk.act((context) => transferCredit(context, { ...move, effectiveOn: on }), rosa),
    ];
    expect(new Set(answers.map(answerOf))).toEqual(
      new Set(['ledger.period_closed 2026-10-31 2026-10 2026-11-05 2026-11-01']),
    );
    expect(await postedDays(desk)).toEqual([]);
    const today = { ...apply, effectiveOn: day('2026-11-05') };
    expect(answerOf(await desk.act((context) => applyCredit(context, today), rosa))).toBe(
      'accepted',
    );
  });

  test('takes a correction of its own day from nobody, once it is closed for good', async () => {
    await using desk = await deskAfterOctober();
    const { north, invoiceId: debitItemId, receiptId: creditItemId } = desk;
    const controller = await desk.member('controller');
    const wish = { accountId: north, debitItemId, creditItemId, amount: usd('10') };
    const applied = await desk.done((context) =>
      applyCredit(context, { ...wish, effectiveOn: day('2026-10-20') }),
    );
    await desk.change('2026-10', 'soft_close');
    const takeBack = () =>
      desk.act(
        (context) =>
          reverseApplication(context, { accountId: north, ...applied, when: 'correction' }),
        controller,
      );
    await desk.sign();
    await desk.change('2026-10', 'hard_close');
    expect(answerOf(await takeBack())).toBe(
      'ledger.period_closed 2026-10-20 2026-10 2026-11-05 2026-11-01',
    );
  });

  test('that is soft still takes postings of controllers and managers, on their day', async () => {
    await using desk = await deskAfterOctober();
    await desk.change('2026-10', 'soft_close');
    const { north, invoiceId: debitItemId, receiptId: creditItemId } = desk;
    const apply = (by: Actor, amount: string) =>
      desk.done(
        (context) =>
          applyCredit(context, {
            accountId: north,
            debitItemId,
            creditItemId,
            amount: usd(amount),
            effectiveOn: day('2026-10-31'),
          }),
        by,
      );
    await apply(await desk.member('controller'), '10');
    await apply(await desk.member('manager'), '20');
    expect(await postedDays(desk)).toEqual([
      'application 2026-10-31 2026-10-31',
      'application 2026-10-31 2026-10-31',
    ]);
  });

  test('is not revalued, not even by a job', async () => {
    await using desk = await deskAfterOctober();
    await desk.change('2026-10', 'soft_close');
    const wish = { companyId: desk.companyId, on: day('2026-10-31') };
    expect(answerOf(await desk.act((context) => revalueOpenItems(context, wish)))).toBe(
      'ledger.period_closed 2026-10-31 2026-10 2026-11-05 2026-11-01',
    );
    const controller = await desk.member('controller');
    const outcome = await desk.act((context) => revalueOpenItems(context, wish), controller);
    expect(answerOf(outcome)).toBe('accepted');
  });

  test('of one company closes nothing of another', async () => {
    await using desk = await deskAfterOctober();
    await desk.change('2026-10', 'soft_close');
    const company = await desk.company('OTHER');
    const account = await desk.account('ELSEWHERE', { company });
    await desk.invoice(account, { amount: '1', issued: '2026-10-09' });
    expect(await postedDays(desk)).toEqual(['invoice 2026-10-09 2026-10-09']);
  });
});

describe('closing', () => {
  test('goes in order, leaves its facts, and ends for good', async () => {
    await using desk = await deskAfterOctober();
    const answers = [];
    for (const [period, act] of [
      ['2026-11', 'soft_close'],
      ['2026-10', 'hard_close'],
      ['2026-10', 'soft_close'],
      ['2026-10', 'reopen'],
      ['2026-10', 'soft_close'],
      ['2026-10', 'hard_close'],
      ['2026-10', 'sign'],
      ['2026-10', 'hard_close'],
      ['2026-10', 'reopen'],
      ['never', 'soft_close'],
    ] as const) {
      if (act === 'sign') await desk.sign();
      else answers.push(answerOf(await desk.change(period, act)));
    }
    expect(answers).toEqual([
      'ledger.period_not_over 2026-11 2026-11-30',
      'ledger.period_not_soft 2026-10',
      'accepted',
      'accepted',
      'accepted',
      'ledger.period_not_signed 2026-10',
      'accepted',
      'ledger.period_already_hard 2026-10',
      'ledger.no_such_period never',
    ]);
    const facts = await desk.db.all(sql<{ act: string }>`
      select act from ledger.period_act order by recorded_at`);
    expect(facts.map(({ act }) => act)).toEqual([
      'soft_close',
      'reopen',
      'soft_close',
      'hard_close',
    ]);
    expect(await brokenLaws(desk)).toEqual([]);
  });

  test('for good counts no signature from before the period was opened again', async () => {
    await using desk = await deskAfterOctober();
    await desk.change('2026-10', 'soft_close');
    await desk.sign();
    desk.on('2026-11-06');
    await desk.change('2026-10', 'reopen');
    desk.on('2026-11-07');
    await desk.change('2026-10', 'soft_close');
    expect(answerOf(await desk.change('2026-10', 'hard_close'))).toBe(
      'ledger.period_not_signed 2026-10',
    );
    await desk.sign();
    expect(answerOf(await desk.change('2026-10', 'hard_close'))).toBe('accepted');
  });

  test('follows the company’s own calendar of weeks', async () => {
    await using desk = await deskAfterOctober();
    const quarters = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5];
    const weeks = { year: 2026, firstOn: day('2025-12-29'), weeks: quarters };
    const { companyId } = desk;
    await desk.done((context) => extendCalendar(context, { companyId, ...weeks }));
    expect(answerOf(await desk.change('2026-10', 'soft_close'))).toBe(
      'ledger.no_such_period 2026-10',
    );
    expect(answerOf(await desk.change('2026-P10', 'soft_close'))).toBe('accepted');
    await desk.invoice(desk.north, { amount: '1', issued: '2026-10-25', number: 'I-25' });
    await desk.invoice(desk.north, { amount: '1', issued: '2026-10-26', number: 'I-26' });
    expect(await postedDays(desk)).toEqual([
      'invoice 2026-10-25 2026-10-26',
      'invoice 2026-10-26 2026-10-26',
    ]);
  });

  test('waits for a posting that runs; one that comes after it counts later', async () => {
    await using desk = await deskAfterOctober();
    const held = Promise.withResolvers<void>();
    const posted = Promise.withResolvers<void>();
    const running = desk.done(async (context) => {
      const wish = documentWish(desk.north, 'invoice', { amount: '7', issued: '2026-10-30' });
      const done = await postItem(context, wish);
      posted.resolve();
      await held.promise;
      return done;
    });
    await posted.promise;
    let closed = false;
    const closing = desk.change('2026-10', 'soft_close').then((outcome) => {
      closed = true;
      return outcome;
    });
    await expect.poll(() => waiting(desk)).toBe(1);
    expect(closed).toBe(false);
    const south = await desk.account('SOUTH');
    const after = desk.invoice(south, { amount: '8', issued: '2026-10-30', number: 'I-8' });
    held.resolve();
    expect(answerOf(await closing)).toBe('accepted');
    await Promise.all([running, after]);
    expect((await postedDays(desk)).toSorted()).toEqual([
      'invoice 2026-10-30 2026-10-30',
      'invoice 2026-10-30 2026-11-01',
    ]);
    expect(await brokenLaws(desk)).toEqual([]);
  });

  test('gives up beside a posting that does not end', async () => {
    await using desk = await deskAfterOctober();
    const held = Promise.withResolvers<void>();
    const posted = Promise.withResolvers<void>();
    const running = desk.done(async (context) => {
      const wish = documentWish(desk.north, 'invoice', { amount: '7', issued: '2026-10-30' });
      await postItem(context, wish);
      posted.resolve();
      await held.promise;
      return accept(null);
    });
    await posted.promise;
    expect(answerOf(await desk.change('2026-10', 'soft_close'))).toBe('ledger.postings_running');
    held.resolve();
    await running;
    expect(answerOf(await desk.change('2026-10', 'soft_close'))).toBe('accepted');
  });

  test('among many that post leaves nothing in the period after its closing', async () => {
    await using desk = await deskAfterOctober();
    const accounts: Id[] = [];
    for (let n = 0; n < 6; n += 1) accounts.push(await desk.account(`A-${n}`));
    let posting = true;
    const work = accounts.map(async (accountId) => {
      for (let n = 0; posting && n < 200; n += 1) {
        const told = { amount: '1', issued: '2026-10-30', number: `I-${n}` };
        await desk.invoice(accountId, told);
      }
    });
    expect(answerOf(await desk.change('2026-10', 'soft_close'))).toBe('accepted');
    await desk.sign();
    expect(answerOf(await desk.change('2026-10', 'hard_close'))).toBe('accepted');
    for (const accountId of accounts) {
      await desk.invoice(accountId, { amount: '1', issued: '2026-10-30', number: 'I-after' });
    }
    posting = false;
    await Promise.all(work);
    expect(await brokenLaws(desk)).toEqual([]);
    const days = new Set(await postedDays(desk));
    expect(days).toContain('invoice 2026-10-30 2026-11-01');
  });
});

async function waiting(desk: Story): Promise<number> {
  const { count } = await desk.db.one(sql<{ count: bigint }>`
    select count(*) as count
      from pg_locks
     where locktype = 'advisory'
       and not granted
       and database = (select oid from pg_database where datname = current_database())`);
  return Number(count);
}
