import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { type MailTold, boxFor, contactWith, mailComes } from '#test/support/mails.ts';
import { takeIn } from '../../answers/mailbox/fetch-mails.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { assignMail, changeIntent, settleMail } from './settle-mail.ts';
import { linkMail } from './link-mail.ts';

async function deskWithBox() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const other = await desk.account('SOUTH');
  await desk.invoice(accountId, { amount: '1000', issued: '2026-09-01', number: 'INV-4471' });
  await contactWith(desk, accountId, 'kim@buyer.example');
  const box = await boxFor(desk, desk.companyId);
  return { ...desk, accountId, other, box, comes: (told: MailTold) => mailComes(desk, box, told) };
}

type Card = {
  account_id: string;
  intent: string;
  state: string;
  items: number;
};

function cards(desk: Awaited<ReturnType<typeof deskWithBox>>, mailId: Id): Promise<Card[]> {
  return desk.db.all(sql<Card>`
    select account_id, intent, state, cardinality(item_ids) as items
      from correspondence.mail_card
     where mail_id = ${mailId}`);
}

describe('a mail that comes', () => {
  test('is put to the account of its sender with what it asks for and names', async () => {
    await using desk = await deskWithBox();
    const { mailId } = await desk.comes({ body: 'We already paid INV-4471 by check 8813.' });
    expect(await cards(desk, mailId)).toEqual([
      { account_id: desk.accountId, intent: 'already_paid', state: 'open', items: 1 },
    ]);
    const { lines } = await desk.db.one(sql<{ lines: bigint }>`
      select count(*) as lines
        from customers.timeline_line
       where account_id = ${desk.accountId} and phrase = 'activity.mail_received'`);
    expect(lines).toBe(1n);
  });

  test('twice is taken in once; other words under its id are another mail', async () => {
    await using desk = await deskWithBox();
    const told = { id: 'same@x', body: 'Please send a copy of INV-4471.' };
    const first = await desk.comes(told);
    expect(await desk.comes(told)).toEqual({ mailId: first.mailId, added: false });
    // By another road: other head lines, the same words.
    expect(await desk.comes({ ...told, headers: { Received: 'from elsewhere' } })).toEqual({
      mailId: first.mailId,
      added: false,
    });
    const other = await desk.comes({ ...told, body: 'Something else.' });
    expect(other.added).toBe(true);
  });

  test('from nobody we know waits for a person; the link is learned', async () => {
    await using desk = await deskWithBox();
    const told = { from: 'lee@elsewhere.example', body: 'We paid INV-4471 on Monday.' };
    const { mailId } = await desk.comes(told);
    expect(await cards(desk, mailId)).toEqual([]);
    await desk.done((context) => linkMail(context, { mailId, accountId: desk.other, learn: true }));
    expect(await cards(desk, mailId)).toMatchObject([
      { account_id: desk.other, intent: 'already_paid', items: 0 },
    ]);
    const next = await desk.comes({ ...told, body: 'Hello again.' });
    expect(await cards(desk, next.mailId)).toMatchObject([{ account_id: desk.other }]);
    // A person puts it right: it belongs to one account only.
    await desk.done((context) =>
      linkMail(context, { mailId, accountId: desk.accountId, learn: false }),
    );
    expect(await cards(desk, mailId)).toMatchObject([{ account_id: desk.accountId, items: 1 }]);
  });

  test('that answers another stands in its thread, with its subject alone too', async () => {
    await using desk = await deskWithBox();
    const first = await desk.comes({ id: 'one@x', subject: 'Copy of INV-4471' });
    const second = await desk.comes({ answers: 'one@x', subject: 'Something' });
    const third = await desk.comes({ subject: 'RE: Copy of INV-4471' });
    const apart = await desk.comes({ subject: 'Copy of INV-4471' });
    const threads = await desk.db.all(sql<{ mail_id: string; thread_id: string }>`
      select mail_id, thread_id from correspondence.mail`);
    const threadOf = (mailId: string) => threads.find((each) => each.mail_id === mailId)?.thread_id;
    expect(threadOf(second.mailId)).toBe(first.mailId);
    expect(threadOf(third.mailId)).toBe(first.mailId);
    expect(threadOf(apart.mailId)).toBe(apart.mailId);
  });

  test('that refuses messages is obeyed at once, for what it names', async () => {
    await using desk = await deskWithBox();
    await desk.comes({ body: 'Please stop emailing me.' });
    const refusals = await desk.db.all(sql<{ channel: string; address: string }>`
      select channel, address
        from compliance.consent_card
       where account_id = ${desk.accountId} and said = 'no'`);
    expect(refusals).toEqual([{ channel: 'email', address: 'kim@buyer.example' }]);
  });

  test('of a machine is done by itself, with the day of return', async () => {
    await using desk = await deskWithBox();
    const { mailId } = await desk.comes({
      subject: 'Automatic reply: Your invoice',
      body: 'I am out of the office and return on December 1.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    const now = await desk.db.one(sql<{ state: string; absent_until: string; due: string | null }>`
      select state, absent_until, answer_due_at as due
        from correspondence.mail_now where mail_id = ${mailId}`);
    expect(now).toEqual({ state: 'done', absent_until: '2026-12-01', due: null });
  });

  test('stands in the contact log as what had happened, under a reported permit', async () => {
    await using desk = await deskWithBox();
    const { mailId } = await desk.comes({ body: 'Hello.' });
    const contacts = await desk.db.all(sql<{ direction: string; kind: string }>`
      select c.direction, p.kind
        from compliance.contact_card c
        join compliance.permit_card p on p.account_id = c.account_id
                                     and p.permit_id = c.permit_id
       where c.about_id = ${mailId}`);
    expect(contacts).toEqual([{ direction: 'in', kind: 'reported' }]);
  });
});

describe('a person', () => {
  test('says what a mail asks for, whose it is and that it is done', async () => {
    await using desk = await deskWithBox();
    const { mailId } = await desk.comes({ body: 'We already paid INV-4471.' });
    const collector = await desk.member('collector');
    await desk.done((context) => changeIntent(context, { mailId, intent: 'dispute' }));
    expect(await cards(desk, mailId)).toMatchObject([{ intent: 'dispute', state: 'open' }]);
    const { memberId } = collector;
    await desk.done((context) => assignMail(context, { mailId, assigneeId: memberId }));
    const stranger = await desk.act((context) =>
      assignMail(context, { mailId, assigneeId: desk.accountId }),
    );
    expect(stranger).toMatchObject({ refusal: 'mailbox.no_such_person' });
    await desk.done((context) => settleMail(context, { mailId, to: 'done' }));
    expect(await cards(desk, mailId)).toMatchObject([{ state: 'done' }]);
    await desk.done((context) => settleMail(context, { mailId, to: 'open' }));
    const acts = await desk.db.all(sql<{ kind: string }>`
      select kind from correspondence.mail_act where mail_id = ${mailId} order by act_id`);
    expect(acts.map(({ kind }) => kind)).toEqual(['read', 'intent', 'assigned', 'done', 'opened']);
  });

  test('cannot put a mail to an account of another company', async () => {
    await using desk = await deskWithBox();
    const { mailId } = await desk.comes({ from: 'lee@elsewhere.example' });
    const elsewhere = await desk.account('FAR', { company: await desk.company('FAR') });
    const linked = await desk.act((context) =>
      linkMail(context, { mailId, accountId: elsewhere, learn: true }),
    );
    expect(linked).toMatchObject({ refusal: 'mailbox.account_of_other_company' });
  });
});

describe('what a mail says of our own messages', () => {
  test('a delivery report brings the message back and blocks its address', async () => {
    await using desk = await deskWithBox();
    const { messageId } = await desk.done((context) =>
      queueMessage(context, {
        key: 'test/1',
        accountId: desk.accountId,
        contactId: null,
        channel: 'email',
        toName: 'Kim',
        toAddress: 'kim@buyer.example',
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
      }),
    );
    const raw = [
      'From: mailer-daemon@mx.example',
      'Subject: Undelivered',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=R',
      '',
      '--R',
      'Content-Type: text/plain',
      '',
      'It could not be delivered.',
      '--R',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; kim@buyer.example',
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--R',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${messageId}@dunlin>`,
      'Subject: Hello',
      '',
      '--R--',
      '',
    ].join('\r\n');
    const bytes = new TextEncoder().encode(raw);
    const mail = { raw: bytes, head: bytes, bytes: bytes.length, receivedAt: null };
    const by = { actor: { ref: 'job:test', memberId: null }, reason: 'for the test' };
    const { mailId } = await takeIn(desk, { box: desk.box, mail, at: null }, by);
    const now = await desk.db.one(sql<{ state: string; account_id: string; acts: bigint }>`
      select n.state, p.account_id,
             (select count(*) from correspondence.mail_act a
               where a.mail_id = n.mail_id and a.kind = 'bounce') as acts
        from correspondence.mail_now n
        join correspondence.mail_place p on p.mail_id = n.mail_id
       where n.mail_id = ${mailId}`);
    expect(now).toEqual({ state: 'done', account_id: desk.accountId, acts: 1n });
    const { bounced } = await desk.db.one(sql<{ bounced: bigint }>`
      select count(*) as bounced
        from correspondence.bounce_card
       where account_id = ${desk.accountId}`);
    expect(bounced).toBe(1n);
  });
});
