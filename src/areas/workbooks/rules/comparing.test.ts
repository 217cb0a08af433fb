import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { type RawCell, readCell, textOf } from './cell.ts';
import { type BookRow, type Column, acts, permissionOf, valueOf } from './column.ts';
import { type Ours, type ReadBook, type SheetRow, compare, editMark } from './compare.ts';
import { decide, wanted } from './edits.ts';
import { columnsOf, editableColumns, keptColumns, parseWorkbookKind } from './kinds.ts';
import { headText, rowText } from './signature.ts';
import { sayingTwoThings, targetOf } from './twice.ts';

const north = id('01890000-0000-7000-8000-000000000001');
const rosa = '01890000-0000-7000-8000-0000000000aa';
const none = (): undefined => undefined;

describe('a cell means the same however a program writes it', () => {
  const dayColumn: Column = { name: 'due_on', type: 'day' };
  const amount: Column = { name: 'amount', type: 'amount' };
  test.each<[RawCell, Column, string]>([
    [46000, dayColumn, '2025-12-09'],
    [46000.75, dayColumn, '2025-12-09'],
    [{ time: Date.UTC(2026, 11, 15) }, dayColumn, '2026-12-15'],
    ['2026-12-15', dayColumn, '2026-12-15'],
    ['2026-12-15T00:00:00', dayColumn, '2026-12-15'],
    ['3/4/2026', dayColumn, 'workbooks.bad_day'],
    [7, dayColumn, 'workbooks.bad_day'],
    [1250.1, amount, '1250.10'],
    [0.1 + 0.2, amount, '0.30'],
    ['1250.10', amount, '1250.10'],
    [-3, amount, '-3.00'],
    [1.005, amount, 'workbooks.bad_amount'],
    ['1,250.10', amount, 'workbooks.bad_amount'],
    ['  two\r\nlines ', { name: 'note', type: 'text' }, 'two\nlines'],
    [12, { name: 'note', type: 'text' }, '12'],
    ['nobody', { name: 'owner', type: 'member' }, 'workbooks.bad_person'],
    [null, amount, ''],
  ])('%j', (raw, column, meant) => {
    const read = readCell(raw, column, 'USD', none);
    expect(read.ok ? read.value : read.refusal).toBe(meant);
  });

  test('a currency without decimals takes none', () => {
    expect(readCell(1250, amount, 'JPY', none)).toMatchObject({ value: '1250' });
    expect(readCell(1250.5, amount, 'JPY', none)).toMatchObject({ ok: false });
  });

  test('any amount of fifteen digits survives a spreadsheet’s number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        const text = readCell(cents / 100, amount, 'USD', none);
        expect(text.ok && Math.round(Number(text.value) * 100)).toBe(cents);
      }),
    );
  });
});

test('every editable column has an act with a permission, and no key is one', () => {
  for (const kind of ['aging', 'tasks'] as const) {
    expect(parseWorkbookKind(kind)).toBe(kind);
    for (const { act } of editableColumns(kind)) expect(permissionOf[act ?? 'note']).not.toBe('');
  }
  expect(valueOf({}, 'x')).toBe('');
  expect(keptColumns('aging').map(({ name }) => name)).not.toContain('buckets');
  expect(Object.keys(permissionOf)).toEqual([...acts]);
});

test('a signature binds head and row to the workbook', () => {
  const head = {
    workbookId: north,
    kind: 'aging',
    language: 'en',
    asOf: day('2026-11-20'),
    knownAt: instant('2026-11-20T12:00:00Z'),
    sheet: 'Aging',
    headers: { b: '2', a: '1' },
  } as const;
  expect(headText(head)).toBe(headText({ ...head, headers: { a: '1', b: '2' } }));
  expect(headText(head)).not.toBe(headText({ ...head, asOf: day('2026-11-21') }));
  const other = { ...head, workbookId: id(rosa) };
  expect(rowText(head, 'k', { a: '1' })).not.toBe(rowText(other, 'k', { a: '1' }));
});

