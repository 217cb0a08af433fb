import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { sql } from '#platform/postgres/sql.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { samplePdf, takeTable, twoAccounts } from '#test/support/papers.ts';
import { addOriginals } from '#areas/documents/index.ts';
import { giveClerk } from '#test/support/statement-runs.ts';
import { makePapers } from '../actions/make-papers.ts';
import { drawPapers } from '../answers/draw-papers.ts';

type Done = Parameters<typeof giveClerk>[0]['done'];

const actor = { ref: 'job:test', memberId: null };

async function deskWithItems() {
  const desk = await openDesk();
  await desk.company('EAST');
  await takeTable(desk, 'items.csv', twoAccounts, 'EAST');
  desk.wait(5);
  return desk;
}

test('a run is started, looked at, approved; a paper is the bytes that were made', async () => {
  await using desk = await deskWithItems();
  const sam = await desk.signIn(await desk.member('senior'));
  const started = await sam.send('POST', '/api/v1/statement-runs', {
    company: 'EAST',
    to: '2026-11-19',
  });
  expect(started).toMatchObject({ status: 200, body: { selected: 2 } });
  // The answer of the route, as its contract says.
  const { runId } = started.body as { runId: string };
  const doing = { action: 'statements.make_papers', actor, reason: 'test', input: runId };
  accepted(await perform(desk, doing, (context) => makePapers(context, id(runId), drawPapers)));
  const path = `/api/v1/statement-runs/${runId}`;
  const page = await sam.get(path);
  expect(page.body).toMatchObject({ state: 'review', counts: { made: 2, exceptions: 2 } });
  const listed = await sam.get(`${path}/papers?show=exceptions&limit=1`);
  const { rows, nextCursor } = listed.body as {
    rows: { accountId: string; sha256: string; problems: string[] }[];
    nextCursor: string | null;
  };
  expect(nextCursor).not.toBeNull();
  expect(rows[0]?.problems).toEqual(['no_address']);
  const file = await desk.app.inject({
    method: 'GET',
    url: `${path}/papers/${rows[0]?.accountId ?? ''}/statement.pdf`,
    headers: { cookie: sam.cookie },
  });
  expect(fingerprint(file.rawPayload)).toBe(rows[0]?.sha256);
  const mia = await desk.signIn(await desk.member('manager'));
  expect(await mia.send('POST', `${path}/approval`, { reason: 'looked at' })).toMatchObject({
    status: 200,
    body: { state: 'delivering' },
  });
  expect(await mia.send('POST', `${path}/test`, {})).toMatchObject({
    status: 422,
    body: { code: 'statements.mail_not_set_up' },
  });
  const told = await desk.db.all(sql`
    select name from platform.event where name like 'statements.%' order by name`);
  expect(told).toContainEqual({ name: 'statements.run_moved' });
});

test('who may not run statements starts none, and who may run them does not approve', async () => {
  await using desk = await deskWithItems();
  const wish = { company: 'EAST', to: '2026-11-19' };
  const rosa = await desk.signIn(await desk.member('collector'));
  expect(await rosa.send('POST', '/api/v1/statement-runs', wish)).toMatchObject({ status: 403 });
  const sam = await desk.signIn(await desk.member('senior'));
  const { body } = await sam.send('POST', '/api/v1/statement-runs', wish);
  // The answer of the route, as its contract says.
  const { runId } = body as { runId: string };
  const path = `/api/v1/statement-runs/${runId}`;
  const reason = 'I may not';
  expect(await sam.send('POST', `${path}/approval`, { reason })).toMatchObject({ status: 403 });
  for (const [verb, sent] of [
    ['control', { act: 'stop', reason }],
    ['test', {}],
    [`papers/${runId}/answer`, { answer: 'hold', reason }],
  ] as const) {
    expect(await rosa.send('POST', `${path}/${verb}`, sent)).toMatchObject({ status: 403 });
  }
});

test('a run of another company is not there', async () => {
  await using desk = await deskWithItems();
  await desk.company('WEST');
  const sam = await desk.signIn(await desk.member('senior'));
  const { body } = await sam.send('POST', '/api/v1/statement-runs', {
    company: 'EAST',
    to: '2026-11-19',
  });
  const { runId } = body as { runId: string };
  const wes = await desk.signIn(await desk.member('senior', { companies: ['WEST'] }));
  expect(await wes.get(`/api/v1/statement-runs/${runId}`)).toMatchObject({
    status: 404,
    body: { code: 'statements.no_such_run' },
  });
  expect((await wes.get('/api/v1/statement-runs')).body).toMatchObject({ rows: [] });
});

test('of a run of invoices each is looked at by itself; an original goes as it came', async () => {
  await using desk = await deskWithItems();
  const done: Done = async (work) =>
    accepted(await perform(desk, { action: 'test.run', actor, reason: 'test', input: '' }, work))
      .answer;
  const { account_id: north } = await desk.db.one(sql<{ account_id: string }>`
    select account_id from customers.account where number = 'NORTH'`);
  await giveClerk({ done }, id(north), 'ann@north.example');
  const original = samplePdf('INV-1004');
  const read = async () => ({ content: original, sha256: fingerprint(original) });
  const files = [{ name: 'INV-1004.pdf', read }];
  await done((context) =>
    addOriginals(context, { files, companies: 'all', acceptGood: false }, () => undefined),
  );
  const sam = await desk.signIn(await desk.member('senior'));
  const wish = { kind: 'invoice', company: 'EAST', from: '2026-10-01', to: '2026-10-31' };
  const started = await sam.send('POST', '/api/v1/statement-runs', wish);
  expect(started).toMatchObject({ status: 200, body: { selected: 3 } });
  const { runId } = started.body as { runId: string };
  await done((context) => makePapers(context, id(runId), drawPapers));
  const path = `/api/v1/statement-runs/${runId}`;
  const { rows } = (await sam.get(`${path}/papers`)).body as {
    rows: { accountId: string; document: string; documentId: string; problems: string[] }[];
  };
  const paper = rows.find(({ document }) => document === 'INV-1004');
  expect(paper?.problems).toEqual(['due_already']);
  const own = `${path}/papers/${paper?.accountId}`;
  const file = await desk.app.inject({
    method: 'GET',
    url: `${own}/statement.pdf?document=${paper?.documentId}`,
    headers: { cookie: sam.cookie },
  });
  expect(file.rawPayload.equals(Buffer.from(original))).toBe(true);
  const body = { answer: 'hold', document: paper?.documentId, reason: 'asked not to' };
  expect(await sam.send('POST', `${own}/answer`, body)).toMatchObject({ status: 200 });
  expect(await sam.send('POST', `${own}/answer`, { ...body, document: undefined })).toMatchObject({
    body: { code: 'statements.no_such_paper' },
  });
  expect((await sam.get('/api/v1/statement-runs?kind=invoice')).body).toMatchObject({
    rows: [{ runId, kind: 'invoice' }],
  });
  expect((await sam.get('/api/v1/statement-runs')).body).toMatchObject({ rows: [] });
});
