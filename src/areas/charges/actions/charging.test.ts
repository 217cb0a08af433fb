/** Charges on a real book: P-25 quoted and booked, once; what stops them; what takes them back. */
import { describe, expect, test } from 'vitest';
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { standardAuthority } from '#areas/approvals/rules/authority.ts';
import { insertAuthority } from '#areas/approvals/store/authority.ts';
import { returnReceipt } from '#areas/ledger/actions/return-receipt.ts';
import { agingOf } from '#test/support/agings.ts';
import { type Story, answerOf, deskOn, usd } from '#test/support/builders.ts';
import { type ChargeTerms, noTerms } from '../rules/terms.ts';
import { chargesOf } from '../store/booked.ts';
import { decideRun } from './decide-run.ts';
import {
  askWaiver,
  reinstateCharge,
  reverseCharge,
  waiveCharge,
  waiverGranted,
} from './end-charge.ts';
import { prepareRun } from './prepare-run.ts';
import { quoteCharges } from './quote-charges.ts';
import { setTerms } from './set-terms.ts';

const terms: ChargeTerms = {
  ...noTerms,
  interest: { ratePct: '12', per: 'year', dayCount: 'ACT/365F', clause: '§ 7' },
  fees: [{ currency: 'USD', from: '0', amount: '25.00' }],
  feeClause: '§ 8',
};
const through: Day = day('2026-05-15');

/** A desk that is owed 1,200 since 2026-03-31, 45 days ago, with its terms. */
async function owed1200(said: ChargeTerms = terms): Promise<Story & { north: Id; itemId: Id }> {
  const desk = await deskOn('2026-03-01');
  const north = await desk.account('NORTH');
  const told = { amount: '1200', issued: '2026-03-01', due: '2026-03-31', number: 'I-1' };
  const itemId = await desk.invoice(north, told);
  const { companyId } = desk;
  await desk.done((context) => setTerms(context, { companyId, terms: said }));
  desk.on('2026-05-15');
  return { ...desk, north, itemId };
}

/** Prepared by one, booked by another. */
async function booked(desk: Story, asOf = through): Promise<string> {
  const { companyId } = desk;
  const run = await desk.act((context) => prepareRun(context, { companyId, asOf }));
  if (!run.ok) return answerOf(run);
  const wish = { runId: run.value.runId, said: 'yes', companies: 'all' } as const;
  const by = await desk.member('manager');
  const done = await desk.done((context) => decideRun(context, wish), by);
  return `booked ${done.booked} skipped ${done.skipped}`;
}

const owes = async (desk: Story, asOf = '2026-05-15') => (await agingOf(desk, { asOf })).balance;

describe('P-25: 1,200 overdue 45 days at 12 % with a fee of 25', () => {
  test('a run charges nothing on the capped fee of a returned check', async () => {
    await using desk = await owed1200();
    const { north: accountId, itemId: invoice } = desk;
    desk.on('2026-04-01');
    const paid = { amount: '1200', on: '2026-04-01', pays: [[invoice, '1200']] } as const;
    const receipt = await desk.receipt(accountId, paid);
    const fee = { customerFee: usd('35'), returnedOn: day('2026-04-01') };
    await desk.done((context) => returnReceipt(context, { accountId, itemId: receipt, ...fee }));
    desk.on('2026-05-15');
    const { rows } = await quoteCharges(desk.db, desk.companyId, through, terms);
    expect(rows.map(({ worked }) => worked.document)).toEqual(['I-1']);
    expect(await booked(desk)).toBe('booked 1 skipped 0');
    expect(await owes(desk)).toBe('1277.75');
  });

  test('quoted, it is 42.75 beside the debt, and nothing is booked', async () => {
    await using desk = await owed1200();
    const { rows, totals } = await quoteCharges(desk.db, desk.companyId, through, terms);
    expect(totals).toEqual({ USD: { interest: '17.75', fees: '25.00' } });
    expect(rows).toMatchObject([{ account: 'NORTH', worked: { document: 'I-1' } }]);
    expect(await owes(desk)).toBe('1200.00');
  });

  test('booked, it is one debit memo of 42.75, and the same run adds nothing', async () => {
    await using desk = await owed1200();
    expect(await booked(desk)).toBe('booked 1 skipped 0');
    expect(await owes(desk)).toBe('1242.75');
    expect(await booked(desk)).toBe('charges.nothing_to_charge');
    expect(await owes(desk)).toBe('1242.75');
    desk.on('2026-05-25');
    const later = await quoteCharges(desk.db, desk.companyId, day('2026-05-25'), terms);
    // Ten days more, on the invoice alone, and no second fee: 1200 × 12 % × 10/365.
    expect(later.totals).toEqual({ USD: { interest: '3.95', fees: '0.00' } });
  });

  test('two runs that were prepared side by side charge once', async () => {
    await using desk = await owed1200();
    const { companyId } = desk;
    const prepare = () => desk.done((context) => prepareRun(context, { companyId, asOf: through }));
    const [one, other] = [await prepare(), await prepare()];
    const manager = await desk.member('manager');
    const say = (runId: Id, by = manager) =>
      desk.act((context) => decideRun(context, { runId, said: 'yes', companies: 'all' }), by);
    expect(await say(one.runId)).toMatchObject({ value: { booked: 1, skipped: 0 } });
    expect(await say(other.runId)).toMatchObject({ value: { booked: 0, skipped: 1 } });
    expect(answerOf(await say(one.runId))).toContain('charges.decided_already');
    expect(await owes(desk)).toBe('1242.75');
  });

  test('who prepared it does not book it, unless the terms say alone', async () => {
    await using desk = await owed1200();
    const { companyId } = desk;
    const rosa = await desk.member('manager');
    const prepare = () =>
      desk.done((context) => prepareRun(context, { companyId, asOf: through }), rosa);
    const own = async () => {
      const { runId } = await prepare();
      const wish = { runId, said: 'yes', companies: 'all' } as const;
      return answerOf(await desk.act((context) => decideRun(context, wish), rosa));
    };
    expect(await own()).toBe('charges.own_run');
    const alone = { companyId, terms: { ...terms, alone: true } };
    desk.on('2026-05-16');
    await desk.done((context) => setTerms(context, alone));
    expect(await own()).toBe('accepted');
  });

  test('a run that is not wanted books nothing; one lies ahead of nobody', async () => {
    await using desk = await owed1200();
    const { companyId } = desk;
    const ahead = { companyId, asOf: day('2026-05-16') };
    const refused = await desk.act((context) => prepareRun(context, ahead));
    expect(answerOf(refused)).toBe('charges.day_ahead 2026-05-15');
    const { runId } = await desk.done((context) =>
      prepareRun(context, { companyId, asOf: through }),
    );
    const wish = { runId, said: 'no', companies: 'all' } as const;
    await desk.done((context) => decideRun(context, wish), await desk.member('manager'));
    expect(await owes(desk)).toBe('1200.00');
  });
});

