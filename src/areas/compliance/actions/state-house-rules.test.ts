import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { intend, locate } from '#test/support/gate.ts';
import type { HouseRules } from '../rules/packs/house.ts';
import { houseVersions } from '../store/house-rules.ts';
import { askPermit } from './ask-permits.ts';
import { stateHouseRules } from './state-house-rules.ts';

const none: HouseRules = { hours: null, caps: [] };
const ofP32: HouseRules = {
  hours: { from: 8, to: 21, businessDays: false },
  caps: [
    { channels: [], limit: 1, days: 1, businessDays: false, counts: 'attempts' },
    { channels: [], limit: 3, days: 7, businessDays: false, counts: 'reached' },
  ],
};

async function deskOnMonday() {
  const desk = await deskOn('2026-07-06');
  const state = (rules: HouseRules, from = '2026-07-06') =>
    desk.act((context) => stateHouseRules(context, { effectiveFrom: day(from), rules }));
  return { ...desk, state };
}

test('what is blocked by the hours is stored with its reason and next slot (P-32)', async () => {
  await using desk = await deskOnMonday();
  await desk.state(ofP32);
  const ask = async (number: string, state: string) => {
    const accountId = await desk.account(number);
    await desk.invoice(accountId, { amount: '400', issued: '2026-05-01' });
    await locate(desk, accountId, { state });
    const address = state === 'NY' ? '+12125550142' : '+12135550142';
    const at = instant('2026-07-06T12:30:00Z');
    return desk.done(async (context) =>
      accept(await askPermit(context, intend(accountId, { address, at }))),
    );
  };
  expect(await ask('NEWYORK', 'NY')).toMatchObject({ allowed: true });
  const angeles = await ask('ANGELES', 'CA');
  expect(angeles).toMatchObject({
    allowed: false,
    nextAllowedAt: '2026-07-06T15:00:00.000000Z',
  });
  const [row] = await desk.db.all(sql`
    select p.kind, p.next_allowed_at, p.reasons -> 1 ->> 'id' as why,
           'HOUSE.HOURS@1' = any(p.rules) as asked
      from compliance.permit p
     where p.permit_id = ${angeles.permitId}`);
  expect(row).toEqual({
    kind: 'blocked',
    next_allowed_at: '2026-07-06T15:00:00.000000Z',
    why: 'HOUSE.HOURS',
    asked: true,
  });
});

test('rules are stated anew from a day on, as a version of their own', async () => {
  await using desk = await deskOnMonday();
  expect(answerOf(await desk.state(ofP32, '2026-07-10'))).toBe('accepted');
  expect(answerOf(await desk.state(none, '2026-07-08'))).toBe('accepted');
  expect(await houseVersions(desk.db)).toMatchObject([
    { version: 2, effectiveFrom: '2026-07-08', rules: none },
    { version: 1, effectiveFrom: '2026-07-10', rules: ofP32 },
  ]);
});

test('hours that are none are refused, and a day that has passed', async () => {
  await using desk = await deskOnMonday();
  const night = { ...none, hours: { from: 21, to: 8, businessDays: false } };
  expect(answerOf(await desk.state(night))).toBe('compliance.hours_end_before_they_begin 21 8');
  expect(answerOf(await desk.state(none, '2026-07-05'))).toBe('compliance.in_the_past 2026-07-05');
  expect(await houseVersions(desk.db)).toEqual([]);
});
