import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import { openDatasetDesk } from '#test/support/dataset-desk.ts';
import { ask } from './ask.ts';
import { reportFile, reportOf } from './report-file.ts';

test.each`
  limit | cutAfter     | said
  ${2}  | ${2}         | ${'Cut after 2 rows; there are more.'}
  ${9}  | ${undefined} | ${undefined}
`('of three rows a file of at most $limit says: $said', async ({ limit, cutAfter, said }) => {
  await using desk = await openDatasetDesk();
  const reader = {
    permissions: permissionsOf(['controller']),
    companies: () => 'all' as const,
    today: day('2026-11-20'),
    language: 'en' as const,
  };
  const question = { dataset: 'open-items', columns: ['number'] };
  const asked = await ask(desk.db, question, reader, { limit });
  if (!asked.ok) throw new Error(asked.refusal);
  const report = reportOf(asked.value, { name: 'open', title: 'Open', language: 'en' });
  expect(report.cut).toBe(said);
  const file = await reportFile(report, 'csv', 'en');
  expect(file.cutAfter).toBe(cutAfter);
  // The data stay data: what is said stands beside them.
  expect(file.body).not.toContain('Cut');
});

test('a workbook has its totals as formulas, a row a currency', async () => {
  await using desk = await openDatasetDesk();
  const reader = {
    permissions: permissionsOf(['controller']),
    companies: () => 'all' as const,
    today: day('2026-11-20'),
    language: 'en' as const,
  };
  const question = { dataset: 'open-items', columns: ['number', 'open', 'currency'] };
  const asked = await ask(desk.db, question, reader, { limit: 9 });
  if (!asked.ok) throw new Error(asked.refusal);
  const report = reportOf(asked.value, { name: 'open', title: 'Open: by/number', language: 'en' });
  const { body } = await reportFile(report, 'xlsx', 'en');
  if (!(body instanceof Uint8Array)) throw new Error('a workbook is bytes');
  const { sheets } = await readXlsx(body);
  expect(sheets.map(({ name }) => name)).toEqual(['Open  by number']);
  const formulas = [...(sheets[0]?.cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []);
  expect(formulas).toEqual(['SUMIFS(B$5:B$7,$C$5:C$7,$C8)']);
});
