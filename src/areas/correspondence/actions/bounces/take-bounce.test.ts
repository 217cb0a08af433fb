/** What comes back: reports of servers, and answers of people. */
import { expect, test } from 'vitest';
import { accepted } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { locate } from '#test/support/gate.ts';
import { mailServer } from '#test/support/mail-server.ts';
import { emailSender } from '../../answers/sending/email-sender.ts';
import { sendNext } from '../../answers/sending/send-next.ts';
import { messageOfMail } from '../../store/sending.ts';
import { noteReply } from '../messages/note-reply.ts';
import { type MessageWish, queueMessage } from '../messages/queue-message.ts';
import { settleBounce } from './settle-bounce.ts';
import { type Report, takeBounce } from './take-bounce.ts';

async function deskThatSent() {
  const server = await mailServer();
  const desk = await deskOwed1000();
  const { accountId } = desk;
  await locate(desk, accountId);
  const wish: MessageWish = {
    key: 'one',
    accountId,
    contactId: null,
    channel: 'email',
    toName: 'Ana',
    toAddress: 'Ana@North.example',
    language: 'en',
    subject: 'Hello',
    text: 'Hello',
    html: '',
    templateKey: null,
    templateVersion: null,
    purpose: 'answer',
    itemIds: [],
    attachments: [],
    state: 'queued',
  };
  const queue = (key: string) => desk.act((context) => queueMessage(context, { ...wish, key }));
  const { messageId } = accepted(await queue('one'));
  await sendNext(desk, emailSender(desk, server.mail));
  const ref = { accountId, messageId };
  const report = (told: Partial<Report>) =>
    desk.done((context) =>
      takeBounce(context, {
        ...ref,
        what: 'returned',
        status: '5.1.1',
        detail: 'no user',
        ...told,
      }),
    );
  return {
    ...desk,
    ref,
    queue,
    report,
    server,
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

test('a mail that came back blocks its address until somebody mends it', async () => {
  await using desk = await deskThatSent();
  expect(await desk.report({})).toEqual({ state: 'bounced' });
  expect(await desk.report({})).toEqual({ state: 'bounced' });
  const told = await desk.db.all(sql`
    select name from platform.event where name = 'correspondence.message_bounced'`);
  expect(told).toHaveLength(1);
  expect(answerOf(await desk.queue('two'))).toContain('correspondence.address_blocked');
  const mend = { accountId: desk.accountId, address: 'ana@north.example' };
  desk.on('2026-07-21');
  await desk.done((context) => settleBounce(context, mend));
  expect(answerOf(await desk.queue('two'))).toBe('accepted');
  expect(answerOf(await desk.act((context) => settleBounce(context, mend)))).toBe(
    'correspondence.not_blocked ana@north.example',
  );
});

test('a mail that is only late is noted and changes nothing', async () => {
  await using desk = await deskThatSent();
  expect(await desk.report({ what: 'late', status: '4.4.1' })).toEqual({ state: 'sent' });
  expect(answerOf(await desk.queue('two'))).toBe('accepted');
  expect(await desk.report({ what: 'delivered', status: '2.0.0' })).toEqual({
    state: 'delivered',
  });
});

test('an answer shows that the message arrived, and finds it by its Message-ID', async () => {
  await using desk = await deskThatSent();
  const [letter = ''] = desk.server.letters;
  const mailId = /Message-ID:\s*(<[^>]+>)/iu.exec(letter)?.[1] ?? '';
  const found = await messageOfMail(desk.db, mailId);
  expect(found).toEqual(desk.ref);
  expect(await desk.done((context) => noteReply(context, desk.ref))).toEqual({ state: 'replied' });
  expect(await desk.done((context) => noteReply(context, desk.ref))).toEqual({ state: 'replied' });
});
