import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { intend, locate } from '#test/support/gate.ts';
import { type PlaceHold, liftHold, placeHold } from './place-hold.ts';
import { askPermit } from './ask-permits.ts';
import { allHoldsOf } from '../store/holds.ts';

async function deskWithNorth() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  await desk.invoice(accountId, { amount: '400', issued: '2026-09-01' });
  await locate(desk, accountId);
  const place = (more: Partial<PlaceHold> = {}) =>
    desk.act((context) =>
      placeHold(context, {
        accountId,
        kind: 'bankruptcy',
        startsOn: day('2026-11-18'),
        endsOn: null,
        evidence: 'Petition 26-10442',
        details: { court: 'E.D. Pa.' },
        ...more,
      }),
    );
  const reasons = async () => {
    const permit = await desk.done(async (context) =>
      accept(await askPermit(context, intend(accountId, { channel: 'letter', address: '' }))),
    );
    return permit.reasons.map(({ id }) => id);
  };
  return { ...desk, accountId, place, reasons };
}

test('a hold stops every contact from its day on until it is lifted', async () => {
  await using desk = await deskWithNorth();
  expect(await desk.reasons()).toEqual([]);
  const placed = await desk.place();
  expect(await desk.reasons()).toEqual(['US.STAY']);
  if (!placed.ok) throw new Error(placed.refusal);
  const { holdId } = placed.value;
  await desk.done((context) => liftHold(context, { accountId: desk.accountId, holdId }));
  expect(await desk.reasons()).toEqual([]);
  const [hold] = await allHoldsOf(desk.db, desk.accountId);
  expect(hold).toMatchObject({
    kind: 'bankruptcy',
    evidence: 'Petition 26-10442',
    details: { court: 'E.D. Pa.' },
    ended: { on: '2026-11-20', reason: 'the story says so' },
  });
  const lines = await desk.db.all(sql`
    select phrase, facts from customers.activity where phrase like '%hold%' order by recorded_at`);
  expect(lines).toEqual([
    { phrase: 'activity.hold_placed', facts: { hold: 'bankruptcy' } },
    { phrase: 'activity.hold_lifted', facts: { hold: 'bankruptcy' } },
  ]);
});

describe('a hold is refused', () => {
  test('without evidence, when it ends before it starts, and on no account', async () => {
    await using desk = await deskWithNorth();
    expect(answerOf(await desk.place({ evidence: ' ' }))).toBe('compliance.hold_without_evidence');
    expect(answerOf(await desk.place({ endsOn: day('2026-11-17') }))).toBe(
      'compliance.hold_ends_before_it_starts 2026-11-18 2026-11-17',
    );
    expect(answerOf(await desk.place({ accountId: desk.companyId }))).toBe(
      'compliance.no_such_account',
    );
    expect(await desk.reasons()).toEqual([]);
  });

  test('while one of its kind stands, and free again once that has ended', async () => {
    await using desk = await deskWithNorth();
    await desk.place({ kind: 'hardship', endsOn: day('2026-11-20') });
    expect(answerOf(await desk.place({ kind: 'hardship' }))).toBe(
      'compliance.hold_stands_already 2026-11-18',
    );
    desk.on('2026-11-23');
    expect(await desk.reasons()).toEqual([]);
    expect(answerOf(await desk.place({ kind: 'hardship' }))).toBe('accepted');
  });

  test('to be lifted twice, or where there is none', async () => {
    await using desk = await deskWithNorth();
    const placed = await desk.place();
    if (!placed.ok) throw new Error(placed.refusal);
    const lift = (holdId = placed.value.holdId) =>
      desk.act((context) => liftHold(context, { accountId: desk.accountId, holdId }));
    expect(answerOf(await lift())).toBe('accepted');
    expect(answerOf(await lift())).toBe('compliance.hold_lifted_already 2026-11-20');
    expect(answerOf(await lift(desk.companyId))).toBe('compliance.no_such_hold');
  });
});

test('a petition stops every account of the debtor; a written refusal its own', async () => {
  await using desk = await deskWithNorth();
  const sister = await desk.account('NORTH', { company: await desk.company('TWO') });
  const stranger = await desk.account('SOUTH');
  const kindsOf = async (accountId: Id) =>
    (await allHoldsOf(desk.db, accountId)).map(({ kind, endsOn }) => [kind, endsOn]);
  const ends = { endsOn: day('2027-01-31') };
  await desk.place({ kind: 'cease' });
  await desk.place({ kind: 'bankruptcy', ...ends });
  expect(await kindsOf(sister)).toEqual([['bankruptcy', '2027-01-31']]);
  expect(await kindsOf(stranger)).toEqual([]);
  // What is stopped already keeps its own evidence; what is opened later is another debt.
  await desk.place({ kind: 'deceased', accountId: sister, evidence: 'certificate 7' });
  expect(await kindsOf(desk.accountId)).toHaveLength(3);
  expect(answerOf(await desk.place({ kind: 'deceased' }))).toMatch('hold_stands_already');
  const later = await desk.account('NORTH', { company: await desk.company('THREE') });
  expect(await kindsOf(later)).toEqual([]);
});
