import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';
import { samplePdf, takeTable, twoAccounts } from '#test/support/papers.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { accountOriginals, addOriginals, waitingFiles } from './contract.ts';

type Taken = AnswerOf<typeof addOriginals>;
type Waiting = AnswerOf<typeof waitingFiles>;
type Kept = AnswerOf<typeof accountOriginals>;

/** A desk of two companies: EAST with the invoices, WEST without. */
async function deskWithInvoices() {
  const desk = await openDesk();
  await desk.company('EAST');
  await desk.company('WEST');
  await takeTable(desk, 'items.csv', twoAccounts, 'EAST');
  const manager = await desk.signIn(await desk.member('manager'));
  const east = await desk.signIn(await desk.member('senior', { companies: ['EAST'] }));
  const west = await desk.signIn(await desk.member('senior', { companies: ['WEST'] }));
  const drop = async (who: typeof manager, files: Readonly<Record<string, Uint8Array>>) => {
    const form = new FormData();
    for (const [name, bytes] of Object.entries(files)) {
      form.append('file', new Blob([Buffer.from(bytes)]), name);
    }
    const request = new Request('http://desk/', { method: 'POST', body: form });
    const response = await desk.app.inject({
      method: 'POST',
      url: '/api/v1/originals',
      headers: {
        cookie: who.cookie,
        'x-csrf-token': who.csrf,
        'content-type': request.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: response.statusCode, body: response.json<Taken>() };
  };
  return { ...desk, manager, east, west, drop };
}

test('dropped files are linked, listed, shown and saved as they came', async () => {
  await using desk = await deskWithInvoices();
  const paper = samplePdf('INV-1004');
  const taken = await desk.drop(desk.east, { 'INV-1004.pdf': paper });
  expect(taken).toMatchObject({ status: 200, body: { files: 1, problems: [] } });
  const [linked] = taken.body.linked;
  expect(linked).toMatchObject({ account: 'NORTH', number: 'INV-1004', version: 1 });
  const at = `/api/v1/accounts/${linked?.accountId}/originals`;
  // The contract of this route.
  const { rows } = (await desk.east.get(at)).body as Kept;
  expect(rows).toMatchObject([{ number: 'INV-1004', kind: 'invoice', latest: true }]);
  const file = `${at}/${rows[0]?.originalId}/file`;
  const saved = await desk.east.get(file);
  expect(saved.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment; /u),
    'x-content-type-options': 'nosniff',
  });
  expect(saved.text).toBe(Buffer.from(paper).toString());
  const shown = await desk.east.get(`${file}?inline=true`);
  expect(shown.headers).toMatchObject({
    'content-disposition': expect.stringMatching(/^inline; /u),
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
  });
});

test('who works for another company finds nothing, links nothing and sees nothing', async () => {
  await using desk = await deskWithInvoices();
  const mine = await desk.drop(desk.east, { 'INV-1004.pdf': samplePdf('a') });
  const accountId = mine.body.linked[0]?.accountId;
  const theirs = await desk.drop(desk.west, { 'INV-1004.pdf': samplePdf('b') });
  expect(theirs.body).toMatchObject({
    linked: [],
    problems: [{ code: 'documents.number_unknown', waits: true }],
  });
  const at = `/api/v1/accounts/${accountId}/originals`;
  expect((await desk.west.get(at)).body).toMatchObject({ code: 'ledger.no_such_account' });
  // The contract of these routes.
  const { rows } = (await desk.east.get(at)).body as Kept;
  const file = await desk.west.get(`${at}/${rows[0]?.originalId}/file`);
  expect(file.body).toMatchObject({ code: 'ledger.no_such_account' });
  const waiting = '/api/v1/originals/waiting';
  expect(((await desk.east.get(waiting)).body as Waiting).rows).toEqual([]);
  const own = ((await desk.west.get(waiting)).body as Waiting).rows;
  expect(own).toHaveLength(1);
  const link = `${waiting}/${own[0]?.fileId}/link`;
  const body = { account: 'NORTH', number: 'INV-1004', kind: 'invoice' };
  expect((await desk.west.send('POST', link, body)).body).toMatchObject({
    code: 'documents.no_such_account',
  });
  expect((await desk.east.send('POST', link, body)).body).toMatchObject({
    code: 'documents.no_such_file',
  });
  expect((await desk.manager.send('POST', link, body)).status).toBe(200);
  expect(((await desk.west.get(waiting)).body as Waiting).rows).toEqual([]);
});

test('a file that belongs to nothing is put aside, and a wrong original withdrawn', async () => {
  await using desk = await deskWithInvoices();
  const files = { 'INV-1004.pdf': samplePdf('a'), 'what 99.pdf': samplePdf('b') };
  const { linked } = (await desk.drop(desk.manager, files)).body;
  // The contract of this route.
  const waiting = (await desk.manager.get('/api/v1/originals/waiting')).body as Waiting;
  const aside = `/api/v1/originals/waiting/${waiting.rows[0]?.fileId}/put-aside`;
  expect((await desk.manager.send('POST', aside, { reason: 'a menu' })).status).toBe(200);
  const at = `/api/v1/accounts/${linked[0]?.accountId}/originals`;
  const { rows } = (await desk.manager.get(at)).body as Kept;
  const withdraw = `${at}/${rows[0]?.originalId}/withdraw`;
  expect((await desk.manager.send('POST', withdraw, { reason: 'wrong one' })).status).toBe(200);
  expect((await desk.manager.get(at)).body).toEqual({ rows: [] });
  const gone = await desk.manager.get(`${at}/${rows[0]?.originalId}/file`);
  expect(gone).toMatchObject({ status: 404, body: { code: 'documents.no_such_original' } });
});

test('hostile files are refused by name and leave nothing', async () => {
  await using desk = await deskWithInvoices();
  const taken = await desk.drop(desk.manager, {
    'INV-1004.pdf': new TextEncoder().encode('MZ\u0090 an exe'),
    'passwd.pdf': new TextEncoder().encode('<!doctype html><script>alert(1)</script>'),
    'bomb.pdf': new TextEncoder().encode('PK\u0003\u0004'),
  });
  expect(taken.body.linked).toEqual([]);
  expect(taken.body.problems.map(({ code, waits }) => [code, waits])).toEqual([
    ['documents.not_an_original', false],
    ['documents.not_an_original', false],
    ['documents.not_an_original', false],
  ]);
  const waiting = (await desk.manager.get('/api/v1/originals/waiting')).body as Waiting;
  expect(waiting.rows).toEqual([]);
});

test('an auditor may read originals and add none', async () => {
  await using desk = await deskWithInvoices();
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await desk.drop(auditor, { 'INV-1004.pdf': samplePdf('a') })).status).toBe(403);
});
