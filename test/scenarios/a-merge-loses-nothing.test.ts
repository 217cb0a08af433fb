/**
 * Two accounts turn out to be one debtor: everything that was agreed, contested, held or due goes
 * on under the one that stays, on its own days.
 */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { formatMoney } from '#kernel/money.ts';
import { newId } from '#platform/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { carryCallbacks } from '#areas/correspondence/actions/calls/carry-callbacks.ts';
import { callbacksOf, insertCallback } from '#areas/correspondence/store/calls/callbacks.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { makeTask } from '#areas/tasks/actions/make-task.ts';
import { listTasks } from '#areas/tasks/store/list.ts';
import { gatherFacts } from '#areas/worklist/store/facts.ts';
import { carryClocks } from '#areas/clocks/actions/carry-clocks.ts';
import { carryAgreed } from '#areas/promises/actions/plans/carry-agreed.ts';
import { carryCases } from '#areas/disputes/actions/carry-cases.ts';
import { carryPlans } from '#areas/escalations/actions/carry-plans.ts';
import { carryComplaints } from '#areas/complaints/actions/carry-complaints.ts';
import { carryOrders } from '#areas/credit/actions/carry-orders.ts';
import { carryHolds, carryProfile } from '#areas/compliance/actions/carry-holds.ts';
import { carryLimits } from '#areas/credit/actions/carry-limits.ts';
import { carryPlacement } from '#areas/write-offs/actions/carry-placement.ts';
import { mergeAccounts } from '#areas/customers/actions/merge-accounts.ts';
import { receiveComplaint } from '#areas/complaints/actions/work-complaint.ts';
import { complaintsOf } from '#areas/complaints/store/complaints.ts';
import { placeHold } from '#areas/compliance/actions/place-hold.ts';
import { allHoldsOf } from '#areas/compliance/store/holds.ts';
import { holdAccount } from '#areas/credit/actions/hold-account.ts';
import { standingHold } from '#areas/credit/store/account-holds.ts';
import { ordersAtRisk } from '#areas/credit/store/open-orders.ts';
import { openDispute } from '#areas/disputes/actions/open-dispute.ts';
import { followMoney } from '#areas/disputes/actions/follow-money.ts';
import { caseFile } from '#areas/disputes/store/case-file.ts';
import { caseItems } from '#areas/disputes/store/case-items.ts';
import { escalate } from '#areas/escalations/actions/escalate.ts';
import { makeActionPlan } from '#areas/escalations/actions/make-action-plan.ts';
import { actionPlans } from '#areas/escalations/store/action-plans.ts';
import { askWriteOff } from '#areas/ledger/actions/write-off-item.ts';
import { judgePlans } from '#areas/promises/actions/plans/judge-plans.ts';
import { judgeSettlements } from '#areas/promises/actions/settlements/judge-settlements.ts';
import { offerSettlement } from '#areas/promises/actions/settlements/offer-settlement.ts';
import { standardPlanPolicy } from '#areas/promises/rules/plans/policy.ts';
import { planOf } from '#areas/promises/store/plans/plans.ts';
import { signaturesOf } from '#areas/promises/store/plans/record.ts';
import { settlementOf } from '#areas/promises/store/settlements/settlements.ts';
import { type Story, answerOf, usd } from '#test/support/builders.ts';
import { placeOrder } from '#test/support/credit.ts';
import { allNews } from '#test/support/dispute-desk.ts';
import { merged } from '#test/support/merged-tables.ts';
import { planDesk } from '#test/support/plan-desk.ts';

test('every table that keeps rows of an account says what a merge does to them', async () => {
  const schema = await readFile('db/schema.sql', 'utf8');
  const tables = [...schema.matchAll(/^create table (\S+) \(\n(.*?)^\);/gmsu)]
    .filter(([, , columns]) => /^ {2}account_id uuid/mu.test(columns ?? ''))
    .map(([, name]) => name ?? '');
  expect(tables.length).toBeGreaterThan(150);
  const silent = tables.filter(
    (name) => (merged[name] ?? merged[name.split('.')[0] ?? '']) === undefined,
  );
  expect(silent).toEqual([]);
  const gone = Object.keys(merged).filter(
    (name) => !tables.some((table) => table === name || table.startsWith(`${name}.`)),
  );
  expect(gone).toEqual([]);
});

