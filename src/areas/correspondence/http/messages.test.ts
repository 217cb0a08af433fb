/** Messages through the door: written, taken back, approved, sent, settled, refused. */
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { accepted, type Context, perform } from '#platform/action.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { reachable } from '#test/support/gate.ts';
import { mailServer } from '#test/support/mail-server.ts';
import { takeTable, twoAccounts } from '#test/support/papers.ts';
import { sql } from '#platform/postgres/sql.ts';
import { id } from '#kernel/ids.ts';
import { emailSender } from '../answers/sending/email-sender.ts';
import { sendNext } from '../answers/sending/send-next.ts';

async function deskThatWrites() {
  const server = await mailServer();
  const desk = await openDesk({ mail: server.mail });
  const companyId = await desk.company('EAST');
  await takeTable(desk, 'items.csv', twoAccounts, 'EAST');
  const { account_id } = await desk.db.one(sql<{ account_id: string }>`
    select account_id from customers.account where number = 'NORTH'`);
  const accountId: Id = id(account_id);
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'x.y', actor, reason: '', input: 1 };
  const done = async <T, R extends string>(
    work: (context: Context) => Promise<Outcome<T, R>>,
  ): Promise<T> => accepted(await perform(desk, doing, work)).answer;
  const contactId = await reachable({ done }, accountId);
  const casey = await desk.signIn(await desk.member('collector'));
  const at = `/api/v1/accounts/${accountId}/messages`;
  const write = (body: object) => casey.send('POST', at, { contactId, ...body });
  return {
    ...desk,
    server,
    companyId,
    accountId,
    contactId,
    casey,
    at,
    write,
    /** Past the seconds in which it may be taken back. */
    deliver: async () => {
      desk.wait(1);
      while (await sendNext(desk, emailSender(desk, server.mail)));
    },
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

type Reader = Awaited<ReturnType<typeof deskThatWrites>>['casey'];

/** What is open of the account, as the contract has it. */
async function itemsOf(reader: Reader, accountId: Id) {
  const { body } = await reader.get(`/api/v1/accounts/${accountId}/items`);
  return { items: (body as { rows: { itemId: string; document: string }[] }).rows };
}

/** The id of the message that an answer speaks of, as the contract has it. */
const idOf = (answer: { body: unknown }) => (answer.body as { messageId: string }).messageId;

test('a template is previewed, sent after its grace, and stands on the account', async () => {
  await using desk = await deskThatWrites();
  const { casey, at, contactId } = desk;
  const preview = await casey.send('POST', `${at}/preview`, { templateKey: 'reminder', contactId });
  expect(preview.body).toMatchObject({ language: 'en', subject: 'EAST: $750.00 is past due' });
  const written = await desk.write({ templateKey: 'reminder' });
  expect(written.body).toMatchObject({ state: 'queued', nextAt: expect.any(String) });
  expect(await sendNext(desk, emailSender(desk, desk.server.mail))).toBe(false);
  await desk.deliver();
  expect(desk.server.letters).toHaveLength(1);
  expect((await casey.get(at)).body).toMatchObject({
    rows: [{ state: 'sent', templateKey: 'reminder', toAddress: 'ann@north.example' }],
  });
  expect((await casey.get(`${at}/${idOf(written)}`)).body).toMatchObject({
    templateVersion: 0,
    events: [
      { event: 'written' },
      { event: 'checked' },
      { event: 'queued' },
      { event: 'attempted', permitId: expect.any(String) },
      { event: 'sent' },
    ],
  });
  const timeline = await casey.get(`/api/v1/accounts/${desk.accountId}/timeline`);
  expect(timeline.text).toContain('activity.message_sent_email');
});

test('a reminder calls past due what is late, and nothing else', async () => {
  await using desk = await deskThatWrites();
  const { casey, at, contactId } = desk;
  const [head = ''] = twoAccounts;
  const later = 'D9,NORTH,North Mills,INV-2001,2026-11-01,2026-12-31,USD,800.00';
  await takeTable(desk, 'later.csv', [head, later], 'EAST');
  const wish = { templateKey: 'reminder', contactId };
  const preview = await casey.send('POST', `${at}/preview`, wish);
  expect(preview.body).toMatchObject({ subject: 'EAST: $750.00 is past due' });
  expect(preview.text).not.toContain('INV-2001');
  const { items } = await itemsOf(casey, desk.accountId);
  const notDue = items
    .filter(({ document }) => document === 'INV-2001')
    .map(({ itemId }) => itemId);
  const marked = await casey.send('POST', `${at}/preview`, { ...wish, itemIds: notDue });
  expect(marked.body).toMatchObject({ subject: expect.stringContaining('$800.00') });
});

test('a reminder asks for all that is late, however many invoices that are', async () => {
  await using desk = await deskThatWrites();
  const [head = ''] = twoAccounts;
  const many = Array.from(
    { length: 300 },
    (_, at) => `M${at},NORTH,North Mills,INV-${5000 + at},2026-09-01,2026-10-01,USD,1.00`,
  );
  await takeTable(desk, 'many.csv', [head, ...many], 'EAST');
  const wish = { templateKey: 'reminder', contactId: desk.contactId };
  const preview = await desk.casey.send('POST', `${desk.at}/preview`, wish);
  expect(preview.body).toMatchObject({ subject: 'EAST: $1,050.00 is past due' });
});

test('a reminder with nothing late is refused with what to do instead', async () => {
  await using desk = await deskThatWrites();
  const { casey, contactId, at } = desk;
  const doing = { items: (await itemsOf(casey, desk.accountId)).items };
  const promise = await casey.send('POST', `/api/v1/accounts/${desk.accountId}/promises`, {
    amount: '750.00',
    currency: 'USD',
    dueOn: '2026-11-27',
    saidBy: 'Ann',
  });
  expect({ status: promise.status, items: doing.items.length }).toEqual({ status: 200, items: 2 });
  const refused = await casey.send('POST', at, { contactId, templateKey: 'reminder' });
  expect(refused.body).toMatchObject({ code: 'correspondence.nothing_late' });
  expect(refused.text).toContain('Mark the invoices you mean');
  const edited = { subject: 'A word', text: 'Thank you for the promise.' };
  expect((await desk.write({ templateKey: 'reminder', edited })).body).toMatchObject({
    state: 'queued',
  });
});

test('within its grace a message is taken back, and nothing goes', async () => {
  await using desk = await deskThatWrites();
  const written = await desk.write({ edited: { subject: 'Hello', text: 'One word.' } });
  const cancel = `${desk.at}/${idOf(written)}/cancel`;
  expect((await desk.casey.send('POST', cancel, { reason: 'undo' })).body).toEqual({
    state: 'cancelled',
  });
  await desk.deliver();
  expect(desk.server.letters).toEqual([]);
});

test('a final demand waits for a second person, who is not who wrote it', async () => {
  await using desk = await deskThatWrites();
  const sam = await desk.signIn(await desk.member('senior'));
  const { contactId, at } = desk;
  const written = await sam.send('POST', at, { contactId, templateKey: 'final' });
  expect(written.body).toMatchObject({ state: 'checked' });
  const approve = `${at}/${idOf(written)}/approve`;
  expect((await sam.send('POST', approve, { reason: 'fine' })).body).toMatchObject({
    code: 'correspondence.second_person_message',
  });
  expect((await desk.casey.send('POST', approve, { reason: 'fine' })).status).toBe(403);
  const max = await desk.signIn(await desk.member('manager'));
  expect((await max.send('POST', approve, { reason: 'fine' })).body).toEqual({ state: 'queued' });
  await desk.deliver();
  expect(desk.server.letters).toHaveLength(1);
});

test('a draft is reworded, and its tone is checked before it goes', async () => {
  await using desk = await deskThatWrites();
  const { casey, at } = desk;
  const edited = { subject: 'Hello', text: 'Pay, or you will be arrested.' };
  const refused = await desk.write({ edited });
  expect(refused.body).toMatchObject({ code: 'correspondence.tone_refused' });
  const draft = await desk.write({ edited, send: false });
  expect(draft.body).toMatchObject({ state: 'draft' });
  const one = `${at}/${idOf(draft)}`;
  expect((await casey.send('POST', `${one}/send`, {})).body).toMatchObject({
    code: 'correspondence.tone_refused',
    facts: { words: 'arrested', why: 'threat' },
  });
  const better = { subject: 'Hello', text: 'Please let us know.' };
  expect((await casey.send('PUT', `${one}/text`, better)).body).toEqual({ state: 'draft' });
  expect((await casey.send('POST', `${one}/send`, {})).body).toEqual({ state: 'queued' });
  await desk.deliver();
  expect(desk.server.letters.join('')).toContain('Please let us know.');
});

test('mails come from the company’s own sender, and answers go where it says', async () => {
  await using desk = await deskThatWrites();
  const sender = {
    fromName: 'East Receivables',
    fromAddress: 'ar@east.example',
    replyTo: 'answers@east.example',
    signature: 'East Receivables\n212-555-0100',
    reason: 'our own box',
  };
  const at = `/api/v1/companies/${desk.companyId}/sender`;
  expect((await desk.casey.send('PUT', at, sender)).status).toBe(403);
  const max = await desk.signIn(await desk.member('manager'));
  expect((await max.send('PUT', at, sender)).body).toEqual({ saved: true });
  const byCode = await max.get('/api/v1/companies/EAST/sender');
  expect(byCode.body).toEqual((await max.get(at)).body);
  expect((await max.get(at)).body).toMatchObject({ sender: { fromAddress: 'ar@east.example' } });
  await desk.write({ templateKey: 'reminder' });
  await desk.deliver();
  const [letter = ''] = desk.server.letters;
  expect(letter).toContain('From: East Receivables <ar@east.example>');
  expect(letter).toContain('Reply-To: answers@east.example');
  expect(letter).toContain('212-555-0100');
});

test('the outbox counts by state; sending is paused by who may, and by nobody else', async () => {
  await using desk = await deskThatWrites();
  const { casey } = desk;
  await desk.write({ templateKey: 'reminder' });
  expect((await casey.get('/api/v1/outbox?state=queued')).body).toMatchObject({
    count: 1,
    states: [{ state: 'queued', count: 1 }],
  });
  const pause = { scope: 'email', act: 'paused', reason: 'the relay is ill' };
  expect((await casey.send('POST', '/api/v1/sending', pause)).status).toBe(403);
  const max = await desk.signIn(await desk.member('manager'));
  expect((await max.send('POST', '/api/v1/sending', pause)).body).toEqual({ cancelled: 0 });
  await desk.deliver();
  expect(desk.server.letters).toEqual([]);
  expect((await casey.get('/api/v1/sending')).body).toMatchObject({
    stands: [{ scope: 'email', act: 'paused', reason: 'the relay is ill' }],
  });
});

test('an auditor reads and writes nothing; a message of another account is not found', async () => {
  await using desk = await deskThatWrites();
  const written = await desk.write({ templateKey: 'reminder' });
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.get(desk.at)).status).toBe(200);
  const one = `${desk.at}/${idOf(written)}`;
  const reason = { reason: 'x' };
  for (const [method, path, body] of [
    ['POST', desk.at, { contactId: desk.contactId }],
    ['POST', `${desk.at}/preview`, { templateKey: 'reminder' }],
    ['PUT', `${one}/text`, { subject: 'x', text: 'x' }],
    ['POST', `${one}/send`, reason],
    ['POST', `${one}/cancel`, reason],
    ['POST', `${one}/release`, reason],
    ['POST', `${one}/settle`, { found: 'sent', ...reason }],
    ['POST', `/api/v1/accounts/${desk.accountId}/bounces`, { address: 'x', ...reason }],
  ] as const) {
    expect(`${path} ${(await auditor.send(method, path, body)).status}`).toBe(`${path} 403`);
  }
  const { account_id: south } = await desk.db.one(sql<{ account_id: string }>`
    select account_id from customers.account where number = 'SOUTH'`);
  const elsewhere = `/api/v1/accounts/${south}/messages/${idOf(written)}`;
  expect((await desk.casey.get(elsewhere)).body).toMatchObject({
    code: 'correspondence.message_unknown',
  });
});

test('what holds a message is said by the sentence of its rule', async () => {
  await using desk = await deskThatWrites();
  const { casey, at, accountId } = desk;
  await desk.write({ templateKey: 'reminder' });
  const petition = { kind: 'bankruptcy', evidence: 'Petition 26-10442' };
  await casey.send('POST', `/api/v1/accounts/${accountId}/holds`, petition);
  await desk.deliver();
  expect(desk.server.letters).toEqual([]);
  const detail = expect.stringMatching(/petition in bankruptcy stands/u);
  expect((await casey.get(at)).body).toMatchObject({ rows: [{ state: 'held', detail }] });
});
