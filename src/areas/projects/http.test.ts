import { expect, test } from 'vitest';
import { accepted, perform } from '#platform/action.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { documentWish, receiptWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

async function doubtfulDesk() {
  const desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const doing = {
    action: 'test.book',
    actor: { ref: 'job:test', memberId: null },
    reason: 'for the test',
    input: null,
  };
  const invoice = documentWish(accountId, 'invoice', { amount: '100', issued: '2026-09-01' });
  const receipt = receiptWish(accountId, { amount: '40', on: '2026-09-02' });
  accepted(await perform(desk, doing, (context) => postItem(context, invoice)));
  accepted(await perform(desk, doing, (context) => postReceipt(context, receipt, standardPolicy)));
  const senior = await desk.signIn(await desk.member('senior'));
  const manager = await desk.signIn(await desk.member('manager'));
  expect((await senior.send('POST', '/api/v1/verification/search', {})).body).toMatchObject({
    seen: 3,
  });
  return { ...desk, accountId, senior, manager };
}

test('the queue names what is doubtful with what is at stake, and takes an answer', async () => {
  await using desk = await doubtfulDesk();
  const { body } = await desk.senior.get('/api/v1/verification?kind=credit_unapplied');
  expect(body).toMatchObject({
    count: 1,
    rows: [{ account: 'NORTH', amount: '-40.00', currency: 'USD', state: 'open' }],
  });
  const keys = [{ accountId: desk.accountId, kind: 'missing_contact', subject: '' }];
  const answer = (told: object) =>
    desk.senior.send('POST', '/api/v1/verification/answers', { keys, ...told });
  expect(await answer({ state: 'not_a_problem' })).toMatchObject({
    status: 422,
    body: { code: 'finding.needs_reason' },
  });
  expect((await answer({ state: 'not_a_problem', note: 'a machine' })).status).toBe(200);
  const answered = await desk.senior.get('/api/v1/verification?state=answered');
  expect(answered.body).toMatchObject({ rows: [{ note: 'a machine' }] });
});

test('old credits are shown, applied by who may, and taken back', async () => {
  await using desk = await doubtfulDesk();
  const path = '/api/v1/verification/credits';
  expect((await desk.senior.get(path)).body).toMatchObject({ rows: [{ amount: '40.00' }] });
  const wish = { reason: 'clean-up' };
  expect((await desk.manager.send('POST', path, wish)).status).toBe(403);
  const done = await desk.senior.send('POST', path, wish);
  expect(done.body).toMatchObject({ applied: 1 });
  // The answer just looked at.
  const { fixId } = done.body as { fixId: string };
  const undo = `/api/v1/verification/fixes/${fixId}/undo`;
  expect(await desk.manager.send('POST', undo, wish)).toMatchObject({
    status: 422,
    body: { code: 'fix.not_allowed' },
  });
  expect((await desk.senior.send('POST', undo, wish)).body).toEqual({ undone: 1 });
  expect((await desk.senior.get('/api/v1/verification/fixes')).body).toMatchObject({
    rows: [{ undone: true }],
  });
});

test('a clean-up is started by who leads, shows its days and gives its proof', async () => {
  await using desk = await doubtfulDesk();
  const wish = { title: 'No old credits', kinds: ['credit_unapplied'], dueOn: '2026-12-01' };
  expect((await desk.senior.send('POST', '/api/v1/projects', wish)).status).toBe(403);
  const started = await desk.manager.send('POST', '/api/v1/projects', wish);
  expect(started.body).toMatchObject({ count: 1 });
  // As above.
  const { projectId } = started.body as { projectId: string };
  await desk.senior.send('POST', '/api/v1/verification/credits', { reason: 'clean-up' });
  const end = `/api/v1/projects/${projectId}/end`;
  expect((await desk.manager.send('POST', end, { note: 'done' })).body).toEqual({
    met: true,
    left: 0,
  });
  expect((await desk.senior.get('/api/v1/projects')).body).toMatchObject({
    rows: [{ before: { count: 1, amount: '40.00' }, now: { count: 0 }, end: { met: true } }],
  });
  const proof = await desk.senior.get(`/api/v1/projects/${projectId}/proof`);
  expect(proof.status).toBe(200);
  expect(String(proof.headers['content-type'])).toContain('spreadsheet');
  const paper = await desk.senior.get(`/api/v1/projects/${projectId}/proof?format=pdf`);
  expect(paper).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
});