/** A call that somebody waits for on 2026-11-23, and a task for the same day. */
async function promisedWork(desk: Pick<Story, 'done'>, accountId: Id): Promise<void> {
  const [callbackId, taskDay] = [newId(), day('2026-11-23')];
  const none = { callId: null, contactId: null, memberId: null, companyId: null, every: null };
  const asked = { person: 'Ana Orr', number: '+12025550143', zone: 'America/New_York' };
  const dueAt = instant('2026-11-23T15:00:00.000Z');
  await desk.done(async (context) => {
    const callback = { ...none, ...asked, accountId, callbackId, dueAt };
    await insertCallback(context, { ...callback, language: 'en', note: 'after the holidays' });
    const task = { ...none, accountId, assigneeId: null, title: 'Send the W-9', text: '' };
    const plan = { dueOn: taskDay, dueMinutes: null, timeBoxMinutes: null, needs: [], lines: [] };
    const by = { companies: 'all', leads: false } as const;
    return makeTask(context, { ...task, ...plan, priority: 'normal' }, by);
  });
}

/** On 2026-11-20: a plan of three with one paid, a settlement, a case, holds, an order, plans. */
async function deskWithEverything() {
  const desk = await planDesk('2026-11-20');
  const { accountId, invoice, collector } = desk;
  await desk.member('manager');
  const planId = await desk.agree({ itemIds: [invoice] });
  const debt = async (number: string, amount: string): Promise<Id> => {
    const told = { amount, issued: '2026-09-01', due: '2026-10-01', number };
    const [itemId] = await desk.document(accountId, 'invoice', told);
    if (!itemId) throw new Error(`${number} made no item`);
    return itemId;
  };
  const [settled, contested] = [await debt('I-2', '400'), await debt('I-3', '500')];
  const settling = await desk.act(
    (context) =>
      offerSettlement(
        context,
        {
          accountId,
          itemIds: [settled],
          offer: usd('390'),
          payBy: day('2026-12-15'),
          offeredTo: 'Ms Orr',
          note: '',
        },
        standardPlanPolicy,
      ),
    await desk.member('controller'),
  );
  if (!settling.ok) throw new Error(settling.refusal);
  const items = [{ itemId: contested, amount: usd('120'), lineNo: null }];
  const said = { part: 'amount', note: '', saidBy: 'Ana Orr', ownerId: null } as const;
  const { caseId } = await desk.done((context) =>
    openDispute(context, { ...said, accountId, items, reason: 'price' }),
  );
  await desk.done((context) => holdAccount(context, { accountId, act: 'hold' }));
  const hold = { kind: 'attorney', startsOn: day('2026-11-20'), endsOn: null } as const;
  await desk.done((context) =>
    placeHold(context, { ...hold, accountId, evidence: 'letter', details: {} }),
  );
  await placeOrder(desk, accountId, 'O-1', { amount: '250' });
  const answered = { response: 'cash_flow', goal: 'paid by spring', ownerId: null } as const;
  await desk.done((context) => makeActionPlan(context, { accountId, ...answered }), collector);
  const question = 'May we wait?';
  await desk.done(
    (context) => escalate(context, { accountId, desk: 'manager', toMember: null, question }),
    collector,
  );
  const complaint = { class: 'billing', severity: 'low', channel: 'phone', mailId: null } as const;
  const told = { subject: 'Twice billed', text: 'x', saidBy: 'Ana Orr' };
  await desk.done((context) =>
    receiveComplaint(context, {
      ...complaint,
      ...told,
      accountId,
      receivedOn: day('2026-11-20'),
    }),
  );
  await promisedWork(desk, accountId);
  const paid = await desk.receipt(accountId, { amount: '333.34', on: '2026-11-20' });
  const on = '2026-11-20';
  await desk.apply(accountId, { from: paid, onto: invoice, amount: '333.34', on });
  await desk.done((context) => judgePlans(context, [accountId]));
  await allNews(desk);
  const into = await desk.account('NORTH-2');
  const merge = async () => {
    const done = await desk.act((context) => mergeAccounts(context, { accountId, into }));
    await allNews(desk);
    return done;
  };
  return { ...desk, debt, into, planId, caseId, settlementId: settling.value.settlementId, merge };
}

