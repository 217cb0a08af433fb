/**
 * A real Monday: the ERP's export comes again. Dropped on the screen the first time, from the
 * command line the next; what vanished is closed at source and asked about, nothing is chased.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Browser, openDesk } from '#test/support/http-desk.ts';

const header = 'Invoice,Customer,Invoice date,Due date,Currency,Open amount';

function file(...numbers: readonly number[]): string {
  const rows = numbers.map((n) => `INV-${n},C${n % 3},2026-01-05,2026-02-04,USD,100.00`);
  return [header, ...rows, ''].join('\n');
}

const all = Array.from({ length: 20 }, (_, index) => index + 1);

test('a morning file is dropped, tried, taken in, and remembered for the next', async () => {
  await using desk = await openDesk();
  const manager = await desk.signIn(await desk.member('manager'));
  const drop = (text: string) => upload(desk, manager, text);

  const first = await drop(file(...all));
  expect(first).toMatchObject({ source: 'file', snapshotSuggested: false });
  const settings = { ...first.settings, kind: 'items', snapshot: true, source: 'oracle-erp' };
  const address = `/api/v1/imports/uploads/${first.uploadId}`;
  const adjusted = await manager.send('PUT', address, settings);
  expect(adjusted.body).toMatchObject({ source: 'oracle-erp', settings: { snapshot: true } });
  const tried = await manager.send('POST', `${address}/run`, { dryRun: true });
  expect(tried.body).toMatchObject({
    importId: null,
    snapshot: { closes: 0, asks: null, parts: [{ totals: [{ fresh: { count: 20 } }] }] },
  });
  const taken = await manager.send('POST', `${address}/run`, { dryRun: false });
  expect(taken).toMatchObject({ status: 200, body: { accepted: 20 } });

  const second = await drop(file(...all.slice(3)));
  expect(second).toMatchObject({
    snapshotSuggested: true,
    settings: { snapshot: true, source: 'oracle-erp' },
  });
  const run = `/api/v1/imports/uploads/${second.uploadId}/run`;
  const asked = await manager.send('POST', run, { dryRun: true });
  expect(asked.body).toMatchObject({
    snapshot: { closes: 3, asks: { code: 'snapshot.closes_too_much' } },
  });
  const refused = await manager.send('POST', run, { dryRun: false });
  expect(refused).toMatchObject({ status: 422, body: { code: 'snapshot.closes_too_much' } });
  const confirmed = await manager.send('POST', run, { dryRun: false, confirmClosing: 3 });
  expect(confirmed).toMatchObject({ status: 200, body: { accepted: 3, duplicates: 17 } });

  const sources = await manager.get('/api/v1/imports/sources');
  expect(sources.body).toMatchObject({
    rows: [{ source: 'oracle-erp', stale: false, toConfirm: 3, covers: 'debits' }],
  });
  const aging = await manager.get('/api/v1/aging');
  expect(aging.body).toMatchObject({ totals: [{ balance: '1700.00' }] });
}, 60_000);

test('nobody who is not signed in sees where the data comes from', async () => {
  await using desk = await openDesk();
  const answer = await desk.app.inject({ method: 'GET', url: '/api/v1/imports/sources' });
  expect(answer.statusCode).toBe(401);
}, 60_000);

test('the command line says the same, and asks the same', { timeout: 120_000 }, async () => {
  await using desk = await openDesk();
  const folder = await mkdtemp(path.join(tmpdir(), 'dunlin-morning-'));
  const name = path.join(folder, 'open.csv');
  const importIt = (text: string, ...more: readonly string[]) =>
    writeFile(name, text).then(() =>
      dunlin(desk.url, 'import', name, '--snapshot', '--source', 'oracle-erp', ...more),
    );
  expect(await importIt(file(...all), '--company', 'ACME')).toMatchObject({ exit: 0 });
  const asked = await importIt(file(...all.slice(3)), '--company', 'ACME');
  expect(asked.exit).toBe(1);
  expect(asked.err).toContain('--confirm-closing 3');
  expect(asked.out).toContain('closed at source, to confirm');
  const json = await importIt(file(...all.slice(3)), '--company', 'ACME', '--json', '--dry-run');
  expect(JSON.parse(json.out)).toMatchObject({
    snapshot: { asks: { code: 'snapshot.closes_too_much' }, closes: 3 },
  });
  const done = await importIt(file(...all.slice(3)), '--company', 'ACME', '--confirm-closing', '3');
  expect(done).toMatchObject({ exit: 0 });
  const said = await dunlin(desk.url, 'sources', '--json');
  expect(JSON.parse(said.out)).toMatchObject({ rows: [{ source: 'oracle-erp', toConfirm: 3 }] });
  const waiting = await dunlin(desk.url, 'closings', '--json');
  const { count, rows } = JSON.parse(waiting.out) as Waiting;
  expect(count).toBe(3);
  const [first, second] = rows.map(({ number }) => number);
  const confirm = (...args: string[]) => dunlin(desk.url, 'closings', 'confirm', ...args);
  expect(await confirm('NO-SUCH', '--as', 'paid')).toMatchObject({ exit: 2 });
  const sold = await confirm(first ?? '', '--as', 'sold');
  expect(sold).toMatchObject({ exit: 2 });
  expect((await confirm(first ?? '', '--as', 'paid')).out).toContain('1 item confirmed');
  expect((await confirm(second ?? '', '--as', 'error', '--json')).out).toContain('"confirmed":1');
  expect((await confirm('--all', '--as', 'credited')).out).toContain('1 item confirmed');
  expect((await dunlin(desk.url, 'closings')).out).toContain('Nothing waits');
  expect((await dunlin(desk.url, 'prove')).exit).toBe(0);
});

/** What `dunlin closings --json` prints. */
type Waiting = { readonly count: number; readonly rows: readonly { readonly number: string }[] };

type Ended = { readonly exit: number; readonly out: string; readonly err: string };

function dunlin(url: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: url, LANG: 'C' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/main.ts', ...args], { env }, (error, out, err) => {
      resolve({ exit: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

async function upload(
  { app }: { readonly app: Awaited<ReturnType<typeof openDesk>>['app'] },
  by: Browser,
  text: string,
) {
  const edge = 'edge-of-part';
  const head = 'Content-Disposition: form-data; name="file"; filename="open.csv"';
  const payload = [`--${edge}`, head, 'Content-Type: text/csv', '', text, `--${edge}--`, ''];
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/imports/uploads',
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      cookie: by.cookie,
      'x-csrf-token': by.csrf,
    },
    payload: payload.join('\r\n'),
  });
  return answer.json();
}
