/** The clocks of the law over credits: found, changed, held, looked into, switched off. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { setDebtProfile } from '#areas/compliance/index.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { foundCredits } from '../store/credits.ts';
import { authorise, revoke } from './authorise.ts';
import { findCredits } from './find-credits.ts';
import { identifyOverpayment, noteInquiry } from './identify-overpayment.ts';
import { rulePack } from './rule-pack.ts';
import { setCredit } from './set-credit.ts';

const profile = {
  collector: null,
  obligor: 'natural_person' as const,
  guarantor: null,
  purpose: 'consumer' as const,
  state: 'DC',
  city: null,
  zone: null,
  enteredOn: null,
};

/** A consumer in the District with a credit of $84.10 since 2026-04-10. */
async function deskOfConsumer() {
  const desk = await deskOn('2026-11-16');
  const accountId = await desk.account('JANE');
  const memo = { amount: '84.10', issued: '2026-04-10', number: 'CM-1' };
  const [itemId] = await desk.document(accountId, 'credit_memo', memo);
  if (!itemId) throw new Error('a credit memo');
  await desk.done((context) => setDebtProfile(context, { accountId, ...profile }));
  const find = () => desk.done((context) => findCredits(context, 'all'));
  const clocks = () =>
    desk.db.all(sql<{ kind: string; due_on: string; state: string }>`
      select kind, due_on, state from clocks.clock_card order by due_on, state`);
  return { ...desk, accountId, itemId, find, clocks };
}

describe('what is found', () => {
  test('a consumer’s credit: in good faith at six months, at once when they ask', async () => {
    await using desk = await deskOfConsumer();
    expect(await desk.find()).toEqual({ found: 2 });
    expect(await desk.clocks()).toEqual([
      { kind: 'refund_written_request', due_on: '2026-10-10', state: 'running' },
      { kind: 'unclaimed_dormant', due_on: '2029-04-10', state: 'running' },
    ]);
    expect(await desk.find()).toEqual({ found: 2 });
    expect(await desk.clocks()).toHaveLength(2);
  });

  test('what is used up ends its clocks', async () => {
    await using desk = await deskOfConsumer();
    await desk.find();
    const onto = await desk.invoice(desk.accountId, { amount: '84.10', issued: '2026-11-16' });
    await desk.apply(desk.accountId, {
      from: desk.itemId,
      onto,
      amount: '84.10',
      on: '2026-11-16',
    });
    expect(await desk.find()).toEqual({ found: 0 });
    expect((await desk.clocks()).map(({ state }) => state)).toEqual(['void', 'void']);
  });

  test('a pack that is switched off binds nobody, and says who of counsel looked', async () => {
    await using desk = await deskOfConsumer();
    const act = { packId: 'regz_open' as const, enabled: false, reviewer: 'Orr LLP', note: '' };
    const later = { ...act, reviewedOn: day('2026-11-17') };
    expect(answerOf(await desk.act((context) => rulePack(context, later)))).toBe(
      'refunds.reviewed_later 2026-11-17',
    );
    await desk.done((context) => rulePack(context, { ...act, reviewedOn: day('2026-11-16') }));
    expect(await desk.find()).toEqual({ found: 1 });
  });
});

test('a changed credit keeps the day on which it arose', async () => {
  await using desk = await deskOfConsumer();
  const wish = {
    accountId: desk.accountId,
    companyId: desk.companyId,
    pack: 'title_iv' as const,
    itemId: null,
    subject: 'FA26',
    aroseOn: day('2026-09-14'),
    dueOn: day('2026-09-28'),
  };
  const set = (amount: string, more: object = {}) =>
    desk.done((context) => setCredit(context, { ...wish, amount: usd(amount), ...more }));
  await set('1000');
  await set('700', { aroseOn: day('2026-09-20'), dueOn: day('2026-10-02') });
  const scope = { companies: 'all' as const, packs: ['title_iv'] };
  expect(await foundCredits(desk.db, scope)).toMatchObject([
    { amount: { minor: 70_000n }, aroseOn: '2026-09-14', dueOn: '2026-09-28' },
  ]);
  await set('700', { aroseOn: day('2026-10-12'), dueOn: day('2026-10-26'), restart: true });
  expect(await foundCredits(desk.db, scope)).toMatchObject([{ dueOn: '2026-10-26' }]);
  await set('0');
  expect(await foundCredits(desk.db, scope)).toEqual([]);
});

test('what a customer said in writing stands until they revoke it', async () => {
  await using desk = await deskOfConsumer();
  const { accountId } = desk;
  const given = {
    accountId,
    kind: 'hold_title_iv' as const,
    givenBy: 'Jane',
    givenOn: day('2026-11-17'),
    untilOn: null,
    evidence: 'form 7',
  };
  const give = (more: object = {}) =>
    desk.act((context) => authorise(context, { ...given, ...more }));
  expect(answerOf(await give())).toBe('refunds.given_later 2026-11-17');
  const today = day('2026-11-16');
  expect(answerOf(await give({ givenOn: today, untilOn: day('2026-11-15') }))).toBe(
    'refunds.until_before',
  );
  const made = await give({ givenOn: today });
  if (!made.ok) throw new Error(made.refusal);
  const { authorisationId } = made.value;
  const take = () => desk.act((context) => revoke(context, accountId, authorisationId));
  expect(answerOf(await take())).toBe('accepted');
  expect(answerOf(await take())).toBe('refunds.no_such_authorisation');
});

test('a Medicare overpayment has sixty days, which rest while it is looked into', async () => {
  await using desk = await deskOfConsumer();
  const { accountId, itemId } = desk;
  desk.on('2026-07-01');
  const known = { accountId, itemId, identifiedOn: day('2026-07-01') };
  const { creditId } = await desk.done((context) => identifyOverpayment(context, known));
  const medicare = async () => (await desk.clocks()).find(({ kind }) => kind === 'medicare_60d');
  expect(await medicare()).toMatchObject({ due_on: '2026-08-30', state: 'running' });
  const note = (kind: 'inquiry_began' | 'inquiry_ended', on: string) => {
    desk.on(on);
    return desk.done((context) => noteInquiry(context, { accountId, creditId, kind, on: day(on) }));
  };
  expect(await note('inquiry_began', '2026-07-20')).toEqual({
    suspendedUntil: '2027-01-16',
    reportBy: null,
  });
  expect(await medicare()).toMatchObject({ state: 'paused' });
  expect(await note('inquiry_ended', '2026-09-01')).toMatchObject({ reportBy: '2026-10-12' });
  expect(await medicare()).toMatchObject({ due_on: '2026-10-12', state: 'running' });
});