/** Every deadline of an account that runs: what it is, and its day. */
async function deadlines(desk: Awaited<ReturnType<typeof deskWithEverything>>, accountId: Id) {
  return desk.db.all(sql<{ kind: string; due_on: string; key: string }>`
    select kind, due_on, key
      from clocks.clock_card
     where account_id = ${accountId}
       and ended_on is null
     order by key`);
}

test('what was under way goes on under the account that stays, on its own days', async () => {
  await using desk = await deskWithEverything();
  const { accountId, into, planId, caseId, settlementId } = desk;
  const before = await deadlines(desk, accountId);
  expect(before.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['plan_instalment', 'settlement_offer', 'dispute_answer']),
  );
  const plan = await planOf(desk.db, accountId, planId);
  expect(plan).toMatchObject({ state: 'active', paid: usd('333.34') });

  expect(answerOf(await desk.merge())).toBe('accepted');

  expect(await deadlines(desk, into)).toEqual(before);
  expect(await deadlines(desk, accountId)).toEqual([]);
  const { items: _, accountId: __, ...terms } = plan ?? {};
  expect(await planOf(desk.db, into, planId)).toMatchObject(terms);
  expect(await planOf(desk.db, accountId, planId)).toBeUndefined();
  expect(await signaturesOf(desk.db, into, planId)).toMatchObject([{ name: 'Ms Orr' }]);
  expect(await settlementOf(desk.db, into, settlementId)).toMatchObject({ state: 'open' });
  const file = await caseFile(desk.db, { accountId: into, caseId });
  expect(file).toMatchObject({ amount: usd('120'), state: 'open' });
  expect(await caseItems(desk.db, { accountId: into, caseId })).toMatchObject([
    { number: 'I-3', amount: usd('120'), ended: false },
  ]);
  expect(await standingHold(desk.db, into)).toBeDefined();
  expect(await standingHold(desk.db, accountId)).toBeUndefined();
  expect(await allHoldsOf(desk.db, into)).toMatchObject([{ kind: 'attorney', ended: null }]);
  expect(await ordersAtRisk(desk.db, [into])).toMatchObject([{ number: 'O-1' }]);
  expect(await ordersAtRisk(desk.db, [accountId])).toEqual([]);
  const open = { companies: 'all', state: 'open' } as const;
  expect(await actionPlans(desk.db, open)).toMatchObject([{ accountId: into }]);
  expect(await complaintsOf(desk.db, { companies: 'all' })).toMatchObject([{ accountId: into }]);
});

test('who waits for a call is called from there, and its tasks are work there', async () => {
  await using desk = await deskWithEverything();
  const { accountId, into } = desk;
  await desk.merge();
  const wanted = [{ person: 'Ana Orr', dueAt: instant('2026-11-23T15:00:00.000Z') }];
  expect(await callbacksOf(desk.db, into)).toMatchObject(wanted);
  expect(await callbacksOf(desk.db, accountId)).toEqual([]);
  const now = { today: day('2026-11-23'), at: instant('2026-11-23T15:00:00.000Z') };
  const tasks = await listTasks(desk.db, { accountId: into, companies: 'all' }, now);
  expect(tasks).toMatchObject([{ title: 'Send the W-9', accountId: into, account: 'NORTH-2' }]);
  const scope = { accountIds: [accountId, into] };
  const measures = { moreThanDays: 0, edges: bucketSets.standard };
  const facts = await gatherFacts(desk.db, scope, now.today, measures);
  const work = facts.filter(({ tasks: own, callback }) => own.length > 0 || callback !== null);
  expect(work).toMatchObject([
    { accountId: into, tasks: [{ title: 'Send the W-9' }], callback: { person: 'Ana Orr' } },
  ]);
});

