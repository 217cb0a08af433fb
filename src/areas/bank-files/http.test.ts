import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { type Browser, type TestDesk, openDesk } from '#test/support/http-desk.ts';
import { zipOf } from '#test/support/zip.ts';

let desk: TestDesk;
let poster: Browser;
let manager: Browser;
let auditor: Browser;

beforeAll(async () => {
  desk = await openDesk();
  await desk.company('MAIN');
  poster = await desk.signIn(await desk.member('poster'));
  manager = await desk.signIn(await desk.member('manager'));
  auditor = await desk.signIn(await desk.member('auditor'));
});
afterAll(() => desk[Symbol.asyncDispose]());

const sample = readFileSync(
  path.join(import.meta.dirname, '../../../samples/mt940/forty-lines.sta'),
  'utf8',
);

async function drop(
  name: string,
  content: string | Uint8Array,
  { by = poster, query = '' }: { by?: Browser; query?: string } = {},
) {
  const edge = 'edge-of-part';
  const head = [
    `--${edge}`,
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    'Content-Type: application/octet-stream',
    '',
    '',
  ].join('\r\n');
  const answer = await desk.app.inject({
    method: 'POST',
    url: `/api/v1/bank-files${query}`,
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      cookie: by.cookie,
      'x-csrf-token': by.csrf,
    },
    payload: Buffer.concat([
      Buffer.from(head),
      Buffer.from(content),
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const register = (by: Browser, number: string) =>
  by.send('POST', '/api/v1/bank-accounts', {
    name: `Account ${number}`,
    number,
    currency: 'EUR',
    cashAccount: number,
  });

describe('a file dropped by a poster', () => {
  test('is previewed, waits for its account, goes in, and is kept byte for byte', async () => {
    const tried = await drop('day.sta', sample, { query: '?dryRun=true' });
    expect(tried).toMatchObject({ status: 200, body: { dryRun: true } });
    const [preview] = tried.body.answer.files;
    expect(preview).toMatchObject({ format: 'mt940', state: 'waiting', found: 40 });
    expect(preview.statements[0]).toMatchObject({ account: '••4300', opening: '75996.69' });
    expect(await poster.get('/api/v1/bank-files')).toMatchObject({ body: { count: 0 } });

    const dropped = await drop('day.sta', sample);
    const [waiting] = dropped.body.files;
    expect(waiting).toMatchObject({ state: 'waiting', added: 0 });
    const made = await register(manager, '5555');
    expect(made).toMatchObject({ status: 200 });
    const { bankAccountId } = made.body as { bankAccountId: string };
    const file = `/api/v1/bank-files/${waiting.fileId}`;
    const one = await auditor.get(file);
    expect(one).toMatchObject({ body: { unknownAccounts: [{ shown: '••4300' }] } });
    const { stated } = (one.body as { unknownAccounts: { stated: string }[] })
      .unknownAccounts[0] ?? { stated: '' };
    const named = await poster.send('POST', `${file}/account`, {
      stated,
      currency: 'EUR',
      bankAccountId,
    });
    expect(named).toMatchObject({ status: 200, body: { state: 'taken_in', added: 40 } });

    expect(await drop('again.sta', sample)).toMatchObject({
      body: { files: [{ seenBefore: true, state: 'taken_in', added: 0 }] },
    });
    expect((await auditor.get(`${file}/raw`)).text).toBe(sample);
    const handed = await desk.db.all(sql<{ id: string }>`
      select changes -> 'effects' -> 0 ->> 'id' as id
        from platform.audit
       where action = 'bank_files.hand_out_file'`);
    expect(handed).toHaveLength(1);
    expect(await auditor.get(file)).toMatchObject({
      body: { statements: [{ proves: true, lines: 40 }] },
    });
    const lines = await auditor.get('/api/v1/bank-lines?search=INV-20&direction=in');
    expect(lines).toMatchObject({ status: 200, body: { count: 1 } });
    expect(await auditor.get(`/api/v1/bank-lines?fileId=${waiting.fileId}`)).toMatchObject({
      body: { count: 40 },
    });
  });

  test('that no format knows is refused by its name, and nothing is kept', async () => {
    const before = await poster.get('/api/v1/bank-files');
    const refused = await drop('letter.txt', 'Dear customer,\nthank you.\n');
    expect(refused).toMatchObject({ status: 422, body: { code: 'bank_files.unknown_format' } });
    expect(refused.body.detail).toContain('letter.txt');
    expect((await poster.get('/api/v1/bank-files')).body).toEqual(before.body);
  });

  test('that pays nothing is refused as what it is', async () => {
    const x12 = (name: string) =>
      readFileSync(path.join(import.meta.dirname, '../../../samples/x12', name));
    const answer = await drop('answer.edi', x12('997-one-rejected.edi'));
    expect(answer).toMatchObject({ status: 422, body: { code: 'bank_files.holds_nothing' } });
    expect(answer.body.detail).toContain('not accepted: 837 0002. Send that again.');
    const invoice = await drop('invoice.edi', x12('810-two-invoices.edi'));
    expect(invoice.body.detail).toBe(
      'invoice.edi is an invoice (X12 810): it asks for money and pays none.',
    );
  });

  test('in an archive is taken in under its own name, all files or none', async () => {
    const torn = zipOf([
      { name: 'a.sta', text: sample.replaceAll('324/1', '325/1') },
      { name: 'b.txt', text: 'no file of a bank' },
    ]);
    expect(await drop('days.zip', torn)).toMatchObject({
      status: 422,
      body: { code: 'bank_files.unknown_format', facts: { file: 'b.txt' } },
    });
    const whole = zipOf([{ name: 'a.sta', text: sample.replaceAll('324/1', '325/1') }]);
    expect(await drop('days.zip', whole)).toMatchObject({
      body: { files: [{ fileName: 'a.sta', container: 'days.zip', found: 40, added: 0 }] },
    });
    expect(await drop('half.zip', whole.subarray(0, 60))).toMatchObject({
      status: 422,
      body: { code: 'bank_files.bad_record' },
    });
  });

  test('by somebody who only reads is refused', async () => {
    expect(await drop('day.sta', sample, { by: auditor })).toMatchObject({ status: 403 });
    expect(await register(poster, '777')).toMatchObject({ status: 403 });
  });
});

describe('a line', () => {
  test('is set aside by two persons and stands there with both reasons', async () => {
    const found = await poster.get('/api/v1/bank-lines?search=INV-33');
    const [line] = (found.body as { rows: { lineId: string }[] }).rows;
    const place = `/api/v1/bank-lines/${line?.lineId}`;
    const aside = await poster.send('POST', `${place}/aside`, { reason: 'test of the bank' });
    expect(aside).toMatchObject({ body: { stands: 'proposed' } });
    const agreed = { decision: 'agreed', reason: 'called them' };
    expect(await poster.send('POST', `${place}/aside/decision`, agreed)).toMatchObject({
      status: 403,
    });
    expect(await manager.send('POST', `${place}/aside/decision`, agreed)).toMatchObject({
      body: { stands: 'aside' },
    });
    expect(await auditor.get(place)).toMatchObject({
      body: {
        line: { stands: 'aside' },
        acts: [
          { kind: 'proposed', reason: 'test of the bank' },
          { kind: 'agreed', reason: 'called them' },
        ],
      },
    });
    expect(await auditor.get('/api/v1/bank-lines?stands=aside')).toMatchObject({
      body: { count: 1 },
    });
  });
});

test('whoever works for another company sees neither files nor lines nor accounts', async () => {
  await desk.company('OTHER');
  const away = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
  const files = await manager.get('/api/v1/bank-files');
  const [file] = (files.body as { rows: { fileId: string }[] }).rows;
  expect(await away.get(`/api/v1/bank-files/${file?.fileId}`)).toMatchObject({
    body: { code: 'bank_files.no_such_file' },
  });
  for (const list of ['bank-files', 'bank-lines', 'bank-accounts']) {
    expect((await away.get(`/api/v1/${list}`)).body).toMatchObject({ rows: [] });
  }
});

/** Two statements, of an account of MAIN and of one of OTHER. */
const ofBoth = ['0111', '0222']
  .flatMap((account) => [
    ':20:BOTH',
    `:25:${account}`,
    ':28C:1/1',
    ':60F:C261119EUR100,00',
    `:61:2611201120C5,00NTRFBOTH${account}`,
    ':86:MONEY',
    ':62F:C261120EUR105,00',
    '-',
  ])
  .join('\r\n');

test('each sees its own company’s statements of a file, and only both its bytes', async () => {
  await desk.company('THIRD');
  const both = await desk.signIn(await desk.member('manager', { companies: ['MAIN', 'THIRD'] }));
  const mine = await desk.signIn(await desk.member('manager', { companies: ['MAIN'] }));
  for (const [company, number] of [
    ['MAIN', '111'],
    ['THIRD', '222'],
  ] as const) {
    const made = await both.send('POST', `/api/v1/bank-accounts?company=${company}`, {
      name: `Of ${company}`,
      number,
      currency: 'EUR',
      cashAccount: number,
    });
    expect(made).toMatchObject({ status: 200 });
  }
  const dropped = await drop('both.sta', ofBoth, { by: both, query: '?company=MAIN' });
  expect(dropped).toMatchObject({ body: { files: [{ state: 'taken_in', added: 2 }] } });
  const file = `/api/v1/bank-files/${dropped.body.files[0].fileId}`;
  expect(await both.get(file)).toMatchObject({
    body: { statements: [{ bankAccount: 'Of MAIN' }, { bankAccount: 'Of THIRD' }] },
  });
  const seen = (await mine.get(file)).body as { statements: object[] };
  expect(seen.statements).toMatchObject([{ bankAccount: 'Of MAIN' }]);
  expect(seen.statements).toHaveLength(1);
  expect((await both.get(`${file}/raw`)).text).toBe(ofBoth);
  expect(await mine.get(`${file}/raw`)).toMatchObject({
    status: 422,
    body: { code: 'bank_files.other_company' },
  });
});

test('a line is found by its amount in the currency of its account', async () => {
  const made = await manager.send('POST', '/api/v1/bank-accounts?company=MAIN', {
    name: 'Yen',
    number: '999',
    currency: 'JPY',
    cashAccount: '999',
  });
  expect(made).toMatchObject({ status: 200 });
  const yen = ofBoth.split('\r\n').slice(0, 8).join('\r\n').replaceAll('EUR', 'JPY');
  const whole = yen.replaceAll(',00', ',').replace(':0111', ':0999');
  await drop('yen.sta', whole, { query: '?company=MAIN' });
  const of = async (amount: string) => {
    const { body } = await manager.get(`/api/v1/bank-lines?search=BOTH&amount=${amount}`);
    // The answer of a list of lines.
    const { rows } = body as { rows: { amount: string; currency: string }[] };
    return rows.map((row) => `${row.amount} ${row.currency}`).toSorted();
  };
  expect(await of('5')).toContain('5 JPY');
  expect(await of('5.00')).toEqual(await of('5'));
  expect(await of('500')).toEqual([]);
});
