/** Calls on a real database: what one call brings, and that it brings all of it or nothing. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { reachable } from '#test/support/gate.ts';
import { approveOwn } from '#test/support/templates.ts';
import type { Came } from './do-outcomes.ts';
import { type EndCall, endCall } from './end-call.ts';
import { startCall } from './start-call.ts';

/** On Friday, 20 November, NORTH owes $1,000 on one invoice, and Rosa calls Ann. */
async function deskOnThePhone() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const told = { amount: '1000', issued: '2026-09-01', due: '2026-10-01', number: 'I-1' };
  const itemId = await desk.invoice(accountId, told);
  const contactId = await reachable(desk, accountId);
  const rosa = await desk.member('collector');
  const start = () =>
    desk.act(
      (context) =>
        startCall(context, {
          accountId,
          contactId,
          number: null,
          stepKey: null,
          technology: 'manual',
          override: null,
        }),
      rosa,
    );
  const begun = await start();
  if (!begun.ok || begun.value.callId === null) throw new Error(JSON.stringify(begun));
  const { callId } = begun.value;
  const end = (came: readonly Came[], part: Partial<EndCall> = {}) =>
    desk.act((context) => endCall(context, { ...nothing, accountId, callId, came, ...part }), rosa);
  return { ...desk, accountId, itemId, contactId, callId, rosa, start, end };
}

const nothing = { seconds: 95, note: '', nextOn: null, confirm: 'none' } as const;

const promise = (amount: string): Came => ({
  outcome: 'promise',
  amount: usd(amount),
  dueOn: day('2026-11-27'),
  method: 'ach',
  itemIds: [],
  supersedes: [],
});
const freight = (itemId: Id, amount: string): Came => ({
  outcome: 'dispute',
  items: [{ itemId, amount: usd(amount), lineNo: null }],
  reason: 'freight',
  part: 'freight',
  note: 'we collect ourselves',
  saidBy: 'Ann',
  ownerId: null,
});

