/** P-26: each message exactly once, on a real database and a real mail server. */
import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import type { Posted } from '#platform/mail/mailer.ts';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000, type Story, usd } from '#test/support/builders.ts';
import { recordConsent } from '#areas/compliance/actions/record-consent.ts';
import { locate } from '#test/support/gate.ts';
import { type MailServer, mailServer } from '#test/support/mail-server.ts';
import { type MessageWish, queueMessage } from '../../actions/messages/queue-message.ts';
import { cancelMessage } from '../../actions/messages/steer-message.ts';
import { settleMessage } from '../../actions/sending/settle-message.ts';
import { steerSending } from '../../actions/sending/steer-sending.ts';
import { emailSender } from './email-sender.ts';
import { findLost, sendNext, type Sender } from './send-next.ts';

type Owed = Story & { accountId: Id; invoiceId: Id };

async function deskWithMail(): Promise<Owed> {
  const story = await deskOwed1000();
  await locate(story, story.accountId);
  return story;
}

const wishFor = ({ accountId }: Owed, change: Partial<MessageWish> = {}): MessageWish => ({
  key: 'strategy/NORTH/1/l1',
  accountId,
  contactId: null,
  channel: 'email',
  toName: 'Ana Orr',
  toAddress: 'ana@north.example',
  language: 'en',
  subject: 'MAIN: $1,000.00 is past due',
  text: 'Please pay.',
  html: '<p>Please pay.</p>',
  templateKey: 'reminder',
  templateVersion: 0,
  purpose: 'answer',
  itemIds: [],
  attachments: [],
  state: 'queued',
  ...change,
});

const queue = async (desk: Owed, change: Partial<MessageWish> = {}): Promise<Id> => {
  const { messageId } = await desk.done((context) => queueMessage(context, wishFor(desk, change)));
  return messageId;
};

const states = async ({ db }: Owed) =>
  (
    await db.all(sql<{ state: string }>`
    select state from correspondence.message_now order by message_id`)
  ).map(({ state }) => state);

const count = async ({ db }: Owed, table: 'send_attempt' | 'event') => {
  const { count: found } = await db.one(
    table === 'event'
      ? sql<{ count: bigint }>`
          select count(*) from platform.event where name = 'correspondence.message_sent'`
      : sql<{ count: bigint }>`select count(*) from correspondence.send_attempt`,
  );
  return Number(found);
};

const smtp = (desk: Owed, server: MailServer) => emailSender(desk, server.mail);

test('a message goes out once, under its permit, and is told', async () => {
  await using server = await mailServer();
  await using desk = await deskWithMail();
  await queue(desk);
  expect(await sendNext(desk, smtp(desk, server))).toBe(true);
  expect(await sendNext(desk, smtp(desk, server))).toBe(false);
  expect(server.letters).toHaveLength(1);
  const [letter = ''] = server.letters;
  expect(letter).toContain('From: AR <ar@main.example>');
  expect(letter).toContain('To: Ana Orr <ana@north.example>');
  expect(letter).toContain('Auto-Submitted: auto-generated');
  expect(letter).toMatch(/Message-ID: <[\da-f-]{36}@main\.example>/u);
  expect(letter).toContain('text/html');
  expect(await states(desk)).toEqual(['sent']);
  expect(await count(desk, 'event')).toBe(1);
  const rows = await desk.db.all(sql`
    select p.kind, c.result
      from correspondence.send_attempt a
      join compliance.permit p on p.account_id = a.account_id and p.permit_id = a.permit_id
      join compliance.contact c on c.account_id = a.account_id and c.permit_id = a.permit_id`);
  expect(rows).toEqual([{ kind: 'allowed', result: 'sent' }]);
});

test('a message to a consumer in D.C. leaves with how to stop such messages', async () => {
  await using server = await mailServer();
  await using desk = await deskWithMail();
  const { accountId } = desk;
  await locate(desk, accountId, { purpose: 'consumer', obligor: 'natural_person', state: 'DC' });
  await desk.done((context) =>
    recordConsent(context, {
      accountId,
      contactId: null,
      channel: 'email',
      address: 'ana@north.example',
      scope: 'channel',
      source: 'mail',
      evidence: 'asked for it by mail',
    }),
  );
  await queue(desk);
  expect(await sendNext(desk, smtp(desk, server))).toBe(true);
  const [letter = ''] = server.letters;
  expect(letter).toContain('Please pay.');
  expect(letter).toContain('To stop these messages, reply STOP.');
  const moved = await desk.db.all(sql`
    select detail
      from correspondence.message_event
     where event = 'attempted'`);
  expect(moved).toEqual([{ detail: 'To stop these messages, reply STOP.' }]);
});

test('two workers on one message make one attempt', async () => {
  await using server = await mailServer();
  await using desk = await deskWithMail();
  await queue(desk);
  const sender = smtp(desk, server);
  await Promise.all(Array.from({ length: 6 }, () => sendNext(desk, sender)));
  expect(server.letters).toHaveLength(1);
  expect(await count(desk, 'send_attempt')).toBe(1);
});