/** An aging with accounts A, B, C …, each with an owner that is empty and a note to add. */
function agingOf(keys: readonly string[]): { book: ReadBook; ours: Ours } {
  const values = (key: string): Record<string, string> => ({
    account: key,
    name: `Customer ${key}`,
    company: 'MAIN',
    currency: 'USD',
    owner: '',
    come_back: '2026-12-01',
    next_action: '',
    note: '',
  });
  const rows = keys.map((key, at): SheetRow => {
    return { line: at + 6, key, cells: { ...values(key), come_back: 46357 } };
  });
  const letters = Object.fromEntries(
    [...columnsOf.aging.map(({ name }) => name), 'key'].map((name, at) => [
      name,
      String.fromCharCode(65 + at),
    ]),
  );
  const rowNow = (key: string): BookRow => {
    return { key, accountId: idOf(key), targetId: idOf(key), values: values(key) };
  };
  return {
    book: {
      kind: 'aging',
      sheet: 'Aging',
      rows,
      letters,
      exported: new Map(keys.map((key) => [key, { values: values(key), intact: true }])),
      codes: (_, text) => (text === 'Rosa' ? rosa : undefined),
    },
    ours: {
      now: new Map(keys.map((key) => [key, rowNow(key)])),
      applied: new Set(),
      permissions: 'all',
    },
  };
}

function idOf(key: string): BookRow['targetId'] {
  return id(`01890000-0000-7000-8000-${key.charCodeAt(0).toString().padStart(12, '0')}`);
}

/** The row of a key with other cells. */
function editing(book: ReadBook, key: string, cells: Record<string, RawCell>): ReadBook {
  return {
    ...book,
    rows: book.rows.map((row) =>
      row.key === key ? { ...row, cells: { ...row.cells, ...cells } } : row,
    ),
  };
}

function outcomes(book: ReadBook, ours: Ours): string[] {
  return compare(book, ours).flatMap(({ key, cells }) =>
    cells.map(({ column, outcome, problem }) =>
      [key, column, problem?.refusal ?? outcome].join(' '),
    ),
  );
}

describe('what came back is compared with what went out and what is now', () => {
  const { book, ours } = agingOf(['A', 'B', 'C']);
  const withNow = (key: string, values: Record<string, string>): Ours => {
    const now = new Map(ours.now);
    const row = now.get(key);
    if (row) now.set(key, { ...row, values: { ...row.values, ...values } });
    return { ...ours, now };
  };

  test.each<[string, ReadBook, Ours, string[]]>([
    ['nothing edited', book, ours, []],
    ['ours changed alone', book, withNow('A', { owner: rosa }), []],
    ['a clean edit', editing(book, 'A', { owner: 'Rosa' }), ours, ['A owner clean']],
    [
      'both changed, to other values',
      editing(book, 'A', { come_back: '2026-12-24' }),
      withNow('A', { come_back: '2026-12-09' }),
      ['A come_back conflict'],
    ],
    [
      'both changed, to the same',
      editing(book, 'A', { owner: 'Rosa' }),
      withNow('A', { owner: rosa }),
      ['A owner already'],
    ],
    [
      'applied before',
      editing(book, 'A', { note: 'called' }),
      { ...ours, applied: new Set([editMark('A', 'note', 'called')]) },
      ['A note already'],
    ],
    [
      'a locked cell',
      editing(book, 'A', { name: 'Customer B', owner: 'Rosa' }),
      ours,
      ['A name workbooks.locked_cell'],
    ],
    [
      'a person nobody knows',
      editing(book, 'A', { owner: 'Zed' }),
      ours,
      ['A owner workbooks.bad_person'],
    ],
    [
      'a cell that may not be empty',
      editing(book, 'A', { come_back: null }),
      ours,
      ['A come_back workbooks.needed'],
    ],
    [
      'without the permission',
      editing(book, 'A', { owner: 'Rosa' }),
      { ...ours, permissions: ['accounts.note'] },
      ['A owner workbooks.not_permitted'],
    ],
    [
      'gone, or out of sight',
      editing(book, 'A', { owner: 'Rosa' }),
      { ...ours, now: new Map() },
      ['A owner workbooks.row_gone'],
    ],
    ['a deleted row', { ...book, rows: book.rows.slice(1) }, ours, []],
    ['a sorted sheet', { ...book, rows: book.rows.toReversed() }, ours, []],
    [
      'a row of another workbook',
      { ...book, rows: [{ line: 6, key: 'Z', cells: {} }] },
      ours,
      ['Z key workbooks.row_unknown'],
    ],
    [
      'a signature that does not fit',
      {
        ...book,
        exported: new Map([['A', { values: {}, intact: false }]]),
        rows: book.rows.slice(0, 1),
      },
      ours,
      ['A key workbooks.row_tampered'],
    ],
    [
      'a key twice',
      { ...book, rows: [...book.rows, ...book.rows.slice(0, 1)] },
      ours,
      ['A key workbooks.row_twice'],
    ],
    [
      'a written row without a key',
      { ...book, rows: [{ line: 9, key: '', cells: { note: 'whose?' } }] },
      ours,
      [' key workbooks.row_without_key'],
    ],
    [
      'a totals row',
      { ...book, rows: [{ line: 9, key: '', cells: { account: 'Total' } }] },
      ours,
      [],
    ],
  ])('%s', (_, came, known, expected) => {
    expect(outcomes(came, known)).toEqual(expected);
  });

  test('rows of one account that say two things are refused; twice the same is once', () => {
    const pair = agingOf(['A', 'B']);
    const [a, b] = ['A', 'B'].map((key) => pair.ours.now.get(key));
    const now = new Map([
      ...(a ? [['A', a] as const] : []),
      ...(a && b ? [['B', { ...b, accountId: a.accountId }] as const] : []),
    ]);
    const same = { ...pair.ours, now };
    const both = editing(editing(pair.book, 'A', { come_back: '2026-12-24' }), 'B', {
      come_back: '2026-12-24',
    });
    expect(outcomes(both, same)).toEqual(['A come_back clean', 'B come_back already']);
    const two = editing(both, 'B', { come_back: '2026-12-25' });
    expect(outcomes(two, same)).toEqual([
      'A come_back workbooks.row_says_two_things',
      'B come_back workbooks.row_says_two_things',
    ]);
    expect(a && targetOf({ ...a, targetId: north }, 'owner')).toBe(a?.accountId);
    expect(sayingTwoThings('aging', [])).toEqual([]);
  });
});