describe('one call', () => {
  test('brings a promise for all but the freight that is disputed', async () => {
    await using desk = await deskOnThePhone();
    const ended = await desk.end([promise('818.00'), freight(desk.itemId, '182.00')], {
      note: 'freight was agreed as collect',
    });
    expect(ended).toMatchObject({
      ok: true,
      value: { work: 'promised', next: { kind: 'follow_up', at: '2026-11-30T13:00:00.000000Z' } },
    });
    const [call] = await desk.db.all(sql`
      select c.result, c.outcomes, c.seconds, k.result as counted, k.permit_kind, k.channel
        from correspondence.call_card c
        join compliance.contact_card k on k.about_id = c.call_id`);
    expect(call).toEqual({
      result: 'conversation',
      outcomes: ['dispute', 'promise'],
      seconds: 95,
      counted: 'conversation',
      permit_kind: 'allowed',
      channel: 'call',
    });
    const phrases = await desk.db.all(sql`
      select phrase from customers.activity where phrase ~ 'call|promise|dispute' order by phrase`);
    expect(phrases).toEqual([
      { phrase: 'activity.call_out_conversation' },
      { phrase: 'activity.dispute_opened' },
      { phrase: 'activity.promise_made' },
    ]);
  });

  test('brings nothing at all when one part of it is refused', async () => {
    await using desk = await deskOnThePhone();
    const much = await desk.end([freight(desk.itemId, '182.00'), promise('1000.01')]);
    expect(answerOf(much)).toBe('promise.more_than_open_balance 1000.01 1000.00');
    const left = await desk.db.one(sql`
      select (select count(*) from disputes.dispute_case) as cases,
             (select count(*) from compliance.contact) as contacts,
             (select result from correspondence.call_card) as result`);
    expect(left).toEqual({ cases: 0n, contacts: 0n, result: null });
  });

  test('in parts is as many promises, and no more than one may agree to', async () => {
    await using desk = await deskOnThePhone();
    const plan = (parts: number): Came => ({
      outcome: 'plan',
      amount: usd('1000.00'),
      parts,
      firstOn: day('2026-11-27'),
      every: 'week',
      method: null,
      supersedes: [],
    });
    expect(answerOf(await desk.end([plan(4)]))).toBe('call.plan_beyond_authority 4 3');
    expect(answerOf(await desk.end([plan(3)]))).toBe('accepted');
    const promises = await desk.db.all(sql`
      select amount_minor, due_on from promises.promise_card order by due_on`);
    expect(promises).toEqual([
      { amount_minor: 33334n, due_on: '2026-11-27' },
      { amount_minor: 33333n, due_on: '2026-12-04' },
      { amount_minor: 33333n, due_on: '2026-12-11' },
    ]);
  });

  test('that nobody took is counted and comes back on the next business day', async () => {
    await using desk = await deskOnThePhone();
    const ended = await desk.end([{ outcome: 'no_answer' }]);
    expect(ended).toMatchObject({
      value: {
        work: 'not_reached',
        next: { kind: 'follow_up', at: '2026-11-23T13:00:00.000000Z' },
      },
    });
  });

  test('left on a machine counts as a voicemail under the permit of the call', async () => {
    await using desk = await deskOnThePhone();
    await desk.end([{ outcome: 'voicemail' }]);
    const [contact] = await desk.db.all(sql`
      select channel, result from compliance.contact_card`);
    expect(contact).toEqual({ channel: 'voicemail', result: 'left_message' });
  });

  test('to a wrong number marks the number and tells whoever mends contacts', async () => {
    await using desk = await deskOnThePhone();
    await desk.end([{ outcome: 'wrong_person' }]);
    const [wrong] = await desk.db.all(sql`select number from correspondence.wrong_number`);
    expect(wrong).toEqual({ number: '+12155550142' });
    const [told] = await desk.db.all(sql`
      select name from platform.event where name = 'correspondence.number_wrong'`);
    expect(told).toBeDefined();
  });

  test('in which they want no more contact is heeded by the gate at once', async () => {
    await using desk = await deskOnThePhone();
    await desk.end([{ outcome: 'stop_contact', scope: 'all' }]);
    const again = await desk.start();
    if (!again.ok) throw new Error(again.refusal);
    expect(again.value.callId).toBeNull();
    expect(again.value.reasons.map(({ id }) => id)).toContain('B2B.CALL1IN1');
    const [hold] = await desk.db.all(sql`select kind from compliance.hold_card`);
    expect(hold).toEqual({ kind: 'cease' });
  });

  test('says that it is paid, by which check and when, and somebody looks for it', async () => {
    await using desk = await deskOnThePhone();
    const claim = (paidOn: string): Came => ({
      outcome: 'already_paid',
      method: 'check',
      reference: '10234',
      paidOn: day(paidOn),
      amount: usd('1000.00'),
      itemIds: [desk.itemId],
    });
    expect(answerOf(await desk.end([claim('2026-11-21')]))).toBe(
      'call.paid_in_the_future 2026-11-21 2026-11-20',
    );
    await desk.end([claim('2026-11-14')]);
    const [card] = await desk.db.all(sql`
      select reference, paid_on, search_by, item_ids from correspondence.paid_claim_card`);
    expect(card).toEqual({
      reference: '10234',
      paid_on: '2026-11-14',
      search_by: '2026-11-25',
      item_ids: [desk.itemId],
    });
    const [told] = await desk.db.all(sql`
      select payload ->> 'reference' as reference
        from platform.event where name = 'correspondence.payment_claimed'`);
    expect(told).toEqual({ reference: '10234' });
    desk.on('2026-11-24');
    const again = await desk.start();
    if (!again.ok) throw new Error(again.refusal);
    // Nobody asks for it while it is looked for.
    expect(again.value.reasons.map(({ id }) => id)).toEqual(['FACT.MAIL_WAITING']);
  });

  test('asked for again comes back at that very moment in their zone', async () => {
    await using desk = await deskOnThePhone();
    const back: Came = {
      outcome: 'callback',
      on: day('2026-11-23'),
      minutes: 9 * 60,
      zone: 'America/Los_Angeles',
      number: null,
    };
    expect(await desk.end([back])).toMatchObject({
      value: { next: { kind: 'callback', at: '2026-11-23T17:00:00.000000Z' } },
    });
    const [card] = await desk.db.all(sql`
      select person, due_at, zone from correspondence.callback_card`);
    expect(card).toMatchObject({ due_at: '2026-11-23T17:00:00.000000Z', zone: back.zone });
  });

  test('with a promise is confirmed in writing, in the language of whoever promised', async () => {
    await using desk = await deskOnThePhone();
    await desk.db.run(sql`
      update customers.contact set email = 'ann@north.example', language = 'es'`);
    const ended = await desk.end([promise('1000.00')], { confirm: 'draft' });
    expect(answerOf(ended)).toBe('accepted');
    const [mail] = await desk.db.all(sql<{ subject: string; body: string }>`
      select state, purpose, language, subject, body from correspondence.message_card`);
    expect(mail).toMatchObject({ state: 'draft', purpose: 'answer', language: 'en' });
    expect(mail).toMatchObject({ subject: expect.stringMatching(/^MAIN: what we agreed on/u) });
    expect(mail?.body).toMatch(/We agreed:\n- \$?1,000\.00.* by /u);
  });

  test('is confirmed in the company’s own words where it has approved some', async () => {
    await using desk = await deskOnThePhone();
    await desk.db.run(sql`update customers.contact set email = 'ann@north.example'`);
    await approveOwn(desk, 'call-confirmation', {
      subject: 'Our word, {{ company.name }}',
      body: '{% for each in agreed %}{{ each.amount }} on {{ each.due }}{% endfor %}. Thanks!',
    });
    await desk.end([promise('1000.00')], { confirm: 'send' });
    const [mail] = await desk.db.all(sql<{ body: string }>`
      select subject, body, template_key, template_version from correspondence.message_card`);
    expect(mail).toMatchObject({
      subject: 'Our word, MAIN',
      template_key: 'call-confirmation',
      template_version: 1,
    });
    expect(mail?.body).toMatch(/1,000\.00 on .*Thanks!/u);
  });
});

describe('a call is not ended', () => {
  test('twice, by somebody else, or when it was never begun', async () => {
    await using desk = await deskOnThePhone();
    const other = await desk.member('collector');
    const { accountId, callId } = desk;
    const came = [{ outcome: 'no_answer' }] as const;
    const theirs = await desk.act(
      (context) => endCall(context, { ...nothing, accountId, callId, came }),
      other,
    );
    expect(answerOf(theirs)).toBe('call.not_your_call collector');
    expect(answerOf(await desk.end(came))).toBe('accepted');
    expect(answerOf(await desk.end(came))).toBe('call.ended_already');
    expect(answerOf(await desk.end(came, { callId: accountId }))).toBe('call.no_such_call');
  });
});

test('another call waits until somebody says what came of the last one', async () => {
  await using desk = await deskOnThePhone();
  expect(answerOf(await desk.start())).toMatch(/^call\.unfinished /u);
});
