/** The datasets through HTTP: who may read, what is answered, what a shared report shows. */
import { expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { openDatasetDesk } from '#test/support/dataset-desk.ts';

const overdue = {
  dataset: 'open-items',
  columns: ['company', 'number', 'currency', 'open'],
  filter: { column: 'daysPastDue', is: 'gt', value: 0 },
  sort: [{ by: 'number' }],
};
const byCompany = {
  dataset: 'open-items',
  groups: [{ column: 'company' }],
  measures: [{ kind: 'sum', column: 'open' }],
};
const save = { title: 'Past due', question: overdue, reason: 'asked for every week' };

test('a question is answered with the rows that its reader may see', async () => {
  await using desk = await openDatasetDesk();
  const { controller, collector } = desk;
  const all = await controller.send('POST', '/api/v1/datasets/query', byCompany);
  expect(all.body).toMatchObject({
    asOf: '2026-11-20',
    columns: [{ key: 'company' }, { key: 'currency' }, { key: 'sum_open', title: 'Sum of Open' }],
    rows: [
      ['NORTH', 'USD', '1250.10'],
      ['SOUTH', 'USD', '77.00'],
    ],
    count: 2,
    cut: false,
  });
  const some = await collector.send('POST', '/api/v1/datasets/query', byCompany);
  expect(some.body).toMatchObject({ rows: [['NORTH', 'USD', '1250.10']] });
  const other = { ...byCompany, company: 'SOUTH' };
  expect(await collector.send('POST', '/api/v1/datasets/query', other)).toMatchObject({
    status: 404,
    body: { code: 'team.no_such_company' },
  });
  const cut = await controller.send('POST', '/api/v1/datasets/query?limit=1', overdue);
  expect(cut.body).toMatchObject({
    rows: [['NORTH', 'I-1', 'USD', '1000.10']],
    count: 2,
    cut: true,
  });
});

test('what does not fit is refused with the field named', async () => {
  await using desk = await openDatasetDesk();
  const wrong = { ...overdue, filter: { any: [{ column: 'open', is: 'gt', value: 'much' }] } };
  const answer = await desk.controller.send('POST', '/api/v1/datasets/query', wrong);
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'datasets.value_does_not_fit', facts: { field: 'open', value: 'much' } },
  });
  const text = encodeURIComponent(JSON.stringify({ dataset: 7 }));
  const file = await desk.controller.get(`/api/v1/datasets/export?question=${text}`);
  expect(file.body).toMatchObject({ code: 'datasets.filter_not_understood' });
});

test('the catalogue says what each reader may build on, column by column', async () => {
  await using desk = await openDatasetDesk();
  const { body } = await desk.auditor.get('/api/v1/datasets');
  expect(body).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({ key: 'open-items', entitySet: 'OpenItems', asOf: true }),
    ]),
  });
  const one = await desk.auditor.get('/api/v1/datasets/receipts');
  expect(one.body).toMatchObject({ words: { en: 'Receipts', es: 'Cobros' } });
  expect((await desk.auditor.get('/api/v1/datasets/none')).status).toBe(404);
});

test('a file is CSV, a workbook whose totals are formulas, or a PDF', async () => {
  await using desk = await openDatasetDesk();
  const question = encodeURIComponent(JSON.stringify(overdue));
  const at = (format: string) => `/api/v1/datasets/export?format=${format}&question=${question}`;
  const csv = await desk.controller.get(at('csv'));
  expect(csv.text.split('\n')).toEqual([
    'Company,Document,Currency,Open',
    'NORTH,I-1,USD,1000.10',
    'SOUTH,I-3,USD,77.00',
  ]);
  const xlsx = await desk.app.inject({
    url: at('xlsx'),
    headers: { cookie: desk.controller.cookie },
  });
  const book = await readXlsx(new Uint8Array(xlsx.rawPayload));
  expect(book.sheets[0]?.cells?.get('6,3')).toMatchObject({
    formula: 'SUMIFS(D$5:D$6,$C$5:C$6,$C7)',
    formulaResult: 1077.1,
  });
  const pdf = await desk.app.inject({
    url: at('pdf'),
    headers: { cookie: desk.controller.cookie },
  });
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a shared report run by another reader shows only the rows that reader may see', async () => {
  await using desk = await openDatasetDesk();
  const { controller, collector, auditor } = desk;
  const shared = { ...save, shared: 'company' };
  const made = await controller.send('POST', '/api/v1/saved-reports', shared);
  expect(made.body).toEqual({ name: 'past-due', version: 1 });
  const mine = await controller.get('/api/v1/saved-reports/past-due/answer');
  expect(mine.body).toMatchObject({ title: 'Past due', count: 2 });
  const theirs = await collector.get('/api/v1/saved-reports/past-due/answer');
  expect(theirs.body).toMatchObject({ rows: [['NORTH', 'I-1', 'USD', '1000.10']], count: 1 });
  const file = await collector.get('/api/v1/saved-reports/past-due/export?format=csv');
  expect(file.text).not.toContain('SOUTH');
  const list = await auditor.get('/api/v1/saved-reports');
  expect(list.body).toMatchObject({
    rows: [
      { name: 'past-due', uses: 3, usedOn: '2026-11-20', usedBy: 'The collector', mine: false },
    ],
  });
});

test('a report is saved, changed in versions, shared by whom may, and retired', async () => {
  await using desk = await openDatasetDesk();
  const { controller, collector, auditor } = desk;
  const reports = '/api/v1/saved-reports';
  expect(await auditor.send('POST', reports, save)).toMatchObject({ status: 403 });
  expect((await collector.send('POST', reports, { ...save, shared: 'team' })).body).toMatchObject({
    code: 'datasets.may_not_share',
  });
  expect((await collector.send('POST', reports, save)).status).toBe(200);
  expect((await controller.send('POST', reports, save)).body).toMatchObject({
    code: 'datasets.name_taken',
  });
  expect((await controller.get(`${reports}/past-due`)).body).toMatchObject({
    code: 'datasets.no_such_report',
  });
  const next = { ...save, title: 'Late', version: 1, reviewOn: '2026-12-31' };
  expect((await collector.send('PUT', `${reports}/past-due`, next)).body).toEqual({
    name: 'past-due',
    version: 2,
  });
  expect((await collector.send('PUT', `${reports}/past-due`, next)).body).toMatchObject({
    code: 'datasets.changed_meanwhile',
    facts: { now: 2 },
  });
  const kept = await collector.get(`${reports}/past-due`);
  expect(kept.body).toMatchObject({
    title: 'Late',
    reviewOn: '2026-12-31',
    versions: [{ version: 2 }, { version: 1, title: 'Past due' }],
  });
  const retire = `${reports}/past-due/retirement`;
  expect((await collector.send('POST', retire, { reason: 'done' })).status).toBe(200);
  expect((await collector.get(`${reports}/past-due/answer`)).body).toMatchObject({
    code: 'datasets.retired_already',
  });
});
