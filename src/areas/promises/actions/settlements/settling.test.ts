/** Settlements: less taken for all of it, when it comes in full by its day. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Actor } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { requestsOf } from '#areas/approvals/store/requests.ts';
import { tellPassed } from '#areas/clocks/actions/tell-passed.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { allNews } from '#test/support/dispute-desk.ts';
import { planDesk } from '#test/support/plan-desk.ts';
import { standardPlanPolicy as policy } from '../../rules/plans/policy.ts';
import { agreedMoney } from './agreed-money.ts';
import { judgeSettlements } from './judge-settlements.ts';
import { offerSettlement } from './offer-settlement.ts';
import { settlementGranted } from './settlement-granted.ts';
import { openSettlement } from './turn-settlement.ts';
import { withdrawSettlement } from './withdraw-settlement.ts';

async function deskSettling() {
  const desk = await planDesk('2026-12-01');
  const offer = (amount: string, by: Actor) =>
    desk.act((context) => {
      const wish = {
        accountId: desk.accountId,
        itemIds: [],
        offer: usd(amount),
        payBy: day('2026-12-15'),
        offeredTo: 'Ms Orr',
        note: 'Leaving business',
      };
      return offerSettlement(context, wish, policy);
    }, by);
  const approved = async (): Promise<void> => {
    const asked = await offer('600', desk.collector);
    if (!asked.ok || asked.value.requestId === null) throw new Error('asked nobody');
    const { requestId } = asked.value;
    const cfo = await desk.member('cfo');
    const said = { requestId, said: 'yes', companies: 'all' } as const;
    await desk.done((context) => decideRequest(context, said), cfo);
    expect(await desk.done((context) => settlementGranted(context, requestId))).toEqual({
      done: true,
    });
  };
  const standing = () =>
    desk.db.one(sql`
    select state, state_on, paid_minor, waived_minor from promises.settlement_now`);
  const open = async () => {
    const { minor } = await desk.db.one(sql<{ minor: bigint }>`
      select open_minor as minor from ledger.item_card where item_id = ${desk.invoice}`);
    return minor;
  };
  return { ...desk, offer, approved, standing, open };
}

describe('an offer', () => {
  test('within a manager’s floor stands at once, and covers its debts', async () => {
    await using desk = await deskSettling();
    const manager = await desk.member('manager');
    expect(await desk.offer('900', manager)).toMatchObject({ value: { requestId: null } });
    expect(await desk.standing()).toMatchObject({ state: 'open' });
    expect(await desk.covered()).toBe(1);
    expect(answerOf(await desk.offer('800', manager))).toMatch('settlement.not_below_debt');
  });

  test('of nothing, of all, or by a job that may ask nobody, is refused', async () => {
    await using desk = await deskSettling();
    for (const amount of ['0', '1000']) {
      expect(answerOf(await desk.offer(amount, desk.collector))).toMatch(
        'settlement.not_below_debt',
      );
    }
    const job = { ref: 'job:test', memberId: null };
    expect(answerOf(await desk.offer('600', job))).toBe('approvals.only_people_ask');
  });
});

test('an offer that nobody decided on until its last day gives its debts back', async () => {
  await using desk = await deskSettling();
  await desk.offer('600', desk.collector);
  await allNews(desk);
  // A request for a settlement stands for fourteen days.
  desk.on('2026-12-16');
  await desk.done((context) => tellPassed(context, 'America/New_York'));
  await allNews(desk);
  expect(await desk.standing()).toMatchObject({ state: 'refused' });
  expect(await desk.covered()).toBe(0);
});

test('an offer that was taken back and then granted says that nothing came of it', async () => {
  await using desk = await deskSettling();
  const asked = await desk.offer('600', desk.collector);
  if (!asked.ok || asked.value.requestId === null) throw new Error('asked nobody');
  const { requestId, settlementId } = asked.value;
  await desk.done((context) =>
    withdrawSettlement(context, { accountId: desk.accountId, settlementId }),
  );
  const cfo = await desk.member('cfo');
  const said = { requestId, said: 'yes', companies: 'all' } as const;
  await desk.done((context) => decideRequest(context, said), cfo);
  expect(await desk.done((context) => settlementGranted(context, requestId))).toEqual({
    done: false,
  });
  const [request] = await requestsOf(desk.db, { requestId, companies: 'all' });
  expect(request?.outcome).toMatchObject({
    how: 'failed',
    detail: { refusal: 'settlement.not_open', facts: { state: 'withdrawn' } },
  });
  expect(await desk.standing()).toMatchObject({ state: 'withdrawn' });
});

describe('an approved settlement of $600 for $1,000', () => {
  test('paid in full by its day, the rest is written off', async () => {
    await using desk = await deskSettling();
    await desk.approved();
    desk.on('2026-12-15');
    await desk.receipt(desk.accountId, { amount: '600', on: '2026-12-15' });
    await desk.night('2026-12-15');
    expect(await desk.standing()).toEqual({
      state: 'fulfilled',
      state_on: '2026-12-15',
      paid_minor: 60_000n,
      waived_minor: 40_000n,
    });
    expect(await desk.open()).toBe(0n);
    const { differences } = await desk.db.one(sql<{ differences: bigint }>`
      select count(*) as differences from ledger.control_difference`);
    expect(differences).toBe(0n);
  });

  test('a day late is void; what was paid stays applied, and the rest is owed', async () => {
    await using desk = await deskSettling();
    await desk.approved();
    desk.on('2026-12-14');
    await desk.receipt(desk.accountId, {
      amount: '500',
      on: '2026-12-14',
      pays: [[desk.invoice, '500']],
    });
    await desk.night('2026-12-15');
    expect(await desk.standing()).toMatchObject({ state: 'open' });
    await desk.night('2026-12-16');
    expect(await desk.standing()).toEqual({
      state: 'void_late',
      state_on: '2026-12-16',
      paid_minor: 50_000n,
      waived_minor: 0n,
    });
    expect(await desk.open()).toBe(50_000n);
    expect(await desk.covered()).toBe(0);
    await desk.receipt(desk.accountId, { amount: '100', on: '2026-12-16' });
    await desk.night('2026-12-16');
    expect(await desk.standing()).toMatchObject({ state: 'void_late' });
  });

  test('money of its day that was recorded later has settled it all the same', async () => {
    await using desk = await deskSettling();
    await desk.approved();
    await desk.night('2026-12-16');
    desk.on('2026-12-17');
    await desk.receipt(desk.accountId, { amount: '600', on: '2026-12-15' });
    await desk.night('2026-12-17');
    expect(await desk.standing()).toMatchObject({ state: 'fulfilled', state_on: '2026-12-15' });
  });

  test('is taken back once, with its reason; its deadline falls away', async () => {
    await using desk = await deskSettling();
    await desk.approved();
    const { settlement_id: settlementId } = await desk.db.one(
      sql<{
        settlement_id: typeof desk.accountId;
      }>`select settlement_id from promises.settlement`,
    );
    const ref = { accountId: desk.accountId, settlementId };
    const withdraw = () => desk.act((context) => withdrawSettlement(context, ref));
    expect(answerOf(await withdraw())).toBe('accepted');
    expect(answerOf(await withdraw())).toBe('settlement.not_open withdrawn');
    const clocks = await desk.db.all(sql`select kind, state from clocks.clock_card`);
    expect(clocks).toEqual([{ kind: 'settlement_offer', state: 'void' }]);
    expect(await desk.done((context) => judgeSettlements(context, 'all'))).toEqual({ changed: 0 });
    expect(openSettlement).toBeTypeOf('function');
  });
});

describe('beside a plan of the same account', () => {
  /** $1,000 under a plan of two instalments of $500, and then $600 offered for another $1,000. */
  async function deskWithBoth() {
    const desk = await deskSettling();
    const planId = await desk.agree({ count: 2 });
    const told = { issued: '2025-10-01', due: '2025-11-30', number: 'I-2' };
    await desk.document(desk.accountId, 'invoice', { ...told, amount: '1000' });
    await desk.approved();
    const money = async () => [...(await agreedMoney(desk.db, desk.accountId)).entries()];
    const shares = async () =>
      (await money()).map(([id, { loose }]) => {
        const whose = id === planId ? 'plan' : 'settlement';
        return [whose, ...loose.map(({ amount }) => amount.minor)];
      });
    return { ...desk, shares };
  }

  test('an unapplied dollar pays the plan, which is older, or settles: never both', async () => {
    await using desk = await deskWithBoth();
    desk.on('2026-12-10');
    await desk.receipt(desk.accountId, { amount: '1200', on: '2026-12-10' });
    expect(await desk.shares()).toEqual([
      ['plan', 100_000n],
      ['settlement', 20_000n],
    ]);
    await desk.night('2026-12-11');
    const { state } = await desk.db.one(sql<{ state: string }>`
      select state from promises.plan_now`);
    expect(state).toBe('completed');
    // The plan is paid by money that nobody has applied yet; it is still the plan's.
    expect(await desk.shares()).toEqual([
      ['plan', 100_000n],
      ['settlement', 20_000n],
    ]);
    await desk.night('2026-12-11');
    expect(await desk.standing()).toMatchObject({ state: 'open' });
  });

  test('settled, it takes its own share and leaves the plan its money', async () => {
    await using desk = await deskWithBoth();
    desk.on('2026-12-10');
    await desk.receipt(desk.accountId, { amount: '1600', on: '2026-12-10' });
    await desk.night('2026-12-11');
    expect(await desk.standing()).toMatchObject({
      state: 'fulfilled',
      paid_minor: 60_000n,
      waived_minor: 40_000n,
    });
    const left = await desk.db.all(sql`
      select kind, open_minor from ledger.open_item order by kind`);
    expect(left).toEqual([
      { kind: 'invoice', open_minor: 100_000n },
      { kind: 'receipt', open_minor: 100_000n },
    ]);
  });
});
