import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { accepted, type Context, perform } from '#platform/action.ts';
import { makeMailer } from '#platform/mail/mailer.ts';
import { sql } from '#platform/postgres/sql.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { addOriginals } from '#areas/documents/actions/add-originals.ts';
import { saveContact } from '#areas/customers/actions/save-contact.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { mailServer } from '#test/support/mail-server.ts';
import { locate } from '#test/support/gate.ts';
import { samplePdf, takeTable, twoAccounts } from '#test/support/papers.ts';

async function deskWithPaper(mail?: ReturnType<typeof makeMailer>) {
  const desk = await openDesk(mail ? { mail } : {});
  await desk.company('EAST');
  await takeTable(desk, 'items.csv', twoAccounts, 'EAST');
  const { account_id } = await desk.db.one(sql<{ account_id: string }>`
    select account_id from customers.account where number = 'NORTH'`);
  const accountId = id(account_id);
  const done = async <T, R extends string>(
    work: (context: Context) => Promise<Outcome<T, R>>,
  ): Promise<T> => accepted(await perform(desk, doing, work)).answer;
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
  await locate({ done }, accountId);
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
  expect(await desk.send('a')).toMatchObject({ body: { state: 'failed' } });
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
  const settle = { found: 'not_sent', reason: 'Ana looked, nothing came' };
  const at = `/api/v1/accounts/${desk.accountId}/messages/${messageId}/settle`;
  expect((await desk.casey.send('POST', at, settle)).body).toEqual({ state: 'queued' });
  expect((await desk.casey.send('POST', at, settle)).body).toMatchObject({
    code: 'correspondence.message_is',
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

test('a copy waits for a mail server that is not there', async () => {
  const mail = makeMailer({ smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'ar@main.example' });
  await using desk = await deskWithPaper(mail);
  expect(await desk.send('a')).toMatchObject({ body: { state: 'queued' } });
});

test('without a mail server it is refused with the remedy; an auditor may not send', async () => {
  await using desk = await deskWithPaper();
  expect((await desk.send('a')).body).toMatchObject({ code: 'correspondence.mail_not_set_up' });
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.send('POST', desk.at, {})).status).toBe(403);
});
