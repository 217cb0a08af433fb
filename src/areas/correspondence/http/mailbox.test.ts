import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { makeSeal } from '#platform/auth/sealing.ts';
import { sql } from '#platform/postgres/sql.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { imapPassword, imapServer, imapUser } from '#test/support/imap-server.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { type MailTold, boxFor, contactWith, mailComes, mailText } from '#test/support/mails.ts';

const actor = { ref: 'job:test', memberId: null };

async function deskWithMail() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const accountId = await desk.account(companyId, 'NORTH');
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const post = async (account: Id, number: string, amount: string): Promise<void> => {
    const wish = documentWish(account, 'invoice', { amount, issued: '2026-09-01', number });
    await perform(desk, doing, async (context) =>
      accept(accepted(await postItem(context, wish)).itemIds),
    );
  };
  await post(accountId, 'INV-4471', '1000');
  await contactWith(desk, accountId, 'kim@buyer.example');
  const box = await boxFor(desk, companyId);
  const rosa = await desk.signIn(await desk.member('collector'));
  const comes = async (told: MailTold) => (await mailComes(desk, box, told)).mailId;
  return { ...desk, companyId, accountId, box, rosa, comes, post };
}

type Row = { mailId: string; subject: string; intents: string[]; blocked: unknown };
const rowsOf = (body: unknown) => (body as { rows: Row[] }).rows;