test('money that comes afterwards ends plan, settlement and case over there', async () => {
  await using desk = await deskWithEverything();
  const { into, planId, caseId, settlementId } = desk;
  await desk.merge();
  const open = await desk.db.all(sql<{ item_id: Id; number: string; open_minor: bigint }>`
    select i.item_id, n.number, i.open_minor
      from ledger.item_card i
      join ledger.item_name n on n.account_id = i.account_id and n.item_id = i.item_id
     where i.account_id = ${into} and i.open_minor > 0`);
  const item = (number: string): Id => {
    const found = open.find((each) => each.number === number);
    if (!found) throw new Error(`${number} did not come along`);
    return found.item_id;
  };
  const pay = async (number: string, amount: string) => {
    const receipt = await desk.receipt(into, { amount, on: '2026-11-20' });
    await desk.apply(into, { from: receipt, onto: item(number), amount, on: '2026-11-20' });
  };
  await pay('I-1', '666.66');
  await pay('I-2', '390');
  await pay('I-3', '500');
  await desk.done((context) => judgePlans(context, [into]));
  await desk.done((context) => judgeSettlements(context, [into]));
  await desk.done((context) => followMoney(context, into));
  expect(await planOf(desk.db, into, planId)).toMatchObject({ state: 'completed' });
  const settlement = await settlementOf(desk.db, into, settlementId);
  expect(settlement).toMatchObject({ state: 'fulfilled' });
  expect(settlement && formatMoney(settlement.waived)).toBe('10.00');
  expect(await caseFile(desk.db, { accountId: into, caseId })).toMatchObject({
    state: 'closed',
    closedHow: 'cleared',
  });
});

test('while something waits for a second person, nothing is merged', async () => {
  await using desk = await deskWithEverything();
  const { accountId, collector } = desk;
  const itemId = await desk.debt('I-9', '90');
  const wish = { accountId, itemId, amount: usd('90'), evidence: '' };
  await desk.done((context) => askWriteOff(context, wish), collector);
  expect(answerOf(await desk.merge())).toMatch(/^customers\.requests_wait/u);
});

test('the news of a merge heard twice carries nothing twice', async () => {
  await using desk = await deskWithEverything();
  const { accountId: from, into } = desk;
  await desk.merge();
  const merge = { from, into, items: new Map<Id, Id>() };
  expect(await desk.done((context) => carryClocks(context, merge))).toEqual({ clocks: 0 });
  expect(await desk.done((context) => carryAgreed(context, merge))).toEqual({
    plans: 0,
    settlements: 0,
  });
  expect(await desk.done((context) => carryCases(context, merge))).toEqual({ cases: 0 });
  expect(await desk.done((context) => carryPlans(context, merge))).toEqual({
    plan: false,
    escalations: 0,
  });
  expect(await desk.done((context) => carryComplaints(context, merge))).toEqual({ complaints: 0 });
  expect(await desk.done((context) => carryOrders(context, merge))).toEqual({
    orders: 0,
    held: false,
  });
  expect(await desk.done((context) => carryHolds(context, merge))).toEqual({ holds: 0 });
  expect(await desk.done((context) => carryCallbacks(context, merge))).toEqual({ callbacks: 0 });
  expect(await desk.done((context) => carryPlacement(context, merge))).toEqual({
    placement: 'none',
  });
  expect(await desk.done((context) => carryLimits(context, merge))).toEqual({ came: 0, ended: 0 });
  expect(await desk.done((context) => carryProfile(context, merge))).toEqual({ profile: false });
});
