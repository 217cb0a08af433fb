import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { edited, workbookDesk } from '#test/support/workbook-desk.ts';
import { workbookKinds } from '../rules/kinds.ts';

test.each(workbookKinds)('a %s workbook that nobody edited asks for nothing', async (kind) => {
  await using desk = await workbookDesk();
  const bytes = await desk.out(kind);
  for (const strings of ['shared', 'inline'] as const) {
    const saved = await edited(bytes, () => undefined, strings);
    expect(await desk.back(saved)).toMatchObject({ review: { rows: [], missing: [] } });
  }
  expect(await desk.back(bytes)).toMatchObject({ review: { rows: [] } });
});

test('edits of many kinds become the acts of the areas that own them', async () => {
  await using desk = await workbookDesk();
  const { north } = desk;
  const saved = await edited(await desk.out('aging'), ({ put }) => {
    put('NORTH', 'Collector', 'collector');
    put('NORTH', 'Come back on', new Date('2026-12-01'));
    put('NORTH', 'Next action', 'Ask for the check number');
    put('NORTH', 'New note', '=1+1 is what they said');
  });
  const came = await desk.back(saved);
  if ('refusal' in came) throw new Error(came.refusal);
  expect(came.review.tally).toEqual({ clean: 4, conflict: 0, refused: 0, already: 0 });
  expect(came.review.rows[0]?.cells.map(({ theirs }) => theirs)).toContain('2026-12-01');
  expect(await desk.apply(came.uploadId)).toMatchObject({ applied: 4, refused: 0 });
  const [account] = await desk.db.all(sql<{ owner_id: string }>`
    select owner_id from customers.account_card where account_id = ${north}`);
  expect(account?.owner_id).toBe(desk.collector.memberId);
  const lines = await desk.db.all(sql<{ text: string | null }>`
    select text from customers.timeline_line where account_id = ${north}`);
  const texts = lines.map(({ text }) => text);
  expect(texts).toContain('=1+1 is what they said');
  expect(texts).toContain('Ask for the check number');
  expect(texts.some((text) => text?.startsWith('workbook edited.xlsx, row '))).toBe(true);
});