describe('the mailbox over HTTP', () => {
  test('lists by what each mail holds up times how long it waits', async () => {
    await using desk = await deskWithMail();
    const south = await desk.account(desk.companyId, 'SOUTH');
    await desk.post(south, 'INV-9999', '50000');
    await contactWith(desk, south, 'lee@south.example');
    await desk.comes({ subject: 'nothing held', from: 'x@nobody.example' });
    await desk.comes({ subject: 'small', body: 'About INV-4471.' });
    await desk.comes({ subject: 'large', from: 'lee@south.example', body: 'About INV-9999.' });
    const { body } = await desk.rosa.get('/api/v1/mails');
    expect(rowsOf(body).map(({ subject }) => subject)).toEqual(['large', 'small', 'nothing held']);
    expect(rowsOf(body)[0]).toMatchObject({ blocked: { amount: '50000.00', currency: 'USD' } });
    const unlinked = await desk.rosa.get('/api/v1/mails?view=unlinked');
    expect(rowsOf(unlinked.body).map(({ subject }) => subject)).toEqual(['nothing held']);
  });

  test('opens a mail with its evidence, what it names and its files', async () => {
    await using desk = await deskWithMail();
    const mailId = await desk.comes({
      body: 'We dispute INV-4471.',
      files: [{ name: 'photo.txt', content: 'broken pallet' }],
    });
    const { body } = await desk.rosa.get(`/api/v1/mails/${mailId}`);
    expect(body).toMatchObject({
      mail: {
        account: { number: 'NORTH' },
        findings: [{ intent: 'dispute', from: 0, to: 20, evidence: 'We dispute INV-4471.' }],
      },
      items: [{ number: 'INV-4471', open: '1000.00', originalIds: [] }],
      files: [{ fileNo: 1, name: 'photo.txt' }],
      acts: [{ kind: 'read' }],
    });
    const file = await desk.rosa.get(`/api/v1/mails/${mailId}/files/1`);
    expect(file.text).toBe('broken pallet');
    expect(file.headers['content-disposition']).toContain('attachment');
    const raw = await desk.rosa.get(`/api/v1/mails/${mailId}/raw`);
    expect(raw.text).toContain('We dispute INV-4471.');
    expect((await desk.rosa.get(`/api/v1/mails/${mailId}/files/2`)).status).toBe(404);
  });

  test('a stranger’s mail is linked, sorted, given to somebody and closed', async () => {
    await using desk = await deskWithMail();
    const mailId = await desk.comes({ from: 'new@buyer.example', body: 'About INV-4471.' });
    const path = `/api/v1/mails/${mailId}`;
    const early = await desk.rosa.get(`${path}/draft`);
    expect(early).toMatchObject({ status: 422, body: { code: 'mailbox.mail_not_linked' } });
    const { accountId } = desk;
    const linked = await desk.rosa.send('POST', `${path}/account`, { accountId });
    expect(linked.body).toMatchObject({ itemIds: [expect.any(String)] });
    await desk.rosa.send('POST', `${path}/intent`, { intent: 'w9_request' });
    const lee = await desk.member('senior');
    await desk.rosa.send('POST', `${path}/assignee`, { assigneeId: lee.memberId });
    const closing = { to: 'done', reason: 'answered by phone' };
    await desk.rosa.send('POST', `${path}/state`, closing);
    const { body } = await desk.rosa.get(path);
    expect(body).toMatchObject({
      mail: { state: 'done', intents: ['w9_request'], assignee: { memberId: lee.memberId } },
    });
    expect(rowsOf((await desk.rosa.get('/api/v1/mails')).body)).toEqual([]);
    const seniors = await desk.signIn(lee);
    const done = await seniors.get('/api/v1/mails?view=mine&state=done');
    expect(rowsOf(done.body)).toHaveLength(1);
  });

  test('an answer goes out in the thread, to who wrote, and ends the wait', async () => {
    await using desk = await deskWithMail();
    const mailId = await desk.comes({
      id: 'copy@buyer.example',
      subject: 'Estado de cuenta',
      body: 'Buenas tardes, necesito el estado de cuenta por favor. Gracias.',
    });
    const path = `/api/v1/mails/${mailId}`;
    const draft = await desk.rosa.get(`${path}/draft`);
    expect(draft.body).toMatchObject({
      intent: 'copy_request',
      templateKey: 'statement-copy',
      language: 'es',
      subject: 'Re: Estado de cuenta',
      text: expect.stringContaining('adjuntamos el estado'),
      gloss: expect.stringContaining('here is the statement'),
      statement: true,
    });
    const { subject, text, language } = draft.body as Record<string, string>;
    const answer = { subject, text, language, statement: true };
    const sent = await desk.rosa.send('POST', `${path}/answer`, answer);
    expect(sent.status).toBe(200);
    const message = await desk.db.one(sql<Record<string, unknown>>`
      select m.to_address, m.purpose, m.thread, a.kind, n.state
        from correspondence.message m
        join correspondence.attachment a on a.account_id = m.account_id
                                        and a.message_id = m.message_id
        join correspondence.mail_now n on n.mail_id = ${mailId}`);
    expect(message).toEqual({
      to_address: 'kim@buyer.example',
      purpose: 'answer',
      thread: ['copy@buyer.example'],
      kind: 'statement',
      state: 'answered',
    });
    const { messageId } = sent.body as { messageId: string };
    const reply = await desk.comes({
      from: 'boss@buyer.example',
      answers: `${messageId}@dunlin`,
      body: 'Thank you.',
    });
    const page = await desk.rosa.get(`/api/v1/mails/${reply}`);
    expect(page.body).toMatchObject({
      mail: { account: { number: 'NORTH' }, inThread: 2 },
      thread: [{ direction: 'in' }, { direction: 'out' }, { direction: 'in' }],
    });
  });

  test('the promise of a mail is taken as read; beyond the balance it is refused', async () => {
    await using desk = await deskWithMail();
    const mailId = await desk.comes({ body: 'We will pay $400.00 on November 27.' });
    const path = `/api/v1/mails/${mailId}/promise`;
    const wish = { amount: '400.00', currency: 'USD', dueOn: '2026-11-27' };
    const beyond = await desk.rosa.send('POST', path, { ...wish, amount: '1000.01' });
    expect(beyond).toMatchObject({ status: 422, body: { code: 'promise.more_than_open_balance' } });
    expect((await desk.rosa.send('POST', path, wish)).status).toBe(200);
    const promises = await desk.rosa.get(`/api/v1/accounts/${desk.accountId}/promises`);
    expect(promises.body).toMatchObject({ rows: [{ amount: '400.00', dueOn: '2026-11-27' }] });
  });

  test('a dispute is opened over what the mail names', async () => {
    await using desk = await deskWithMail();
    const mailId = await desk.comes({
      body: 'INV-4471: the goods arrived damaged, we dispute it.',
    });
    const opened = await desk.rosa.send('POST', `/api/v1/mails/${mailId}/dispute`, {});
    expect(opened.status).toBe(200);
    const { reason } = await desk.db.one(sql<{ reason: string }>`
      select reason from disputes.open_dispute where account_id = ${desk.accountId}`);
    expect(reason).toBe('damaged');
    const other = await desk.comes({ body: 'We dispute it.' });
    const refused = await desk.rosa.send('POST', `/api/v1/mails/${other}/dispute`, {});
    expect(refused).toMatchObject({ body: { code: 'mailbox.no_invoice_named' } });
  });

  test('a bounce is never answered', async () => {
    await using desk = await deskWithMail();
    const mailId = await desk.comes({
      from: 'mailer-daemon@mx.example',
      body: 'Undelivered.',
      headers: { 'X-Failed-Recipients': 'kim@buyer.example' },
    });
    const path = `/api/v1/mails/${mailId}`;
    await desk.rosa.send('POST', `${path}/account`, { accountId: desk.accountId, learn: false });
    const answer = { subject: 'Re: x', text: 'Hello', language: 'en' };
    const refused = await desk.rosa.send('POST', `${path}/answer`, answer);
    expect(refused).toMatchObject({ status: 422, body: { code: 'mailbox.bounce_not_answered' } });
  });

  test('a mail of a company that one may not see is not there', async () => {
    await using desk = await deskWithMail();
    const mailId = await desk.comes({});
    await desk.company('OTHER');
    const other = await desk.signIn(await desk.member('collector', { companies: ['OTHER'] }));
    const refused = await other.get(`/api/v1/mails/${mailId}`);
    expect(refused).toMatchObject({ status: 404, body: { code: 'mailbox.no_such_mail' } });
    expect(rowsOf((await other.get('/api/v1/mails')).body)).toEqual([]);
  });

  test('who may not work the mailbox is refused', async () => {
    await using desk = await deskWithMail();
    const mailId = await desk.comes({});
    const auditor = await desk.signIn(await desk.member('auditor'));
    expect((await auditor.get(`/api/v1/mails/${mailId}`)).status).toBe(200);
    const closing = { to: 'done', reason: 'x' };
    const refused = await auditor.send('POST', `/api/v1/mails/${mailId}/state`, closing);
    expect(refused.status).toBe(403);
    const box = { name: 'b', address: 'b@x.example', host: 'h', user: 'u', password: 'p' };
    expect((await desk.rosa.send('POST', '/api/v1/mailboxes', box)).status).toBe(403);
  });
});