describe('a reviewer decides', () => {
  const { book, ours } = agingOf(['A', 'B']);
  const moved = new Map(ours.now);
  const b = moved.get('B');
  if (b) moved.set('B', { ...b, values: { ...b.values, come_back: '2026-12-09' } });
  const came = editing(editing(book, 'A', { owner: 'Rosa', note: 'x' }), 'B', {
    come_back: '2026-12-24',
  });
  const rows = compare(came, { ...ours, now: moved });

  test('clean cells are taken, a conflict without a word is refused', () => {
    expect(decide('aging', rows, [], 'refuse')).toMatchObject({
      refusal: 'workbooks.undecided',
      facts: { count: 1 },
    });
    const taken = decide('aging', rows, [], 'ours');
    expect(taken).toMatchObject({ value: { leftOut: 1 } });
    const done = taken.ok ? taken.value.edits.map(({ act }) => act) : [];
    expect(done).toEqual(['note', 'owner']);
  });

  test('a decision counts only for what the reviewer saw', () => {
    const choice = { key: 'B', column: 'come_back', take: 'theirs' } as const;
    const seen = decide('aging', rows, [{ ...choice, ours: '2026-12-09' }], 'refuse');
    expect(seen.ok && seen.value.edits.length).toBe(3);
    const [last] = seen.ok ? seen.value.edits.slice(-1) : [];
    expect(last && wanted(last, 'come_back')).toBe('2026-12-24');
    expect(last && wanted(last, 'owner')).toBe('');
    expect(decide('aging', rows, [{ ...choice, ours: '2026-12-01' }], 'refuse').ok).toBe(false);
  });

  test('a clean cell may be left out', () => {
    const choice = { key: 'A', column: 'owner', take: 'ours', ours: '' } as const;
    const decided = decide('aging', rows, [choice], 'ours');
    expect(decided).toMatchObject({ value: { leftOut: 2, edits: [{ act: 'note' }] } });
  });
});

function said(value: unknown): string {
  return JSON.stringify(value);
}

test('any edits come back as exactly those edits, whatever the order of the rows', () => {
  const keys = ['A', 'B', 'C', 'D', 'E'];
  const edit = fc.record({
    key: fc.constantFrom(...keys),
    column: fc.constantFrom('note', 'next_action'),
    text: fc.string({ minLength: 1 }).filter((text) => textOf(text) !== ''),
  });
  fc.assert(
    fc.property(fc.array(edit), fc.boolean(), (edits, reversed) => {
      const { book, ours } = agingOf(keys);
      const wish = new Map(edits.map((each) => [`${each.key} ${each.column}`, each]));
      let came = book;
      for (const { key, column, text } of wish.values())
        came = editing(came, key, { [column]: text });
      const rows = reversed ? came.rows.toReversed() : came.rows;
      const found = compare({ ...came, rows }, ours).flatMap(({ key, cells }) =>
        cells.map((cell) => [`${key} ${cell.column}`, cell.theirs, cell.outcome]),
      );
      const expected = [...wish].map(([name, { text }]) => [name, textOf(text), 'clean']);
      expect(new Set(found.map(said))).toEqual(new Set(expected.map(said)));
      expect(found).toHaveLength(expected.length);
    }),
  );
});
