/** The telephone through HTTP: prepared, begun, ended, refused. */
import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { makeTelephony } from '#platform/telephony/make-telephony.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { reachable } from '#test/support/gate.ts';
import { openDesk } from '#test/support/http-desk.ts';

const zone = 'America/New_York';
const settings = {
  dialLink: 'sip:{number}@pbx.example',
  callerNumber: undefined,
  texts: undefined,
};

/** On a Friday at half past ten in New York, NORTH owes $1,000 and Ann can be reached. */
async function deskOnThePhone() {
  const desk = await openDesk({ telephony: makeTelephony(settings) });
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
  const posted = accepted(await perform(desk, doing, (context) => postItem(context, wish)));
  const itemId = id(String(posted.answer.itemIds[0]));
  const contactId = await reachable(
    { done: async (work) => accepted(await perform(desk, doing, work)).answer },
    accountId,
  );
  const rosa = await desk.signIn(await desk.member('collector'));
  const path = `/api/v1/accounts/${accountId}`;
  const begin = () => rosa.send('POST', `${path}/calls`, { contactId });
  return { ...desk, accountId, itemId, contactId, rosa, path, begin };
}

const promise = { outcome: 'promise', amount: '1000.00', currency: 'USD', dueOn: '2026-11-27' };

test('the prep card shows whom, whether, what for and what to say', async () => {
  await using desk = await deskOnThePhone();
  const { status, body } = await desk.rosa.get(`${desk.path}/call`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    account: { number: 'NORTH', kind: 'trade', zone },
    dialLink: 'sip:{number}@pbx.example',
    contacts: [
      { name: 'Ann Orr', number: '+12155550142', allowed: true, reasons: [], zones: [zone] },
    ],
    callsThisWeek: 0,
    goal: { ask: '1000.00', currency: 'USD', by: '2026-11-27', halves: ['500.00', '500.00'] },
    items: [{ number: 'D-2026-09-01', open: '1000.00', disputed: '0.00' }],
    unfinished: null,
  });
  expect(JSON.stringify(body)).toContain('¿Podría hablar con Ann Orr');
});

test('a call is begun with the link that dials, and ended with a promise', async () => {
  await using desk = await deskOnThePhone();
  const begun = await desk.begin();
  expect(begun).toMatchObject({
    status: 200,
    body: { number: '+12155550142', dial: 'sip:+12155550142@pbx.example', reasons: [] },
  });
  // The contract of this route.
  const { callId } = begun.body as { callId: string };
  expect((await desk.rosa.get(`${desk.path}/call`)).body).toMatchObject({ unfinished: { callId } });
  const at = `${desk.path}/calls/${callId}`;
  const dialer = { state: 'ended', seconds: 73, providerId: 'pbx-1' };
  expect((await desk.rosa.send('POST', `${at}/dialer`, dialer)).body).toEqual({ taken: true });
  expect((await desk.rosa.send('POST', `${at}/dialer`, dialer)).body).toEqual({ taken: false });
  const ended = await desk.rosa.send('POST', `${at}/outcome`, { came: [promise], seconds: 5 });
  expect(ended).toMatchObject({
    status: 200,
    body: {
      done: [{ outcome: 'promise', facts: { amount: '1000.00' } }, { outcome: 'information' }],
    },
  });
  expect((await desk.rosa.get(`${desk.path}/calls`)).body).toMatchObject({
    rows: [{ person: 'Ann Orr', result: 'conversation', seconds: 73, caller: 'The collector' }],
  });
});

test('a second call on the same day is not dialed, and the answer says why and when', async () => {
  await using desk = await deskOnThePhone();
  const { callId } = (await desk.begin()).body as { callId: string };
  const outcome = { came: [{ outcome: 'no_answer' }] };
  await desk.rosa.send('POST', `${desk.path}/calls/${callId}/outcome`, outcome);
  expect(await desk.begin()).toMatchObject({
    status: 200,
    body: {
      callId: null,
      dial: null,
      reasons: [
        {
          id: 'B2B.CALL1IN1',
          pack: 'POLICY-B2B',
          text: 'This contact was called today already.',
        },
      ],
      nextAllowedAt: '2026-11-23T13:00:00.000000Z',
    },
  });
});

test('an unreadable amount and a refused part are said in words; nothing is stored', async () => {
  await using desk = await deskOnThePhone();
  const { callId } = (await desk.begin()).body as { callId: string };
  const at = `${desk.path}/calls/${callId}/outcome`;
  const odd = { came: [{ ...promise, amount: '1.001' }] };
  expect(await desk.rosa.send('POST', at, odd)).toMatchObject({
    status: 422,
    body: { code: 'call.amount_unreadable' },
  });
  const both = { came: [promise, { outcome: 'no_answer' }] };
  expect((await desk.rosa.send('POST', at, both)).body).toMatchObject({
    code: 'call.outcomes_contradict',
  });
  expect((await desk.rosa.get(`${desk.path}/promises`)).body).toMatchObject({ rows: [] });
});

test('a caller who is not on file is told nothing, in words', async () => {
  await using desk = await deskOnThePhone();
  const caller = { person: 'Somebody', relation: 'stranger', language: 'en' };
  const answers = [
    { check: 'account', right: true },
    { check: 'invoice', right: true },
  ];
  const taken = await desk.rosa.send('POST', `${desk.path}/calls/inbound`, { ...caller, answers });
  expect(taken).toMatchObject({
    status: 200,
    body: { verified: true, told: false, because: 'call.not_on_file' },
  });
  expect(taken.text).toContain('call back a number that is');
});

test('claims are listed until they are settled', async () => {
  await using desk = await deskOnThePhone();
  const { callId } = (await desk.begin()).body as { callId: string };
  const paid = {
    outcome: 'already_paid',
    reference: '10234',
    paidOn: '2026-11-14',
    amount: '1000.00',
    currency: 'USD',
  };
  await desk.rosa.send('POST', `${desk.path}/calls/${callId}/outcome`, { came: [paid] });
  const listed = await desk.rosa.get('/api/v1/paid-claims');
  expect(listed.body).toMatchObject({ rows: [{ reference: '10234', saidBy: 'Ann Orr' }] });
  const { rows } = listed.body as { rows: { claimId: string }[] };
  const at = `${desk.path}/paid-claims/${rows[0]?.claimId ?? ''}/settle`;
  const settle = { found: true, reason: 'in the lockbox of 18 Nov' };
  expect((await desk.rosa.send('POST', at, settle)).body).toEqual({ found: true });
  expect((await desk.rosa.send('POST', at, settle)).body).toMatchObject({
    code: 'call.claim_ended',
  });
  expect((await desk.rosa.get('/api/v1/paid-claims')).body).toEqual({ rows: [] });
});

test('an auditor calls nobody, takes no call and settles no claim', async () => {
  await using desk = await deskOnThePhone();
  const auditor = await desk.signIn(await desk.member('auditor'));
  const asked = [
    auditor.send('POST', `${desk.path}/calls`, { contactId: desk.contactId }),
    auditor.send('POST', `${desk.path}/calls/inbound`, {}),
    auditor.send('POST', `${desk.path}/calls/${desk.accountId}/outcome`, {}),
    auditor.send('POST', `${desk.path}/calls/${desk.accountId}/dialer`, {}),
    auditor.send('POST', `${desk.path}/authorised`, {}),
    auditor.send('POST', `${desk.path}/paid-claims/${desk.accountId}/settle`, {}),
  ];
  for (const answer of asked) expect((await answer).status).toBe(403);
});
