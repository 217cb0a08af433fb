/**
 * What an edited workbook asks for: each cell as it went out, as it came back, and as it is now.
 *
 *   as it went out = came back            ─▶ nothing (whatever we have done since)
 *   changed, and ours is as it went out   ─▶ clean
 *   changed, and ours was changed since   ─▶ conflict: a person chooses, nobody wins silently
 *   changed to what it is now, or applied ─▶ already so
 *   not to be changed, or not understood  ─▶ refused, with the cell and the remedy
 *
 * A row in which a locked cell differs is refused whole: its cells may have been moved, and an
 * edit would land on somebody else's account.
 */
import type { Facts } from '#kernel/outcome.ts';
import { type Codes, type RawCell, readCell, textOf } from './cell.ts';
import { type BookRow, type Column, type Values, permissionOf, valueOf } from './column.ts';
import { sayingTwoThings } from './twice.ts';
import { type WorkbookKind, editableColumns, keptColumns } from './kinds.ts';
import type { CellRefusal } from './refusal.ts';

/** A row as it went out; not intact when its signature does not fit. */
export type ExportedRow = { readonly values: Values; readonly intact: boolean };

/** A row as it came back. */
export type SheetRow = {
  readonly line: number;
  readonly key: string;
  readonly cells: Readonly<Record<string, RawCell>>;
};

/** A workbook that came back. */
export type ReadBook = {
  readonly kind: WorkbookKind;
  readonly sheet: string;
  readonly exported: ReadonlyMap<string, ExportedRow>;
  readonly rows: readonly SheetRow[];
  /** The letter of each column that is there, `key` too. */
  readonly letters: Readonly<Record<string, string>>;
  readonly codes: Codes;
};

/** What is known of it on our side. */
export type Ours = {
  readonly now: ReadonlyMap<string, BookRow>;
  /** Edits that were applied already, by `editMark`. */
  readonly applied: ReadonlySet<string>;
  readonly permissions: readonly string[] | 'all';
};

export type Problem = { readonly refusal: string; readonly facts: Facts };

export type DiffCell = {
  readonly column: string;
  /** Where it stands: `H12`. */
  readonly cell: string;
  readonly outcome: 'clean' | 'conflict' | 'refused' | 'already';
  readonly old: string;
  readonly theirs: string;
  readonly ours: string;
  readonly problem: Problem | null;
};

export type DiffRow = {
  readonly key: string;
  readonly line: number;
  /** Undefined for a row that is not ours. */
  readonly row: BookRow | undefined;
  readonly cells: readonly DiffCell[];
};

export function editMark(key: string, column: string, value: string): string {
  return JSON.stringify([key, column, value]);
}

/** The rows in which a cell differs from what went out; a row without one is not among them. */
export function compare(book: ReadBook, ours: Ours): DiffRow[] {
  const first = new Map<string, number>();
  const rows: DiffRow[] = [];
  for (const row of book.rows) {
    const before = first.get(row.key);
    const cells =
      before === undefined
        ? rowCells(book, row, ours)
        : [refusedCell(book, row, 'key', { refusal: 'workbooks.row_twice', at: before })];
    if (row.key !== '' && before === undefined) first.set(row.key, row.line);
    if (cells.length === 0) continue;
    rows.push({ key: row.key, line: row.line, row: ours.now.get(row.key), cells });
  }
  return sayingTwoThings(book.kind, rows);
}

function rowCells(book: ReadBook, row: SheetRow, ours: Ours): DiffCell[] {
  if (row.key === '') {
    const written = editableColumns(book.kind).some(({ name }) => filled(row, name));
    return written ? [refusedCell(book, row, 'key', { refusal: 'workbooks.row_without_key' })] : [];
  }
  const exported = book.exported.get(row.key);
  if (!exported) return [refusedCell(book, row, 'key', { refusal: 'workbooks.row_unknown' })];
  if (!exported.intact) {
    return [refusedCell(book, row, 'key', { refusal: 'workbooks.row_tampered' })];
  }
  const moved = lockedCells(book, row, exported.values);
  if (moved.length > 0) return moved;
  return editableColumns(book.kind).flatMap((column) => {
    const cell = editedCell(book, row, column, { exported: exported.values, ours });
    return cell === undefined ? [] : [cell];
  });
}

