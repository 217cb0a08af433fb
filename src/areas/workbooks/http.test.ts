import { expect, test } from 'vitest';
import { makeSeal } from '#platform/auth/sealing.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Browser, openDesk, type TestDesk } from '#test/support/http-desk.ts';
import { edited } from '#test/support/workbook-desk.ts';

const base = '/api/v1/workbooks';

/** A company with one account, and people who may do much and little to it. */
async function desk() {
  const opened = await openDesk({ seal: makeSeal('a test key') });
  const companyId = await opened.company('ACME');
  const accountId = await opened.account(companyId, 'NORTH');
  const manager = await opened.signIn(await opened.member('manager'));
  const auditor = await opened.signIn(await opened.member('auditor'));
  await manager.send('POST', `/api/v1/tasks`, {
    title: 'Send the statement',
    accountId,
    dueOn: '2026-11-25',
  });
  return { ...opened, accountId, manager, auditor };
}

/** The bytes of a workbook, as a browser saves them. */
async function download({ app }: TestDesk, { cookie }: Browser, path: string) {
  const response = await app.inject({ method: 'GET', url: path, headers: { cookie } });
  return { status: response.statusCode, bytes: new Uint8Array(response.rawPayload) };
}

async function drop({ app }: TestDesk, { cookie, csrf }: Browser, bytes: Uint8Array) {
  const edge = 'edge-of-the-form';
  const part = 'Content-Disposition: form-data; name="file"; filename="tasks.xlsx"';
  const head = `--${edge}\r\n${part}\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
  const response = await app.inject({
    method: 'POST',
    url: `${base}/uploads`,
    headers: {
      cookie,
      'x-csrf-token': csrf,
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    payload,
  });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

test('a workbook is downloaded, edited, brought back, applied once and undone', async () => {
  await using opened = await desk();
  const { manager } = opened;
  const { bytes } = await download(opened, manager, `${base}/tasks/file`);
  const issued = await opened.db.all(sql`
    select kind, row_count from workbooks.issued`);
  expect(issued).toEqual([{ kind: 'tasks', row_count: 1 }]);
  const audit = await opened.db.all(sql`
    select action from platform.audit where action = 'workbooks.issue_workbook'`);
  expect(audit).toHaveLength(1);

  const saved = await edited(bytes, ({ put }) => put('NORTH', 'Due', new Date('2026-12-02')));
  const came = await drop(opened, manager, saved);
  expect(came).toMatchObject({
    status: 200,
    body: { tally: { clean: 1, conflict: 0, refused: 0 }, upload: { name: 'tasks.xlsx' } },
  });
  const [upload] = await opened.db.all(sql<{ upload_id: string }>`
    select upload_id from workbooks.upload`);
  const path = `${base}/uploads/${upload?.upload_id}`;
  expect((await manager.send('POST', `${path}/application?dryRun=true`, {})).body).toMatchObject({
    dryRun: true,
    answer: { applied: 1 },
  });
  const applied = await manager.send('POST', `${path}/application`, {});
  expect(applied.body).toMatchObject({ applied: 1, refused: 0, leftOut: 0 });
  expect((await manager.send('POST', `${path}/application`, {})).body).toMatchObject({
    applied: 0,
  });
  expect((await drop(opened, manager, saved)).body).toMatchObject({ tally: { already: 1 } });
  expect((await manager.get(`${base}/uploads`)).body).toMatchObject({ rows: [{ applied: 1 }] });
  expect((await download(opened, manager, `${path}/file`)).bytes).toEqual(saved);
  expect((await manager.send('POST', `${path}/undo`, {})).body).toEqual({ undone: 1, kept: 0 });
  expect((await manager.send('POST', `${path}/undo`, {})).body).toMatchObject({
    code: 'workbooks.nothing_to_undo',
  });
});

test('what came back is its owner’s alone, and needs the permission of each edit', async () => {
  await using opened = await desk();
  const { manager, auditor } = opened;
  const { bytes } = await download(opened, auditor, `${base}/tasks/file`);
  const saved = await edited(bytes, ({ put }) => put('NORTH', 'Due', '2026-12-02'));
  const came = await drop(opened, auditor, saved);
  expect(came.body).toMatchObject({ tally: { clean: 0, refused: 1 } });
  const [upload] = await opened.db.all(sql<{ upload_id: string }>`
    select upload_id from workbooks.upload`);
  const path = `${base}/uploads/${upload?.upload_id}`;
  expect((await auditor.send('POST', `${path}/application`, {})).body).toMatchObject({
    applied: 0,
  });
  expect((await manager.get(path)).body).toMatchObject({ code: 'workbooks.no_such_upload' });
  const foreign = await drop(opened, manager, new TextEncoder().encode('a,b'));
  expect(foreign).toMatchObject({ status: 422, body: { code: 'workbooks.not_ours' } });
});

test('a key opens the workbooks of what it may read, and no other', async () => {
  await using opened = await desk();
  const wish = { name: 'Sheets', permissions: ['accounts.read', 'aging.read'], expiresInDays: 30 };
  const { body } = await opened.manager.send('POST', '/api/v1/api-keys', wish);
  // The answer of making a key, which its own test holds to its contract.
  const { key } = body as { key: string };
  const headers = { authorization: `Bearer ${key}` };
  const asked = (kind: string) => opened.ask('GET', `${base}/${kind}/file`, { headers });
  expect((await asked('open-items')).status).toBe(200);
  for (const kind of ['tasks', 'worklist']) {
    expect(await asked(kind)).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
  }
});
