import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, type TestDesk, openDesk } from '#test/support/http-desk.ts';

const items = `Customer;Name;Invoice;Date;Due;Amount
C1;Harlow LLP;INV-1;15/01/2026;14/02/2026;1.250,00
C2;Norte Distribución;INV-2;20/01/2026;19/02/2026;310,50
`;

let desk: TestDesk;
let manager: Browser;

beforeAll(async () => {
  desk = await openDesk();
  manager = await desk.signIn(await desk.member('manager'));
});
afterAll(() => desk[Symbol.asyncDispose]());

async function drop(name: string, text: string, by: Browser = manager) {
  const edge = 'edge-of-part';
  const body = [
    `--${edge}`,
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    'Content-Type: application/octet-stream',
    '',
    text,
    `--${edge}--`,
    '',
  ].join('\r\n');
  const answer = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/imports/uploads',
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      cookie: by.cookie,
      'x-csrf-token': by.csrf,
    },
    payload: body,
  });
  return { status: answer.statusCode, body: answer.json() };
}

describe('a dropped spreadsheet', () => {
  test('is recognised, tried out, taken in once, listed and undone', async () => {
    const dropped = await drop('items.csv', items);
    expect(dropped).toMatchObject({
      status: 200,
      body: { kind: 'items', delimiter: ';', rows: 2, questions: [] },
    });
    const run = `/api/v1/imports/uploads/${dropped.body.uploadId}/run`;

    const tried = await manager.send('POST', run, { dryRun: true });
    expect(tried).toMatchObject({ status: 200, body: { importId: null, accepted: 2 } });
    expect(await manager.get('/api/v1/aging')).toMatchObject({ body: { count: 0 } });

    const taken = await manager.send('POST', run, { dryRun: false });
    expect(taken).toMatchObject({
      status: 200,
      body: {
        accepted: 2,
        problemCount: 0,
        controlTotals: [{ currency: 'USD', debits: '1560.50' }],
      },
    });
    expect(await manager.get('/api/v1/aging')).toMatchObject({ body: { count: 2 } });

    const again = await drop('items.csv', items);
    const secondRun = `/api/v1/imports/uploads/${again.body.uploadId}/run`;
    expect(await manager.send('POST', secondRun, { dryRun: false })).toMatchObject({
      body: { accepted: 0, duplicates: 2 },
    });

    const history = await manager.get('/api/v1/imports');
    expect(history).toMatchObject({ body: { rows: [{ files: ['items.csv'], undoable: true }] } });
    const [first] = (history.body as { rows: { importId: string }[] }).rows;
    const undo = `/api/v1/imports/${first?.importId}/undo`;
    expect(await manager.send('POST', undo, { reason: 'wrong file' })).toMatchObject({
      status: 200,
    });
    expect(await manager.get('/api/v1/aging')).toMatchObject({ body: { count: 0 } });
  });

  test('whose dates fit two orders asks, and is read once the question is answered', async () => {
    const asked = await drop(
      'torn.csv',
      'Customer,Invoice,Date,Due,Amount\nC9,X-1,01/02/2026,03/04/2026,10.00\n',
    );
    expect(asked.body.questions).toMatchObject([
      { code: 'import.date_order_unknown', option: 'dateOrder', choices: ['dmy', 'mdy'] },
    ]);
    const upload = `/api/v1/imports/uploads/${asked.body.uploadId}`;
    expect(await manager.send('POST', `${upload}/run`, { dryRun: true })).toMatchObject({
      status: 422,
      body: { code: 'import.questions_open' },
    });
    const answered = await manager.send('PUT', upload, { dateOrder: 'dmy' });
    expect(answered).toMatchObject({ status: 200, body: { questions: [] } });
  });

  test('tells everything that is wrong with a row at once', async () => {
    const wrong = await drop(
      'wrong.csv',
      'Customer,Invoice,Due,Amount\nC9,X-1,2026-03-04,10.00\n,X-2,2026-13-45,5x\n',
    );
    const run = `/api/v1/imports/uploads/${wrong.body.uploadId}/run`;
    const tried = await manager.send('POST', run, { dryRun: true });
    expect(tried).toMatchObject({ status: 200, body: { problemCount: 1 } });
    const { problems } = tried.body as { problems: { line: number; message: string }[] };
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/“Customer”.*“2026-13-45”.*“5x”/u);
  });

  test('that is no table is refused with what it is', async () => {
    expect(await drop('scan.pdf', '%PDF-1.7 …')).toMatchObject({
      status: 422,
      body: { code: 'read.unknown_format' },
    });
  });

  test('brings no row into a company that its owner does not work for', async () => {
    await desk.company('OURS');
    await desk.company('THEIRS');
    const ours = await desk.signIn(await desk.member('manager', { companies: ['OURS'] }));
    const mixed =
      'Company,Customer,Invoice,Issue date,Due date,Amount,Currency\n' +
      'OURS,C1,INV-7,2026-01-15,2026-02-14,10.00,USD\n' +
      'THEIRS,C2,INV-8,2026-01-15,2026-02-14,10.00,USD\n';
    const { body } = await drop('mixed.csv', mixed, ours);
    const address = `/api/v1/imports/uploads/${body.uploadId}`;
    expect(await ours.send('PUT', address, { company: 'OURS' })).toMatchObject({ status: 200 });
    for (const dryRun of [true, false]) {
      expect(await ours.send('POST', `${address}/run`, { dryRun })).toMatchObject({
        status: 404,
        body: { code: 'team.no_such_company' },
      });
    }
    expect(await manager.get('/api/v1/aging?company=THEIRS')).toMatchObject({ body: { count: 0 } });
  });

  test('cannot be run by anybody but who dropped it', async () => {
    const dropped = await drop('items.csv', items);
    const other = await desk.signIn(await desk.member('manager'));
    const run = `/api/v1/imports/uploads/${dropped.body.uploadId}/run`;
    expect(await other.send('POST', run, { dryRun: true })).toMatchObject({ status: 404 });
  });
});
