/** Plans as they are offered, signed, changed and ended; what each act leaves behind. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { planDesk, signing } from '#test/support/plan-desk.ts';
import { standardPlanPolicy as policy } from '../../rules/plans/policy.ts';
import { planOf } from '../../store/plans/plans.ts';
import { makePromise } from '../make-promise.ts';
import { standardPromisePolicy } from '../../rules/promise.ts';
import { agreeingAs } from './agreeing-as.ts';
import { amendPlan } from './amend-plan.ts';
import { cancelPlan } from './cancel-plan.ts';
import { drawPlan } from './draw-plan.ts';
import { judgePlans } from './judge-plans.ts';
import { endMandate, giveMandate } from './keep-mandate.ts';
import { planGranted } from './plan-granted.ts';
import { reagePlan } from './reage-plan.ts';
import { requestEnded } from './request-ended.ts';
import { sendPlanCopy } from './send-plan-copy.ts';
import { signPlan } from './sign-plan.ts';

type Desk = Awaited<ReturnType<typeof planDesk>>;

const clocksOf = async (desk: Desk) => {
  const rows = await desk.db.all(sql<{ kind: string; due_on: string; state: string }>`
    select kind, due_on, state from clocks.clock_card order by started_on, due_on, kind`);
  return rows.map(({ kind, due_on, state }) => `${kind} ${due_on} ${state}`);
};

describe('an offer', () => {
  test('within one’s bounds binds nobody before it is signed', async () => {
    await using desk = await planDesk('2026-01-31');
    const offered = await desk.offer();
    expect(offered).toMatchObject({ ok: true, value: { requestId: null } });
    expect(await desk.covered()).toBe(0);
    expect(await desk.history()).toEqual(['offered 2026-01-31']);
  });

  test('of a debt on another plan, or of one that is not open, is refused by name', async () => {
    await using desk = await planDesk('2026-01-31');
    await desk.agree();
    expect(answerOf(await desk.offer({ itemIds: [desk.invoice] }))).toBe('plan.item_on_plan I-1');
    expect(answerOf(await desk.offer({ itemIds: [desk.accountId] }))).toBe(
      'plan.item_not_open USD',
    );
    expect(answerOf(await desk.offer())).toBe('plan.nothing_to_cover');
  });

  test('beyond them waits for a second person, who is not the one that asked', async () => {
    await using desk = await planDesk('2026-01-31');
    const offered = await desk.offer({ count: 14, note: 'Only so fast' });
    if (!offered.ok || offered.value.requestId === null) throw new Error('asked nobody');
    const { planId, requestId } = offered.value;
    const sign = () => desk.act((context) => signPlan(context, signing(desk.accountId, planId)));
    expect(answerOf(await sign())).toBe('plan.not_approved controller');
    const decide = async (role: 'manager' | 'controller') => {
      const member = await desk.member(role);
      const wish = { requestId, said: 'yes', companies: 'all' } as const;
      return desk.act((context) => decideRequest(context, wish), member);
    };
    expect(answerOf(await decide('manager'))).toMatch('approvals.beyond_authority');
    expect((await decide('controller')).ok).toBe(true);
    expect(await desk.done((context) => planGranted(context, requestId))).toEqual({ done: true });
    expect(await desk.done((context) => planGranted(context, requestId))).toEqual({ done: false });
    expect(await sign()).toMatchObject({ value: { state: 'active' } });
  });
});

test('a plan whose approval is refused is over, and a second word changes nothing', async () => {
  await using desk = await planDesk('2026-01-31');
  const offered = await desk.offer({ count: 14 });
  if (!offered.ok || offered.value.requestId === null) throw new Error('asked nobody');
  const { requestId } = offered.value;
  const ended = () => desk.done((context) => requestEnded(context, requestId));
  expect([await ended(), await ended()]).toEqual([{ ended: true }, { ended: false }]);
  expect(await desk.history()).toEqual(['offered 2026-01-31', 'cancelled 2026-01-31']);
});

describe('signing', () => {
  test('keeps who, from where, and the very document, and replaces promises', async () => {
    await using desk = await planDesk('2026-01-31');
    const promise = {
      accountId: desk.accountId,
      amount: usd('100'),
      dueOn: day('2026-02-10'),
      saidBy: 'Ms Orr',
      method: null,
      itemIds: [desk.invoice],
      supersedes: [],
      note: '',
    };
    await desk.done((context) => makePromise(context, promise, standardPromisePolicy));
    await desk.agree();
    const signature = await desk.db.one(sql`
      select how, name, ip, user_agent, sha256 from promises.plan_signature`);
    expect(signature).toMatchObject({ how: 'typed', name: 'Ms Orr', ip: '203.0.113.7' });
    const { documents } = await desk.db.one(sql<{ documents: bigint }>`
      select count(*) as documents from promises.plan_document`);
    expect(documents).toBe(2n);
    const { state } = await desk.db.one(sql<{ state: string }>`
      select state from promises.promise_card`);
    expect(state).toBe('superseded');
    expect(await clocksOf(desk)).toEqual(['plan_instalment 2026-01-31 running']);
  });

  test('what was paid since it was offered wants a new offer', async () => {
    await using desk = await planDesk('2026-01-31');
    const offered = await desk.offer();
    if (!offered.ok) throw new Error(offered.refusal);
    const { planId } = offered.value;
    await desk.receipt(desk.accountId, {
      amount: '100',
      on: '2026-01-31',
      pays: [[desk.invoice, '100']],
    });
    const late = await desk.act((context) => signPlan(context, signing(desk.accountId, planId)));
    expect(answerOf(late)).toBe('plan.changed_since');
  });

  test('a fee is charged at once, interest as each instalment falls due', async () => {
    await using desk = await planDesk('2026-01-31');
    const firstOn = day('2026-02-10');
    await desk.agree({ fee: usd('20'), aprPct: decimal('12'), firstOn });
    const charges = () =>
      desk.db.all(sql`
      select p.kind, c.amount_minor
        from promises.plan_item p
        join ledger.item_card c on c.item_id = p.item_id
       where p.kind <> 'debt'
       order by p.kind, p.no`);
    expect(await charges()).toEqual([{ kind: 'fee', amount_minor: 2000n }]);
    await desk.night('2026-03-10');
    await desk.night('2026-03-10');
    expect(await charges()).toEqual([
      { kind: 'fee', amount_minor: 2000n },
      { kind: 'interest', amount_minor: 1020n },
      { kind: 'interest', amount_minor: 683n },
    ]);
  });

  test('in D.C. no consumer is asked for money before the copy, which has 7 days', async () => {
    await using desk = await planDesk('2026-11-16');
    await desk.db.run(sql`update customers.customer set state = 'DC'`);
    const offered = await desk.offer({ party: 'consumer' });
    if (!offered.ok) throw new Error(offered.refusal);
    const { planId } = offered.value;
    const { accountId } = desk;
    expect(await desk.sign(planId)).toEqual({ state: 'signed' });
    expect(await clocksOf(desk)).toContain('plan_copy 2026-11-23 running');
    const copy = { accountId, planId, how: 'mail' } as const;
    expect(await desk.done((context) => sendPlanCopy(context, copy))).toEqual({ state: 'active' });
    expect(await clocksOf(desk)).toContain('plan_copy 2026-11-23 met');
    expect(await planOf(desk.db, accountId, planId)).toMatchObject({ copyOn: '2026-11-16' });
  });
});

describe('changing a plan', () => {
  const move = (on: string) => [{ no: 2, dueOn: day(on) }];

  test('a day moved in time is a version more, no breach, and the first day stays', async () => {
    await using desk = await planDesk('2026-01-31');
    const planId = await desk.agree();
    await desk.receipt(desk.accountId, { amount: '333.34', on: '2026-01-31' });
    desk.on('2026-02-20');
    const { accountId } = desk;
    const wish = { accountId, planId, change: move('2026-03-10') };
    const amended = await desk.act((context) => amendPlan(context, wish, policy), desk.collector);
    expect(amended).toMatchObject({ value: { version: 2, requestId: null } });
    await desk.night('2026-03-10');
    expect(await desk.next()).toBe('active 33333 2026-03-10');
    const days = await desk.db.all(sql`
      select version, due_on, first_due_on from promises.plan_instalment where no = 2
       order by version`);
    expect(days).toEqual([
      { version: 1, due_on: '2026-02-28', first_due_on: '2026-02-28' },
      { version: 2, due_on: '2026-03-10', first_due_on: '2026-02-28' },
    ]);
    await expect(desk.db.run(sql`update promises.plan_instalment set no = 1`)).rejects.toThrow(
      'permission denied',
    );
  });

  test('further than one may move it is asked for, and done when it is granted', async () => {
    await using desk = await planDesk('2026-01-31');
    const planId = await desk.agree();
    const { accountId } = desk;
    const wish = { accountId, planId, change: move('2026-03-30') };
    const asked = await desk.act((context) => amendPlan(context, wish, policy), desk.collector);
    if (!asked.ok || asked.value.requestId === null) throw new Error('asked nobody');
    const { requestId } = asked.value;
    const said = { requestId, said: 'yes', companies: 'all' } as const;
    const manager = await desk.member('manager');
    await desk.done((context) => decideRequest(context, said), manager);
    expect(await desk.done((context) => planGranted(context, requestId))).toEqual({ done: true });
    expect(await planOf(desk.db, accountId, planId)).toMatchObject({ version: 2 });
  });

  test('a broken plan is caught up within its days, and dunning rests again', async () => {
    await using desk = await planDesk('2026-01-31');
    const planId = await desk.agree();
    await desk.night('2026-03-06');
    expect(await desk.covered()).toBe(0);
    expect(await clocksOf(desk)).toContain('plan_cure 2026-03-13 running');
    const { accountId } = desk;
    const wish = { accountId, planId, change: 'catch_up' } as const;
    await desk.done((context) => amendPlan(context, wish, policy), desk.collector);
    expect(await desk.covered()).toBe(1);
    expect(await desk.next()).toBe('active 100000 2026-03-31');
    expect(await clocksOf(desk)).toContain('plan_cure 2026-03-13 met');
  });

  test('a changed amount that is taken by itself is told ten days before', async () => {
    await using desk = await planDesk('2026-01-31');
    const planId = await desk.agree();
    const { accountId } = desk;
    const leave = {
      accountId,
      planId,
      method: 'ach',
      institution: 'First Bank',
      lastFour: '6789',
      givenBy: 'Ms Orr',
    } as const;
    const card = { ...leave, institution: '4111 1111 1111 1111' };
    expect(answerOf(await desk.act((context) => giveMandate(context, card)))).toBe(
      'plan.card_number',
    );
    const { mandateId } = await desk.done((context) => giveMandate(context, leave));
    const share = (second: string, third: string) => [
      { no: 2, amount: usd(second) },
      { no: 3, amount: usd(third) },
    ];
    // A collector does not put money off by a month, whatever the days say.
    const later = { accountId, planId, change: share('0.01', '666.65') };
    const asked = await desk.done((context) => amendPlan(context, later, policy), desk.collector);
    expect(asked).toMatchObject({ version: 1, requestId: expect.any(String) });
    const change = share('366.66', '300');
    await desk.done(
      (context) => amendPlan(context, { accountId, planId, change }, policy),
      desk.collector,
    );
    expect((await clocksOf(desk)).filter((line) => line.startsWith('plan_amount'))).toEqual([
      'plan_amount_notice 2026-02-18 running',
      'plan_amount_notice 2026-03-21 running',
    ]);
    const end = () => desk.act((context) => endMandate(context, { accountId, mandateId }));
    expect(answerOf(await end())).toBe('accepted');
    expect(answerOf(await end())).toBe('plan.no_such_mandate');
  });

  test('a cancelled plan gives its debts back to be asked for, and ends for good', async () => {
    await using desk = await planDesk('2026-01-31');
    const planId = await desk.agree();
    const ref = { accountId: desk.accountId, planId };
    expect(await desk.done((context) => cancelPlan(context, ref))).toEqual({ state: 'cancelled' });
    expect(await desk.covered()).toBe(0);
    expect(answerOf(await desk.act((context) => cancelPlan(context, ref)))).toBe(
      'plan.wrong_state cancelled',
    );
    expect(await clocksOf(desk)).toEqual(['plan_instalment 2026-01-31 void']);
  });

  test('aged anew only after three instalments in a row, once in a year', async () => {
    await using desk = await planDesk('2026-09-01');
    const planId = await desk.agree({ count: 6 });
    const ref = { accountId: desk.accountId, planId };
    const reage = async () => answerOf(await desk.act((context) => reagePlan(context, ref)));
    expect(await reage()).toBe('plan.reage_too_few_payments');
    desk.on('2026-09-02');
    await desk.receipt(desk.accountId, { amount: '501', on: '2026-09-02' });
    await desk.done((context) => judgePlans(context, [desk.accountId]));
    expect(await reage()).toBe('accepted');
    expect(await reage()).toBe('plan.reage_once_in_12_months');
  });
});

test('what is drawn up is what would be offered, and writes nothing', async () => {
  await using desk = await planDesk('2026-01-31');
  const wish = {
    accountId: desk.accountId,
    currency: usd('1').currency,
    itemIds: [],
    down: usd('0'),
    fee: usd('0'),
    aprPct: decimal('0'),
    frequency: 'monthly' as const,
    count: 5,
    firstOn: day('2026-01-31'),
    days: [],
    edits: [],
    party: 'consumer' as const,
  };
  const drawn = await desk.done(async (context) => {
    return accept(
      await drawPlan(
        context.tx,
        wish,
        context.today,
        await agreeingAs(context.tx, desk.collector),
        policy,
      ),
    );
  });
  expect(drawn).toMatchObject({
    value: { disclosure: { reason: 'more_than_4_installments' }, verdict: { mine: true } },
  });
  expect(await desk.history()).toEqual([]);
});

test('judged twice on a day, nothing is written twice', async () => {
  await using desk = await planDesk('2026-01-31');
  await desk.agree();
  await desk.night('2026-02-06');
  const before = await desk.history();
  await desk.night('2026-02-06');
  expect(await desk.history()).toEqual(before);
  expect(before.at(-1)).toBe('late 2026-02-06');
});
