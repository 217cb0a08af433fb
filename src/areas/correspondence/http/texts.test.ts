/** Texts end to end: out through the provider's API under a permit, in through its signed door. */
import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { makeTelephony } from '#platform/telephony/make-telephony.ts';
import { arrivalPath, reportPath } from '#platform/telephony/twilio.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { reachable } from '#test/support/gate.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { twilioServer, twilioSignature } from '#test/support/twilio-server.ts';
import { sendNext } from '../answers/sending/send-next.ts';
import { textSender } from '../answers/sending/text-sender.ts';

type Provider = Awaited<ReturnType<typeof twilioServer>>;
const ann = '+12155550142';

/** On a Friday at half past ten in New York; Ann agreed to texts and owes $1,000. */
async function deskThatTexts(provider: Provider) {
  const { settings } = provider;
  const telephony = makeTelephony({
    dialLink: 'tel:{number}',
    callerNumber: '512-555-0100',
    texts: settings,
  });
  const desk = await openDesk({ telephony });
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
  accepted(await perform(desk, doing, (context) => postItem(context, wish)));
  const contactId = await reachable(
    { done: async (work) => accepted(await perform(desk, doing, work)).answer },
    accountId,
  );
  const rosa = await desk.signIn(await desk.member('collector'));
  const write = () =>
    rosa.send('POST', `/api/v1/accounts/${accountId}/texts`, { contactId, text: 'INV-1 is due.' });
  const { texter } = telephony;
  if (texter === undefined) throw new Error('a texter was set up');
  // The clock of the test stands; each round is a moment later.
  const round = async () => {
    desk.wait(1);
    return sendNext(desk, textSender(texter));
  };
  const hook = (path: string, fields: Record<string, string>, signature?: string) =>
    desk.app.inject({
      method: 'POST',
      url: path,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature ?? twilioSignature(`https://desk.example${path}`, fields),
      },
      payload: new URLSearchParams(fields).toString(),
    });
  const state = () =>
    desk.db.all(sql`select state from correspondence.message_card order by recorded_at`);
  return { ...desk, accountId: id(accountId), rosa, write, round, hook, state };
}

test('a text goes out once under its permit, and its delivery is reported back', async () => {
  await using provider = await twilioServer();
  await using desk = await deskThatTexts(provider);
  expect((await desk.write()).status).toBe(200);
  await desk.round();
  await desk.round();
  expect(provider.texts).toMatchObject([{ To: ann, Body: 'INV-1 is due. Reply STOP to end.' }]);
  const [contact] = await desk.db.all(sql`
    select channel, permit_kind, result from compliance.contact_card where direction = 'out'`);
  expect(contact).toEqual({ channel: 'sms', permit_kind: 'allowed', result: 'sent' });
  const report = { MessageSid: `SM${'0'.repeat(31)}1`, MessageStatus: 'delivered' };
  expect((await desk.hook(reportPath, report)).statusCode).toBe(200);
  expect((await desk.hook(reportPath, report)).statusCode).toBe(200);
  expect(await desk.state()).toEqual([{ state: 'delivered' }]);
});

test('ALTO stops every text at once, is confirmed once, and a repeat changes nothing', async () => {
  await using provider = await twilioServer();
  await using desk = await deskThatTexts(provider);
  const text = { MessageSid: 'SM9', From: ann, To: '+15125550100', Body: 'ALTO' };
  expect((await desk.hook(arrivalPath, text)).statusCode).toBe(200);
  await desk.hook(arrivalPath, text);
  const said = await desk.db.all(sql`
    select said from compliance.consent_card where channel = 'sms' and address <> ''`);
  expect(said).toEqual([{ said: 'no' }]);
  await desk.round();
  expect(provider.texts.map(({ Body }) => Body)).toEqual([
    'ACME: you will get no more texts from us. Reply START to get them again.',
  ]);
  await desk.write();
  await desk.round();
  expect(provider.texts).toHaveLength(1);
});

test('AYUDA is answered with a number; what a person must read is kept for one', async () => {
  await using provider = await twilioServer();
  await using desk = await deskThatTexts(provider);
  await desk.hook(arrivalPath, { MessageSid: 'SM1', From: ann, To: '+1', Body: 'AYUDA' });
  await desk.round();
  expect(provider.texts[0]?.['Body']).toContain('512-555-0100');
  const question = { MessageSid: 'SM2', From: ann, To: '+1', Body: 'Which invoice?' };
  await desk.hook(arrivalPath, question);
  await desk.round();
  expect(provider.texts).toHaveLength(1);
  const [line] = await desk.db.all(sql`
    select text, facts ->> 'meaning' as meaning
      from customers.activity
     where phrase = 'activity.text_received' and text = 'Which invoice?'`);
  expect(line).toEqual({ text: 'Which invoice?', meaning: 'other' });
});

test('what the provider did not sign is refused and not read', async () => {
  await using provider = await twilioServer();
  await using desk = await deskThatTexts(provider);
  const text = { MessageSid: 'SM9', From: ann, To: '+1', Body: 'STOP' };
  expect((await desk.hook(arrivalPath, text, 'forged')).statusCode).toBe(403);
  expect((await desk.hook(reportPath, text, '')).statusCode).toBe(403);
  const kept = await desk.db.all(sql`select 1 from correspondence.text_received`);
  expect(kept).toEqual([]);
});

test('after a line that broke the text is unknown and is not sent again', async () => {
  await using provider = await twilioServer();
  await using desk = await deskThatTexts(provider);
  provider.now('breaks off');
  await desk.write();
  await desk.round();
  provider.now('takes');
  await desk.round();
  expect(await desk.state()).toEqual([{ state: 'unknown' }]);
  expect(provider.texts).toHaveLength(1);
});

test('without a provider there is no door, and a text is refused with the remedy', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  expect((await desk.app.inject({ method: 'POST', url: arrivalPath })).statusCode).toBe(404);
  const rosa = await desk.signIn(await desk.member('collector'));
  const wish = { contactId: accountId, text: 'hello' };
  const path = `/api/v1/accounts/${accountId}/texts`;
  expect((await rosa.send('POST', path, wish)).body).toMatchObject({ code: 'text.not_set_up' });
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.send('POST', path, wish)).status).toBe(403);
});