test('who does not see the company sees none of its findings', async () => {
  await using desk = await doubtfulDesk();
  await desk.company('OTHER');
  const other = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
  expect((await other.get('/api/v1/verification')).body).toMatchObject({ count: 0 });
  const keys = [{ accountId: desk.accountId, kind: 'missing_contact', subject: '' }];
  const told = { keys, state: 'in_work' };
  expect((await other.send('POST', '/api/v1/verification/answers', told)).body).toMatchObject({
    code: 'finding.no_such_finding',
  });
});

test('the queue comes page by page, filtered, and its cursor is of that list only', async () => {
  await using desk = await doubtfulDesk();
  const path = '/api/v1/verification?limit=2';
  const first = await desk.senior.get(path);
  expect(first.body).toMatchObject({ count: 3, amounts: [{ currency: 'USD' }] });
  // The answer just looked at.
  const { rows, nextCursor } = first.body as { rows: object[]; nextCursor: string };
  expect(rows).toHaveLength(2);
  const second = await desk.senior.get(`${path}&cursor=${nextCursor}`);
  expect(second.body).toMatchObject({ count: 3, nextCursor: null });
  // As above.
  const rest = (second.body as { rows: object[] }).rows;
  expect(rest).toHaveLength(1);
  expect(rows).not.toContainEqual(rest[0]);
  expect(await desk.senior.get(`${path}&state=open&cursor=${nextCursor}`)).toMatchObject({
    body: { code: 'page.bad_cursor' },
  });
  expect((await desk.senior.get('/api/v1/verification?owner=me')).body).toMatchObject({ count: 0 });
});

test('all that a filter shows is tried out, then done, unless it has changed', async () => {
  await using desk = await doubtfulDesk();
  const all = { kind: 'missing_contact', count: 1 };
  const told = { all, state: 'in_work' };
  const path = '/api/v1/verification/answers';
  const tried = await desk.senior.send('POST', `${path}?dryRun=true`, told);
  expect(tried.body).toMatchObject({
    answer: { count: 1, amounts: [{ amount: '60.00', currency: 'USD' }] },
  });
  const open = '/api/v1/verification?state=open&kind=missing_contact';
  expect((await desk.senior.get(open)).body).toMatchObject({ count: 1 });
  expect((await desk.senior.send('POST', path, told)).body).toMatchObject({ count: 1 });
  expect((await desk.senior.get(open)).body).toMatchObject({ count: 0 });
  const stale = { all: { ...all, state: 'open' }, state: 'in_work' };
  expect((await desk.senior.send('POST', path, stale)).body).toMatchObject({
    code: 'finding.other_count',
  });
  expect((await desk.senior.send('POST', path, { state: 'in_work' })).body).toMatchObject({
    code: 'finding.none_chosen',
  });
  const given = { all: { count: 3 }, memberId: null };
  expect((await desk.senior.send('POST', '/api/v1/verification/owners', given)).body).toMatchObject(
    { count: 3 },
  );
});

test('a contact is added to the accounts of findings, and taken back', async () => {
  await using desk = await doubtfulDesk();
  const path = '/api/v1/verification/fields';
  const wish = {
    all: { kind: 'missing_contact', count: 1 },
    contactName: 'Service centre',
    email: 'ap@group.example',
    language: 'es',
    reason: 'one centre pays for all',
  };
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.send('POST', path, wish)).status).toBe(403);
  const bad = { ...wish, email: 'nobody' };
  expect((await desk.senior.send('POST', path, bad)).body).toMatchObject({
    code: 'customers.contact_bad_email',
  });
  const done = await desk.senior.send('POST', path, wish);
  expect(done.body).toMatchObject({ changed: 1 });
  const missing = '/api/v1/verification?kind=missing_contact';
  expect((await desk.senior.get(missing)).body).toMatchObject({ count: 0 });
  // The answer just looked at.
  const { fixId } = done.body as { fixId: string };
  const undo = `/api/v1/verification/fixes/${fixId}/undo`;
  expect((await desk.senior.send('POST', undo, { reason: 'no' })).body).toEqual({ undone: 2 });
  expect((await desk.senior.get(missing)).body).toMatchObject({ count: 1 });
});
