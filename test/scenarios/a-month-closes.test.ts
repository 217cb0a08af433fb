/**
 * A month closes: October is compared with the general ledger, signed by two people, and closed
 * for good. What arrives late keeps its day in the aging and counts in November; the figures
 * that were signed stay what they were.
 */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import type { Actor } from '#platform/action.ts';
import { chargeAccount } from '#areas/ledger/actions/charge-account.ts';
import { changePeriod } from '#areas/ledger/actions/change-period.ts';
import { proveLedger } from '#areas/ledger/actions/prove-ledger.ts';
import { returnReceipt } from '#areas/ledger/actions/return-receipt.ts';
import type { PeriodAct } from '#areas/ledger/store/periods.ts';
import {
  enterBalance,
  explainDifference,
  tickStep,
  withdrawExplanation,
} from '#areas/reports/actions/prepare-month-end.ts';
import { signMonthEnd } from '#areas/reports/actions/sign-month-end.ts';
import { readMonthEnd } from '#areas/reports/answers/month-end.ts';
import { linesAt } from '#areas/reports/store/month-end-state.ts';
import { partRows } from '#areas/reports/store/month-end-rows.ts';
import { agingOf } from '#test/support/agings.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { dunlin } from '#test/support/posting-desk.ts';

const october = { name: '2026-10', firstOn: day('2026-10-01'), lastOn: day('2026-10-31') };

async function deskInNovember() {
  const desk = await deskOn('2026-10-02');
  const north = await desk.account('NORTH');
  const invoice = await desk.invoice(north, { amount: '1000', issued: '2026-10-02' });
  desk.on('2026-10-20');
  const pays = [[invoice, '400']] as const;
  const check = await desk.receipt(north, { amount: '400', on: '2026-10-20', pays });
  desk.on('2026-11-03');
  const company = {
    companyId: desk.companyId,
    code: 'MAIN',
    name: 'MAIN',
    baseCurrency: currency('USD'),
  };
  const month = { company, period: '2026-10' };
  const usual = { inBase: false, withoutCredits: false, withRevaluation: false, note: '' };
  return {
    ...desk,
    north,
    check,
    company,
    month,
    change: (act: PeriodAct) =>
      desk.act((context) => changePeriod(context, { ...desk, period: '2026-10', act })),
    enter: (amount: string, by: Actor) =>
      desk.act((context) => enterBalance(context, { ...month, ...usual, amount: usd(amount) }), by),
    sign: (by: Actor) => desk.act((context) => signMonthEnd(context, { ...month, note: '' }), by),
    tick: (step: string, by: Actor) =>
      desk.act((context) => tickStep(context, { ...month, step, done: true, note: '' }), by),
    page: async () => {
      const read = await readMonthEnd(desk.db, company, {
        today: desk.clock.today(),
        period: '2026-10',
      });
      const line = read?.lines[0];
      if (!read || !line) throw new Error('no October');
      return { ...read, line };
    },
  };
}