function filled({ cells }: SheetRow, name: string): boolean {
  return textOf(cells[name] ?? null) !== '';
}

/** Locked cells that do not hold what went out. */
function lockedCells(book: ReadBook, row: SheetRow, exported: Values): DiffCell[] {
  return keptColumns(book.kind).flatMap((column) => {
    if (column.act !== undefined || book.letters[column.name] === undefined) return [];
    const old = textOf(valueOf(exported, column.name));
    const raw = row.cells[column.name] ?? null;
    const read = readCell(raw, column, valueOf(exported, 'currency'), book.codes);
    const theirs = read.ok ? read.value : textOf(raw);
    if (theirs === old) return [];
    const problem = { refusal: 'workbooks.locked_cell', facts: { was: old, is: theirs } } as const;
    return [{ ...placed(book, row, column.name), outcome: 'refused', ...at(old, theirs), problem }];
  });
}

function at(old: string, theirs: string): Pick<DiffCell, 'old' | 'theirs' | 'ours'> {
  return { old, theirs, ours: old };
}

type Known = { readonly exported: Values; readonly ours: Ours };

/** Undefined for a cell that is as it went out. */
function editedCell(
  book: ReadBook,
  row: SheetRow,
  column: Column,
  { exported, ours }: Known,
): DiffCell | undefined {
  const { name } = column;
  if (book.letters[name] === undefined) return undefined;
  const old = textOf(valueOf(exported, name));
  const raw = row.cells[name] ?? null;
  const read = readCell(raw, column, valueOf(exported, 'currency'), book.codes);
  const theirs = read.ok ? read.value : textOf(raw);
  if (theirs === old) return undefined;
  const now = ours.now.get(row.key);
  const standing = now === undefined || column.adds ? old : textOf(valueOf(now.values, name));
  const cell = { ...placed(book, row, name), old, theirs, ours: standing };
  if (ours.applied.has(editMark(row.key, name, theirs))) return already(cell);
  const refused = read.ok ? refusalOf(column, theirs, now, ours) : read;
  if (refused) {
    const { refusal, facts } = refused;
    return { ...cell, outcome: 'refused', problem: { refusal, facts } };
  }
  if (!column.adds && standing === theirs) return already(cell);
  return { ...cell, outcome: standing === old ? 'clean' : 'conflict', problem: null };
}

function already(cell: Omit<DiffCell, 'outcome' | 'problem'>): DiffCell {
  return { ...cell, outcome: 'already', problem: null };
}

function refusalOf(
  column: Column,
  theirs: string,
  now: BookRow | undefined,
  { permissions }: Ours,
): Problem | undefined {
  if (!now) return because('workbooks.row_gone');
  if (theirs === '' && column.needed) return because('workbooks.needed');
  if (theirs !== '' && column.offered && !column.offered.includes(theirs)) {
    return because('workbooks.bad_choice', { value: theirs });
  }
  if (column.act === undefined || permissions === 'all') return undefined;
  const needs = permissionOf[column.act];
  return permissions.includes(needs)
    ? undefined
    : because('workbooks.not_permitted', { permission: needs });
}

function because(refusal: CellRefusal, facts: Facts = {}): Problem {
  return { refusal, facts };
}

type Why = { readonly refusal: CellRefusal; readonly at?: number };

function refusedCell(book: ReadBook, row: SheetRow, column: string, why: Why): DiffCell {
  const facts: Facts = { key: row.key, line: why.at ?? row.line };
  return {
    ...placed(book, row, column),
    outcome: 'refused',
    ...at('', ''),
    problem: { refusal: why.refusal, facts },
  };
}

function placed(
  book: ReadBook,
  { line }: SheetRow,
  column: string,
): Pick<DiffCell, 'column' | 'cell'> {
  return { column, cell: `${book.letters[column] ?? ''}${line}` };
}
