import fc from 'fast-check';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { recordDisputes } from '#areas/disputes/index.ts';
import { makeSeal } from '#platform/auth/sealing.ts';
import { edited, workbookDesk } from '#test/support/workbook-desk.ts';

type Desk = Awaited<ReturnType<typeof workbookDesk>>;

test('formulas carry what they give: buckets, days and totals are the desk’s', async () => {
  await using desk = await workbookDesk();
  const book = await readXlsx(await desk.out('aging'), { readStyles: true });
  const [sheet, items] = book.sheets;
  const formula = (cell: string): unknown => sheet?.cells?.get(cell);
  expect(formula('5,4')).toMatchObject({
    formula: expect.stringContaining('SUMIFS('),
    formulaResult: 300.2,
  });
  expect(formula('5,6')).toMatchObject({ formulaResult: 500.1 });
  expect(formula('5,12')).toMatchObject({ formulaResult: 800.3 });
  expect(formula('6,10')).toMatchObject({ formulaResult: -120 });
  expect(formula('7,12')).toMatchObject({
    formula: 'SUBTOTAL(109,M6:M7)',
    formulaResult: 760.3,
  });
  expect(items?.cells?.get('1,4')).toMatchObject({ formula: "'Aging'!$B$3-D2", formulaResult: 50 });
  expect(sheet).toMatchObject({ protection: { sheet: true }, freezePane: { rows: 5, columns: 1 } });
  expect(sheet?.dataValidations?.map(({ type }) => type)).toEqual(['list', 'date']);
  expect(book.sheets.map(({ name, veryHidden }) => [name, veryHidden === true])).toEqual([
    ['Aging', false],
    ['Items', false],
    ['_lists', true],
    ['_dunlin', true],
  ]);
});

test('a Spanish reader gets Spanish sheets, whose choices are read back', async () => {
  await using desk = await workbookDesk();
  const bytes = await desk.out('tasks', { language: 'es' });
  const book = await readXlsx(bytes);
  expect(book.sheets[0]?.name).toBe('Tareas');
  expect(book.sheets[0]?.rows[4]).toContain('Clave (no cambiar)');
  expect(book.sheets[0]?.rows[5]).toContain('Abierta');
  expect(await desk.back(bytes)).toMatchObject({ review: { rows: [] } });
});

test('columns in another order, sorted and deleted rows are no edits', async () => {
  await using desk = await workbookDesk();
  const saved = await edited(await desk.out('open-items'), (hand) => {
    const top = hand.rows.findIndex((row) => row.includes('Document'));
    const body = hand.rows
      .splice(top + 1)
      .filter((row) => row.includes('NORTH'))
      .toReversed();
    hand.rows.push(...body);
    for (const row of hand.rows.slice(top)) row.reverse();
  });
  expect(await desk.back(saved)).toMatchObject({ review: { rows: [], rowsRead: 2 } });
});

test('an item whose file calls it disputed is disputed for what it still owes', async () => {
  await using desk = await workbookDesk();
  const { account_id: accountId, item_id: itemId } = await desk.db.one(
    sql<{ account_id: Id; item_id: Id }>`
      select account_id, item_id from ledger.item_card where number = 'I-2'`,
  );
  const dispute = { reason: 'price', openedOn: day('2026-11-10'), resolvedOn: null };
  await desk.act(async (context) => {
    const disputeId = context.newId();
    await recordDisputes(context, [{ ...dispute, accountId, itemId, disputeId }]);
    return accept(undefined);
  });
  const book = await readXlsx(await desk.out('open-items'));
  const rows = book.sheets[0]?.rows ?? [];
  const heads = rows.find((row) => row.includes('Disputed')) ?? [];
  const rowOf = (number: string) => rows.find((row) => row.includes(number)) ?? [];
  expect(rowOf('I-2')[heads.indexOf('Disputed')]).toBe(300.2);
  expect(rowOf('I-1')[heads.indexOf('Disputed')]).toBeFalsy();
});