test('a text waits while an e-mail of its account is on its way: caps count both', async () => {
  await using server = await mailServer();
  await using desk = await deskWithMail();
  await queue(desk);
  const number = { channel: 'sms', toAddress: '+15125550100' } as const;
  await queue(desk, { ...number, key: 'text', html: '', text: 'Please pay. STOP ends.' });
  const texts: string[] = [];
  const texter: Sender = {
    channel: 'sms',
    provider: 'texts.example',
    perMinute: 60,
    technology: 'manual',
    send: (message) => {
      texts.push(message.toAddress);
      return Promise.resolve({ state: 'sent', detail: '' });
    },
  };
  const mail = smtp(desk, server);
  const slow: Sender = {
    ...mail,
    send: async (message) => {
      expect(await sendNext(desk, texter)).toBe(false);
      return mail.send(message);
    },
  };
  await sendNext(desk, slow);
  expect(server.letters).toHaveLength(1);
  expect(texts).toEqual([]);
  await sendNext(desk, texter);
  expect(texts).toEqual(['+15125550100']);
});

describe('when the provider takes a message and our process loses the answer', () => {
  test('nothing is sent again until a person says that it did not arrive; then once', async () => {
    await using server = await mailServer();
    await using desk = await deskWithMail();
    const messageId = await queue(desk);
    const sender = smtp(desk, server);
    server.now('breaks off');
    await sendNext(desk, sender);
    expect(await states(desk)).toEqual(['unknown']);
    server.now('takes');
    desk.on('2026-07-21');
    expect(await sendNext(desk, sender)).toBe(false);
    expect(server.letters).toHaveLength(1);
    expect(await count(desk, 'event')).toBe(0);
    const settle = { accountId: desk.accountId, messageId, found: 'not_sent' } as const;
    await desk.done((context) => settleMessage(context, settle));
    await sendNext(desk, sender);
    await sendNext(desk, sender);
    expect(server.letters).toHaveLength(2);
    expect(await states(desk)).toEqual(['sent']);
    expect(await count(desk, 'event')).toBe(1);
    const again = await desk.act((context) => settleMessage(context, settle));
    expect(again).toMatchObject({ refusal: 'correspondence.message_is' });
  });

  test('a person who says that it arrived settles it, and it is told as sent', async () => {
    await using server = await mailServer();
    await using desk = await deskWithMail();
    const messageId = await queue(desk);
    server.now('breaks off');
    await sendNext(desk, smtp(desk, server));
    const settle = { accountId: desk.accountId, messageId, found: 'sent' } as const;
    await desk.done((context) => settleMessage(context, settle));
    expect(await states(desk)).toEqual(['sent']);
    expect(await count(desk, 'event')).toBe(1);
    expect(await sendNext(desk, smtp(desk, server))).toBe(false);
  });

  test('an attempt that nobody came back from is unknown, and is not repeated', async () => {
    await using desk = await deskWithMail();
    await queue(desk);
    const called: string[] = [];
    const dying: Sender = {
      channel: 'email',
      provider: 'gone',
      perMinute: 100,
      technology: 'manual',
      // The process ends here: neither an answer nor an error ever comes.
      send: ({ key }) => {
        called.push(key);
        return new Promise<Posted>(() => undefined);
      },
    };
    void sendNext(desk, dying);
    await expect.poll(() => called).toHaveLength(1);
    expect(await sendNext(desk, dying)).toBe(false);
    expect(await findLost(desk, 'email')).toBe(0);
    desk.on('2026-07-21');
    expect(await findLost(desk, 'email')).toBe(1);
    expect(await states(desk)).toEqual(['unknown']);
    expect(await sendNext(desk, dying)).toBe(false);
    expect(called).toHaveLength(1);
  });
});

describe('what certainly did not go out', () => {
  test('is tried again after a pause when it may pass, and then goes once', async () => {
    await using server = await mailServer();
    await using desk = await deskWithMail();
    await queue(desk);
    const sender = smtp(desk, server);
    server.now('busy');
    await sendNext(desk, sender);
    expect(await states(desk)).toEqual(['queued']);
    server.now('takes');
    expect(await sendNext(desk, sender)).toBe(false);
    desk.on('2026-07-21');
    expect(await sendNext(desk, sender)).toBe(true);
    expect(server.letters).toHaveLength(1);
  });

  test('is tried again when what it needs could not be read', async () => {
    await using server = await mailServer();
    await using desk = await deskWithMail();
    await queue(desk);
    const away = openDb(desk.url, { poolSize: 1 });
    await away.close();
    await sendNext(desk, emailSender({ ...desk, db: away }, server.mail));
    expect(server.letters).toEqual([]);
    expect(await states(desk)).toEqual(['queued']);
    desk.on('2026-07-21');
    expect(await sendNext(desk, smtp(desk, server))).toBe(true);
    expect(server.letters).toHaveLength(1);
  });

  test('fails for good when there is no such box, and the address is blocked', async () => {
    await using server = await mailServer();
    await using desk = await deskWithMail();
    await queue(desk);
    server.now('no box');
    await sendNext(desk, smtp(desk, server));
    expect(await states(desk)).toEqual(['failed']);
    const again = await desk.act((context) =>
      queueMessage(context, wishFor(desk, { key: 'another' })),
    );
    expect(again).toMatchObject({ refusal: 'correspondence.address_blocked' });
    expect(await desk.db.all(sql`select address from correspondence.bounce_card`)).toEqual([
      { address: 'ana@north.example' },
    ]);
  });
});

