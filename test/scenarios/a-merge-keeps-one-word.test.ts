/**
 * Two accounts turn out to be one debtor: how far it may go, which agency has it and what kind of
 * debt it is were said of each, and one word counts for both afterwards.
 */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { setDebtProfile } from '#areas/compliance/actions/set-debt-profile.ts';
import { nothingStated } from '#areas/compliance/rules/debt-profile.ts';
import { profilesOf } from '#areas/compliance/store/profiles.ts';
import { setLimit } from '#areas/credit/actions/set-limit.ts';
import { grantsOf, limitSubject } from '#areas/credit/store/limits.ts';
import { mergeAccounts } from '#areas/customers/actions/merge-accounts.ts';
import { placeWithAgency } from '#areas/write-offs/actions/place-with-agency.ts';
import { placementsOf } from '#areas/write-offs/store/placements.ts';
import { type Story, usd } from '#test/support/builders.ts';
import { allNews } from '#test/support/dispute-desk.ts';
import { planDesk } from '#test/support/plan-desk.ts';

/** NORTH owes 1,000 on 2026-11-20 and is about to go into NORTH-2. */
async function mergingDesk() {
  const desk = await planDesk('2026-11-20');
  const { accountId } = desk;
  const into = await desk.account('NORTH-2');
  const merge = async () => {
    await desk.done((context) => mergeAccounts(context, { accountId, into }));
    await allNews(desk);
  };
  return { ...desk, into, merge };
}

async function reviewsOf({ db }: Pick<Story, 'db'>, accountId: Id): Promise<string[]> {
  const rows = await db.all(sql<{ due_on: string }>`
    select due_on
      from clocks.clock_card
     where account_id = ${accountId}
       and kind       = 'credit_review'
       and ended_on is null`);
  return rows.map(({ due_on }) => due_on);
}

const linesOf = async (desk: Pick<Story, 'db'>, accountId: Id) => {
  const rows = await desk.db.all(sql<{ phrase: string; facts: object }>`
    select phrase, facts
      from customers.activity
     where account_id = ${accountId}
       and phrase ~ 'limit_|placement_'`);
  return rows;
};

const standing = {
  kind: 'standing',
  fromOn: day('2026-11-20'),
  untilOn: null,
  reviewOn: day('2027-05-20'),
  currency: currency('USD'),
  insurer: null,
  policyNumber: null,
  forDelinquency: false,
} as const;
const insured = { ...standing, kind: 'insurance', insurer: 'Atlas', policyNumber: 'A-1' } as const;
const agency = { agency: 'Heron', reference: 'H-1', feeBps: 2500 };
const consumer = { ...nothingStated, purpose: 'consumer' } as const;

test('limits, the agency and the kind of debt come along where the other has none', async () => {
  await using desk = await mergingDesk();
  const { accountId, into } = desk;
  const by = await desk.member('controller');
  for (const [limit, amount] of [
    [standing, '5000'],
    [insured, '3000'],
  ] as const) {
    const wish = { ...limit, accountId, amount: usd(amount) };
    await desk.done((context) => setLimit(context, wish), by);
  }
  const placing = { ...agency, accountId, amount: usd('100') };
  await desk.done((context) => placeWithAgency(context, placing));
  await desk.done((context) => setDebtProfile(context, { ...consumer, accountId }));
  const before = (await grantsOf(desk.db, accountId)).toSorted((a, b) =>
    a.kind < b.kind ? -1 : 1,
  );
  await desk.merge();
  const after = (await grantsOf(desk.db, into)).toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
  expect(after).toEqual(before);
  expect(await limitSubject(desk.db, into)).toMatchObject({ limit: usd('5000') });
  expect(await limitSubject(desk.db, accountId)).toMatchObject({ limit: null });
  expect(await reviewsOf(desk, into)).toEqual(['2027-05-20', '2027-05-20']);
  expect(await placementsOf(desk.db, { accountId: into })).toMatchObject([
    { agency: 'Heron', reference: 'H-1', amount: usd('100'), recalledOn: null },
  ]);
  const left = await placementsOf(desk.db, { accountId });
  expect(left).toMatchObject([{ recalledOn: '2026-11-20' }]);
  expect(await profilesOf(desk.db, into)).toMatchObject([{ purpose: 'consumer' }]);
  expect((await linesOf(desk, into)).map(({ phrase }) => phrase).toSorted()).toEqual([
    'activity.credit_limit_set',
    'activity.limit_came',
    'activity.limit_came',
    'activity.placement_came',
  ]);
});

test('of two limits and two agencies those of the account that stays go on', async () => {
  await using desk = await mergingDesk();
  const { accountId, into } = desk;
  const told = { amount: '200', issued: '2026-09-01', due: '2026-10-01', number: 'I-8' };
  await desk.document(into, 'invoice', told);
  const by = await desk.member('controller');
  for (const [account, amount, with_] of [
    [accountId, '5000', 'Heron'],
    [into, '2000', 'Egret'],
  ] as const) {
    const wish = { ...standing, accountId: account, amount: usd(amount) };
    await desk.done((context) => setLimit(context, wish), by);
    const placing = { ...agency, agency: with_, accountId: account, amount: usd('100') };
    await desk.done((context) => placeWithAgency(context, placing));
    const purpose = account === into ? 'commercial' : 'consumer';
    const stated = { ...consumer, purpose, accountId: account } as const;
    await desk.done((context) => setDebtProfile(context, stated));
  }
  await desk.merge();
  expect(await limitSubject(desk.db, into)).toMatchObject({ limit: usd('2000') });
  expect(await reviewsOf(desk, into)).toEqual(['2027-05-20']);
  expect(await placementsOf(desk.db, { accountId: into })).toMatchObject([
    { agency: 'Egret', recalledOn: null },
  ]);
  const left = await placementsOf(desk.db, { accountId });
  expect(left).toMatchObject([{ agency: 'Heron', recalledOn: '2026-11-20' }]);
  expect(await profilesOf(desk.db, into)).toMatchObject([{ purpose: 'commercial' }]);
  expect(await linesOf(desk, into)).toEqual(
    expect.arrayContaining([
      {
        phrase: 'activity.limit_not_added',
        facts: expect.objectContaining({ amount: '5000.00', account: 'NORTH' }),
      },
      {
        phrase: 'activity.placement_ended_by_merge',
        facts: expect.objectContaining({ agency: 'Heron', stays: 'Egret' }),
      },
    ]),
  );
});