test('October is explained, signed by a second person, and stays as it was signed', async () => {
  await using desk = await deskInNovember();
  const accountant = await desk.member('manager');
  const controller = await desk.member('controller');
  expect(await desk.sign(controller).then(answerOf)).toBe('reports.period_still_open 2026-10');
  await desk.change('soft_close');

  // The bank's return of the check arrives after the soft close: it happened in October.
  const back = { accountId: desk.north, itemId: desk.check, returnedOn: day('2026-10-30') };
  await desk.done((context) => returnReceipt(context, back));
  expect((await agingOf(desk, { asOf: '2026-10-31' })).balance).toBe('1000.00');
  expect((await desk.page()).line).toMatchObject({
    aging: '1000.00',
    books: '600.00',
    parts: [{ part: 'posted_later', amount: '-400.00' }],
    laterRows: 1,
    difference: null,
  });
  const cut = { companyId: desk.companyId, ...october, knownAt: 'infinity' } as const;
  expect(await partRows(desk.db, cut, 'posted_later', 10)).toMatchObject([
    { account: 'NORTH', kind: 'return', effective_on: '2026-10-30', posted_on: '2026-11-01' },
  ]);

  expect(answerOf(await desk.sign(controller))).toBe('reports.balance_missing USD');
  await desk.enter('625.00', accountant);
  expect((await desk.page()).line).toMatchObject({ difference: '-375.00', unexplained: '25.00' });
  expect(answerOf(await desk.sign(controller))).toBe('reports.unexplained_left USD');
  const told = { ...desk.month, inBase: false, note: 'a journal of the GL that we do not have' };
  const { explanationId } = await desk.done(
    (context) => explainDifference(context, { ...told, amount: usd('20') }),
    accountant,
  );
  await desk.done((context) => withdrawExplanation(context, { ...desk.month, explanationId }));
  await desk.done((context) => explainDifference(context, { ...told, amount: usd('25') }));
  expect((await desk.page()).line.unexplained).toBe('0.00');

  expect(answerOf(await desk.sign(controller))).toMatch(/^reports.steps_left/u);
  for (const step of ['aging_reviewed', 'books_proved', 'bank_files_in', 'over60_pack']) {
    expect(answerOf(await desk.tick(step, accountant))).toBe('accepted');
  }
  expect(answerOf(await desk.tick('gl_entered', accountant))).toBe(
    'reports.step_by_facts gl_entered',
  );
  expect(answerOf(await desk.sign(accountant))).toBe('reports.second_person_signs');
  desk.on('2026-11-04');
  expect(answerOf(await desk.sign(controller))).toBe('accepted');
  await desk.change('hard_close');
  const signed = await desk.page();

  // Late facts go on arriving; nothing that was signed moves.
  desk.on('2026-11-12');
  await desk.invoice(desk.north, { amount: '77', issued: '2026-10-29', number: 'I-late' });
  const again = await desk.page();
  expect(again.lines).toEqual(signed.lines);
  expect(again.signed).toMatchObject({ by: 'controller' });
  const live = await linesAt(desk.db, desk.company, october, 'infinity');
  expect(live[0]).toMatchObject({ aging: 107_700n, books: 60_000n });
  const replayed = await linesAt(
    desk.db,
    desk.company,
    october,
    instant(signed.signed?.knownAt ?? ''),
  );
  expect(replayed[0]).toMatchObject({ aging: 100_000n, books: 60_000n });
  expect(answerOf(await desk.enter('1.00', accountant))).toBe('reports.signed_already 2026-10');
  expect((await proveLedger(desk.db)).checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('a collector’s correction back into October is refused, dated today it is taken', async () => {
  await using desk = await deskInNovember();
  const senior = await desk.member('senior');
  await desk.change('soft_close');
  const charge = (on: string) =>
    desk.act((context) => {
      const wish = { accountId: desk.north, kind: 'fee', amount: usd('25') } as const;
      return chargeAccount(context, { ...wish, chargedOn: day(on), dueOn: day(on) });
    }, senior);
  expect(answerOf(await charge('2026-10-31'))).toBe(
    'ledger.period_closed 2026-10-31 2026-10 2026-11-03 2026-11-01',
  );
  expect(answerOf(await charge('2026-11-03'))).toBe('accepted');
});

test('a period that is opened again is signed again', async () => {
  await using desk = await deskInNovember();
  const accountant = await desk.member('manager');
  const controller = await desk.member('controller');
  await desk.change('soft_close');
  await desk.enter('600.00', accountant);
  for (const step of ['aging_reviewed', 'books_proved', 'bank_files_in', 'over60_pack']) {
    await desk.tick(step, accountant);
  }
  desk.on('2026-11-04');
  expect(answerOf(await desk.sign(controller))).toBe('accepted');
  expect(answerOf(await desk.sign(controller))).toBe('reports.signed_already 2026-10');
  await desk.change('reopen');
  expect((await desk.page()).signed).toBeNull();
  expect(answerOf(await desk.enter('610.00', accountant))).toBe('accepted');
});

test('on the command line whoever only tried is told so, and nothing is closed', async () => {
  await using desk = await deskInNovember();
  const settings = { DATABASE_URL: desk.url };
  const tried = await dunlin(settings, 'close', '2026-09', '--soft', '--dry-run');
  expect(tried).toContain('This was a dry run: nothing was stored.');
  const periods: unknown = JSON.parse(await dunlin(settings, 'periods', '--json'));
  expect(periods).toMatchObject({ softThrough: null });
});
