import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { makeMailer } from '#platform/mail/mailer.ts';
import { sql } from '#platform/postgres/sql.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { addOriginals } from '#areas/documents/actions/add-originals.ts';
import { saveContact } from '#areas/customers/actions/save-contact.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { samplePdf, takeTable, twoAccounts } from '#test/support/papers.ts';

type Mood = 'takes' | 'refuses' | 'breaks off';

/** A real mail server on a free port, in the mood that the test wants. */
async function mailServer() {
  const letters: string[] = [];
  const moods: { now: Mood } = { now: 'takes' };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) =>
      moods.now === 'refuses' ? done(new Error('no such box')) : done(),
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => void pieces.push(piece));
      stream.on('end', () => {
        letters.push(Buffer.concat(pieces).toString());
        if (moods.now === 'breaks off') dropAll();
        else done();
      });
    },
  });
  const sockets = new Set<{ destroy(): void }>();
  server.server.on('connection', (socket) => void sockets.add(socket));
  const dropAll = (): void => sockets.forEach((socket) => socket.destroy());
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', () => ready()));
  // A server that listens on a port has an address of this shape.
  const { port } = server.server.address() as AddressInfo;
  const mail = makeMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'AR <ar@main.example>',
  });
  return {
    letters,
    mail,
    now: (mood: Mood) => (moods.now = mood),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        dropAll();
        server.close(() => closed());
      }),
  };
}

async function deskWithPaper(mail?: ReturnType<typeof makeMailer>) {
  const desk = await openDesk(mail ? { mail } : {});
  await desk.company('EAST');
  await takeTable(desk, 'items.csv', twoAccounts, 'EAST');
  const { account_id } = await desk.db.one(sql<{ account_id: string }>`
    select account_id from customers.account where number = 'NORTH'`);
  const accountId = id(account_id);
  const doing = { action: 'x.y', actor: { ref: 'job:test', memberId: null }, reason: '', input: 1 };
  const contact = {
    role: 'other',
    name: 'Ana',
    email: 'ana@north.example',
    phone: null,
    language: 'es' as const,
    zone: null,
  };
  const saved = await perform(desk, doing, (context) =>
    saveContact(context, { accountId, contactId: undefined, contact, verified: true }),
  );
  const { contactId } = accepted(saved).answer;
  const content = samplePdf('INV-1004');
  const read = async () => ({ content, sha256: fingerprint(content) });
  const files = [{ name: 'INV-1004.pdf', read }];
  accepted(
    await perform(desk, doing, (context) =>
      addOriginals(context, { files, companies: 'all', acceptGood: false }, () => undefined),
    ),
  );
  const { original_id: originalId } = await desk.db.one(sql<{ original_id: string }>`
    select original_id from documents.original`);
  const casey = await desk.signIn(await desk.member('collector'));
  const at = `/api/v1/accounts/${accountId}/copies`;
  const body = { contactId, originalIds: [originalId] };
  const send = (key: string, change: object = {}) =>
    casey.send('POST', at, { ...body, ...change }, { 'idempotency-key': key });
  return { ...desk, accountId, at, casey, content, send };
}

test('the original itself goes out, once, in the language of the contact', async () => {
  await using server = await mailServer();
  await using desk = await deskWithPaper(server.mail);
  expect(await desk.send('a')).toMatchObject({ status: 200, body: { state: 'sent' } });
  expect(await desk.send('a')).toMatchObject({ status: 200, body: { state: 'sent' } });
  expect(server.letters).toHaveLength(1);
  const [letter = ''] = server.letters;
  expect(letter).toContain('Subject: EAST: copia de INV-1004');
  expect(letter).toContain('To: Ana <ana@north.example>');
  const encoded = Buffer.from(desk.content).toString('base64');
  expect(letter.replaceAll(/\s/gu, '')).toContain(encoded);
  expect((await desk.casey.get(desk.at)).body).toMatchObject({
    rows: [{ toAddress: 'ana@north.example', state: 'sent', files: ['INV-1004.pdf'] }],
  });
});

test('what the server refuses was not sent, and may be sent again', async () => {
  await using server = await mailServer();
  await using desk = await deskWithPaper(server.mail);
  server.now('refuses');
  expect(await desk.send('a')).toMatchObject({ body: { state: 'not_sent' } });
  server.now('takes');
  expect(await desk.send('b')).toMatchObject({ body: { state: 'sent' } });
});

test('after a line that broke nothing is repeated until a person says what happened', async () => {
  await using server = await mailServer();
  await using desk = await deskWithPaper(server.mail);
  server.now('breaks off');
  const broken = await desk.send('a');
  expect(broken).toMatchObject({ body: { state: 'unknown' } });
  expect(await desk.send('b')).toMatchObject({ body: { code: 'correspondence.outcome_unknown' } });
  // The contract of this route.
  const { messageId } = broken.body as { messageId: string };
  const settle = { state: 'not_sent', reason: 'Ana looked, nothing came' };
  const at = `${desk.at}/${messageId}/settle`;
  expect((await desk.casey.send('POST', at, settle)).status).toBe(200);
  expect((await desk.casey.send('POST', at, settle)).body).toMatchObject({
    code: 'correspondence.outcome_known',
  });
});

test('a missing original is refused by name and nothing is drawn instead', async () => {
  await using server = await mailServer();
  await using desk = await deskWithPaper(server.mail);
  const none = '01a00000-0000-7000-8000-000000000009';
  expect(await desk.send('a', { originalIds: [none] })).toMatchObject({
    body: { code: 'correspondence.original_missing', facts: { original: none } },
  });
  expect(server.letters).toEqual([]);
});

test('a mail server that is not there was certainly not reached', async () => {
  const mail = makeMailer({ smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'ar@main.example' });
  await using desk = await deskWithPaper(mail);
  expect(await desk.send('a')).toMatchObject({ body: { state: 'not_sent' } });
});

test('without a mail server it is refused with the remedy; an auditor may not send', async () => {
  await using desk = await deskWithPaper();
  expect((await desk.send('a')).body).toMatchObject({ code: 'correspondence.mail_not_set_up' });
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.send('POST', desk.at, {})).status).toBe(403);
});