describe('boxes over HTTP', () => {
  test('one is registered without its secret ever coming out, and closed', async () => {
    await using desk = await openDesk({ seal: makeSeal('a key of the test') });
    await desk.company('ACME');
    const lead = await desk.signIn(await desk.member('manager'));
    const box = { name: 'ar', address: 'AR@acme.example', host: '127.0.0.1', port: 1, user: 'ar' };
    const without = await lead.send('POST', '/api/v1/mailboxes', box);
    expect(without).toMatchObject({ status: 422, body: { code: 'mailbox.secret_missing' } });
    const made = await lead.send('POST', '/api/v1/mailboxes', { ...box, password: 'hush-hush' });
    expect(made.status).toBe(200);
    const { mailboxId } = made.body as { mailboxId: string };
    const look = await lead.send('POST', `/api/v1/mailboxes/${mailboxId}/fetch`, {});
    expect(look.body).toMatchObject({ taken: 0, problem: 'unreachable' });
    const listed = await lead.get('/api/v1/mailboxes');
    expect(listed.body).toMatchObject({
      rows: [{ name: 'ar', address: 'ar@acme.example', remedy: expect.stringContaining('port') }],
    });
    const kept = await desk.db.all(sql<{ told: string }>`
      select row_to_json(a)::text as told from platform.audit a
       union all
      select row_to_json(s)::text from correspondence.mailbox_secret s`);
    const told = JSON.stringify([kept, listed.body, look.body]);
    expect(told).not.toContain('hush-hush');
    const closing = { reason: 'moved' };
    await lead.send('POST', `/api/v1/mailboxes/${mailboxId}/closing`, closing);
    expect((await lead.get('/api/v1/mailboxes')).body).toEqual({ rows: [] });
  });

  test('a box is tried before it is registered, and nothing of the try is kept', async () => {
    await using imap = await imapServer({ mails: ['Subject: one\r\n\r\nhello'] });
    await using desk = await openDesk();
    await desk.company('ACME');
    const lead = await desk.signIn(await desk.member('manager'));
    const { host, port } = imap.server;
    const box = { name: 'ar', address: 'ar@acme.example', host, port, secure: false };
    const attempt = async (more: object) =>
      (await lead.send('POST', '/api/v1/mailboxes/test', { ...box, user: imapUser, ...more })).body;
    const none = { problem: null, remedy: null, detail: null, refreshToken: null };
    expect(await attempt({ password: imapPassword })).toEqual({ mails: 1, ...none });
    const wrong = await attempt({ password: 'guessed' });
    expect(wrong).toMatchObject({ mails: null, problem: 'sign_in_refused' });
    expect(JSON.stringify(wrong)).not.toContain('guessed');
    expect(await attempt({})).toMatchObject({ code: 'mailbox.secret_missing' });
    const token = { tokenUrl: 'http://far.example/t', clientId: 'desk', refreshToken: 'r' };
    expect(await attempt(token)).toMatchObject({ code: 'mailbox.token_not_https' });
    expect((await lead.get('/api/v1/mailboxes')).body).toEqual({ rows: [] });
    const rosa = await desk.signIn(await desk.member('collector'));
    const path = '/api/v1/mailboxes/test';
    expect((await rosa.send('POST', path, { ...box, user: 'u' })).status).toBe(403);
  });

  test('mails that lie in files are taken in, each once', async () => {
    await using desk = await deskWithMail();
    const form = new FormData();
    form.set('files', new Blob([mailText({ id: 'file@x', subject: 'dropped' })]), 'a.eml');
    const path = `/api/v1/mailboxes/${desk.box.mailboxId}/mails`;
    const { payload, headers } = await multipart(form);
    const ask = () =>
      desk.app.inject({
        method: 'POST',
        url: path,
        headers: { ...headers, cookie: desk.rosa.cookie, 'x-csrf-token': desk.rosa.csrf },
        payload,
      });
    expect((await ask()).json()).toMatchObject({ rows: [{ file: 'a.eml', added: true }] });
    expect((await ask()).json()).toMatchObject({ rows: [{ file: 'a.eml', added: false }] });
  });
});

async function multipart(form: FormData) {
  const request = new Request('http://x', { method: 'POST', body: form });
  const payload = Buffer.from(await request.arrayBuffer());
  return { payload, headers: { 'content-type': request.headers.get('content-type') ?? '' } };
}