describe('a booked charge', () => {
  test('waived is not charged again, and stands again when it is reinstated', async () => {
    await using desk = await owed1200();
    await booked(desk);
    const [charge] = await chargesOf(desk.db, { accountId: desk.north });
    if (!charge) throw new Error('a charge was expected');
    const { accountId, chargeItemId } = charge;
    const which = { accountId, chargeItemId };
    const manager = await desk.member('manager');
    const collector = await desk.member('collector');
    const waive = (by: typeof manager) => desk.act((context) => waiveCharge(context, which), by);
    expect(answerOf(await waive(collector))).toContain('ledger.beyond_authority');
    expect(answerOf(await waive(manager))).toBe('accepted');
    expect(answerOf(await waive(manager))).toBe('charges.ended_already waived');
    expect(await owes(desk)).toBe('1200.00');
    expect(await booked(desk)).toBe('charges.nothing_to_charge');
    const again = () => desk.act((context) => reinstateCharge(context, which));
    expect(answerOf(await again())).toBe('accepted');
    expect(answerOf(await again())).toContain('charges.not_waived');
    expect(await owes(desk)).toBe('1242.75');
  });

  test('waived counts with what was waived lately, by the authority of the company', async () => {
    await using desk = await owed1200();
    const limits = [{ role: 'manager', most: '50' }];
    const said = { ...standardAuthority.waiver, limits };
    await desk.done(async (context) => {
      await insertAuthority(context, desk.companyId, 'waiver', said);
      return accept(null);
    });
    const manager = await desk.member('manager');
    const waiveLast = async (on: string) => {
      desk.on(on);
      expect(await booked(desk, day(on))).toBe('booked 1 skipped 0');
      const [charge] = await chargesOf(desk.db, { accountId: desk.north });
      if (!charge) throw new Error('a charge was expected');
      return answerOf(await desk.act((context) => waiveCharge(context, charge), manager));
    };
    expect(await waiveLast('2026-05-15')).toBe('accepted');
    // 42.75, and 20 days more of 12 % on 1,200.
    expect(await waiveLast('2026-06-04')).toBe('ledger.beyond_authority 50.64 nobody 30');
    // 31 days after the first.
    expect(await waiveLast('2026-06-15')).toBe('accepted');
  });

  test('reversed may be charged again', async () => {
    await using desk = await owed1200();
    await booked(desk);
    const [charge] = await chargesOf(desk.db, { accountId: desk.north });
    if (!charge) throw new Error('a charge was expected');
    await desk.done((context) => reverseCharge(context, charge));
    expect(await owes(desk)).toBe('1200.00');
    expect(await booked(desk)).toBe('booked 1 skipped 0');
    expect(await owes(desk)).toBe('1242.75');
  });

  test('a waiver that is asked for waits for a second person', async () => {
    await using desk = await owed1200();
    await booked(desk);
    const [charge] = await chargesOf(desk.db, { accountId: desk.north });
    if (!charge) throw new Error('a charge was expected');
    const { accountId, chargeItemId } = charge;
    const rosa = await desk.member('manager');
    const otto = await desk.member('manager');
    const wish = { accountId, chargeItemId, evidence: 'their bank was closed' };
    const { requestId } = await desk.done((context) => askWaiver(context, wish), rosa);
    const say = { requestId, said: 'yes', companies: 'all' } as const;
    const own = await desk.act((context) => decideRequest(context, say), rosa);
    expect(answerOf(own)).toBe('approvals.own_request');
    await desk.done((context) => decideRequest(context, say), otto);
    const waived = () => desk.done((context) => waiverGranted(context, requestId));
    expect(await waived()).toEqual({ done: true });
    expect(await waived()).toEqual({ done: false });
    expect(await owes(desk)).toBe('1200.00');
  });
});