test('what was paid since is not asked for', async () => {
  await using server = await mailServer();
  await using desk = await deskWithMail();
  const { accountId, invoiceId } = desk;
  await queue(desk, { purpose: 'collect', itemIds: [invoiceId] });
  await desk.receipt(accountId, { amount: '1', on: '2026-07-20', pays: [[invoiceId, '1']] });
  await sendNext(desk, smtp(desk, server));
  expect(server.letters).toEqual([]);
  expect(await states(desk)).toEqual(['cancelled']);
  const [event] = await desk.db.all(sql`
    select detail from correspondence.message_event where event = 'cancelled'`);
  expect(event).toEqual({ detail: 'partly_paid_since' });
  expect(usd('1').minor).toBe(100n);
});

test('what the gate does not allow is held under its permit, and asked about again', async () => {
  await using server = await mailServer();
  await using desk = await deskOwed1000();
  await queue(desk);
  await sendNext(desk, smtp(desk, server));
  expect(await states(desk)).toEqual(['held']);
  expect(server.letters).toEqual([]);
  const [permit] = await desk.db.all(sql`select kind from compliance.permit`);
  expect(permit).toEqual({ kind: 'blocked' });
  await locate(desk, desk.accountId);
  desk.on('2026-07-22');
  await sendNext(desk, smtp(desk, server));
  expect(await states(desk)).toEqual(['sent']);
});

test('an attempt cannot be written without a permit that allowed it', async () => {
  await using desk = await deskWithMail();
  const messageId = await queue(desk);
  const insert = sql`
    insert into correspondence.send_attempt (account_id, message_id, attempt_no, permit_id,
                                             provider, worker, recorded_at)
    values (${desk.accountId}, ${messageId}, 1, ${messageId}, 'x', 'x', now())`;
  await expect(desk.db.run(insert)).rejects.toThrow('attempt_needs_its_permit');
});

describe('sending', () => {
  test('of a channel is paused and resumed; of a run it is stopped for good', async () => {
    await using server = await mailServer();
    await using desk = await deskWithMail();
    const sender = smtp(desk, server);
    await queue(desk, { run: 'statements/2026-06' });
    const steer = (scope: string, act: 'paused' | 'resumed' | 'stopped') =>
      desk.done((context) => steerSending(context, { scope, act }));
    await steer('email', 'paused');
    expect(await sendNext(desk, sender)).toBe(false);
    await steer('email', 'resumed');
    await steer('run/statements/2026-06', 'paused');
    expect(await sendNext(desk, sender)).toBe(false);
    expect(await steer('run/statements/2026-06', 'stopped')).toEqual({ cancelled: 1 });
    expect(await sendNext(desk, sender)).toBe(false);
    expect(server.letters).toEqual([]);
    expect(await states(desk)).toEqual(['cancelled']);
  });

  test('is no faster than the provider takes it', async () => {
    await using server = await mailServer();
    await using desk = await deskWithMail();
    for (const key of ['a', 'b', 'c']) await queue(desk, { key });
    const slow = emailSender(desk, server.mailer({ perMinute: 2 }));
    for (let round = 0; round < 5; round += 1) await sendNext(desk, slow);
    expect(server.letters).toHaveLength(2);
  });

  test('can be taken back until a provider is called', async () => {
    await using server = await mailServer();
    await using desk = await deskWithMail();
    const messageId = await queue(desk);
    const ref = { accountId: desk.accountId, messageId };
    expect(await desk.done((context) => cancelMessage(context, ref))).toEqual({
      state: 'cancelled',
    });
    expect(await sendNext(desk, smtp(desk, server))).toBe(false);
    const other = await queue(desk, { key: 'b' });
    await sendNext(desk, smtp(desk, server));
    const late = await desk.act((context) => cancelMessage(context, { ...ref, messageId: other }));
    expect(late).toMatchObject({ refusal: 'correspondence.message_is', facts: { from: 'sent' } });
  });
});

test('what threatens is not queued, whoever wrote it', async () => {
  await using desk = await deskWithMail();
  const text = 'Pay or you will be arrested.';
  const refused = await desk.act((context) => queueMessage(context, wishFor(desk, { text })));
  expect(refused).toMatchObject({ refusal: 'correspondence.tone_refused' });
  const quoted = wishFor(desk, { text: 'Nobody will be.\n> you will have me arrested?' });
  const said = await desk.act((context) => queueMessage(context, quoted));
  expect(said.ok).toBe(true);
  expect(accept(said).ok).toBe(true);
});