/** Changes one cell of the signed sheet. */
async function tampered(bytes: Uint8Array, row: number, column: number, from: string, to: string) {
  const { sheets } = await readXlsx(bytes);
  const signed = sheets.find(({ name }) => name === '_dunlin');
  const cells = signed?.rows[row] ?? [];
  cells[column] = String(cells[column]).replace(from, to);
  return writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) });
}

test('a changed signature, another desk’s key and a stranger’s file are refused', async () => {
  await using desk = await workbookDesk();
  const bytes = await desk.out('open-items');
  const head = await tampered(bytes, 1, 2, '2026-11-20', '2026-11-19');
  expect(await desk.back(head)).toEqual({ refusal: 'workbooks.tampered' });
  const values = await tampered(bytes, 2, 2, 'NORTH', 'SOUTH');
  const came = await desk.back(values);
  // A row that nobody edited asks for nothing, whatever its signature; an edited one is refused.
  expect(came).toMatchObject({ review: { tally: { clean: 0, refused: 1 } } });
  const elsewhere: Desk = { ...desk, seal: makeSeal('another key') };
  expect(elsewhere.seal.mark('a', 'b')).not.toBe(desk.seal.mark('a', 'b'));
  const { sheets } = await readXlsx(bytes);
  const plain = await writeXlsx({ sheets: [{ name: 'Sheet1', rows: sheets[0]?.rows ?? [] }] });
  expect(await desk.back(plain)).toEqual({ refusal: 'workbooks.not_ours' });
  const text = new TextEncoder().encode('a,b\n1,2');
  expect(await desk.back(text)).toEqual({ refusal: 'workbooks.not_ours' });
});

test('a file that is too large, or unpacks to more than anybody edits, is not opened', async () => {
  await using desk = await workbookDesk();
  const bomb = (await desk.out('tasks')).slice();
  const at = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  // The directory's own word on the first part: two gigabytes.
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(at + 24, 0x7fffffff, true);
  expect(await desk.back(bomb)).toEqual({ refusal: 'workbooks.too_large' });
  const large = new Uint8Array(20_000_001);
  expect(await desk.back(large)).toEqual({ refusal: 'workbooks.too_large' });
});

test('a key of one workbook is foreign to any other', async () => {
  await using desk = await workbookDesk();
  const saved = await edited(await desk.out('open-items'), (hand) => {
    const top = hand.rows.findIndex((row) => row.includes('Key (leave as it is)'));
    const row = hand.rows[top + 1] ?? [];
    row[row.length - 1] = '01890000-0000-7000-8000-000000000001';
    row[hand.headers.indexOf('New note')] = 'moved';
  });
  expect(await desk.back(saved)).toMatchObject({
    review: { rows: [{ cells: [{ problem: { code: 'workbooks.row_unknown' } }] }] },
  });
});

test('export, edit, import is exactly the edits', async () => {
  await using desk = await workbookDesk();
  const bytes = await desk.out('contacts');
  const texts = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => {
    return text.trim() !== '' && text.isWellFormed() && !/\p{C}/u.test(text);
  });
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom('Role', 'Time zone', 'New note'), texts, { maxKeys: 3 }),
      fc.constantFrom('shared', 'inline'),
      async (edits, strings) => {
        const saved = await edited(
          bytes,
          ({ put }) => {
            for (const [header, value] of Object.entries(edits)) put('NORTH', header, value);
          },
          strings,
        );
        const came = await desk.back(saved);
        if ('refusal' in came) throw new Error(came.refusal);
        const found = came.review.rows.flatMap(({ cells }) =>
          cells.map(({ header, theirs }) => [header, theirs] as const),
        );
        const asked = Object.entries(edits).map(
          ([header, value]) =>
            [header, value.normalize('NFC').replaceAll('\u00a0', ' ').trim()] as const,
        );
        const changes = asked.filter(([, value]) => value !== 'accounts_payable');
        expect(new Map(found)).toEqual(new Map(changes));
        expect(found).toHaveLength(changes.length);
      },
    ),
    { numRuns: 12 },
  );
});
