/**
 * Writes XLSX workbooks that a controller can work on: real numbers and days, formulas that
 * recompute, a header that stays in view, and cells that may be edited where the rest is locked.
 *
 * Amounts come in as decimal strings and must be numbers in the sheet, or no formula adds
 * them up; a spreadsheet keeps 15 digits, so a longer amount is written as text instead of
 * wrongly. Text is always text: a name that begins with `=` is never run as a formula.
 */
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import {
  columnLetter,
  editableFill,
  headerStyle,
  line,
  markRules,
  numberFormat,
  subtitleStyle,
  titleStyle,
  usualWidth,
  validations,
} from './sheet-looks.ts';
import { sheetNames } from './sheet-names.ts';
import { type Day, day, daysBetween } from '#kernel/day.ts';
import { addDecimals, decimal, formatDecimal, fromInteger } from '#kernel/decimal.ts';

export type SheetColumn = {
  readonly header: string;
  readonly kind: 'text' | 'amount' | 'count' | 'percent' | 'day';
  /** Decimals shown; 2 unless stated, 0 for counts. */
  readonly decimals?: number;
  /** Width in characters; fits its kind unless stated. */
  readonly width?: number;
  /** Adds the column up in the totals row. */
  readonly total?: true;
  /** Cells a person may change while the sheet is locked; they are coloured. */
  readonly editable?: true;
  /** Where the values that may be chosen stand: `_lists!$A$2:$A$9`. */
  readonly list?: string;
};

/** A line above the table that holds one value, to which formulas point as `{fact0}`. */
export type SheetFact = {
  readonly label: string;
  readonly kind: SheetColumn['kind'];
  readonly value: string;
  readonly editable?: true;
};

/** Rows in which a formula holds are drawn in a tone; `{row}` is the row's number. */
export type SheetMark = {
  readonly formula: string;
  readonly tone: 'bad' | 'warn' | 'good';
  /** Only this column, counted from 0; the whole row without it. */
  readonly column?: number;
};

/**
 * Text, an amount or percentage as a decimal string, a day, or a formula without its `=` in
 * which `{row}` stands for the row's number; `value` is what the formula gives now.
 */
export type SheetValue = string | null | { readonly formula: string; readonly value: string };

/** Columns that add up, and the one that says which rows belong to a sum; null: all do. */
export type SheetSums = { readonly columns: readonly number[]; readonly by: number | null };

export type Sheet = {
  readonly name: string;
  /** Lines above the table: what it is, of whom, as of when. */
  readonly title: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** The label of the totals row, which stands in the first column; none without it. */
  readonly totalsLabel?: string;
  /** Last rows that add up already, one a currency: where one column holds several. */
  readonly totalRows?: readonly (readonly SheetValue[])[];
  /** Which cells of those rows are sums of the table: they become formulas. */
  readonly sums?: SheetSums;
  readonly facts?: readonly SheetFact[];
  readonly marks?: readonly SheetMark[];
  /** Only editable cells can be changed, by hand: what is at stake is signed, not only locked. */
  readonly locked?: true;
  /** Not shown, and not to be shown by a click. */
  readonly hidden?: true;
};

export { columnLetter };

/** The workbook's bytes. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const named = sheets.map((sheet, at) => toSheet({ ...sheet, name: names[at] ?? sheet.name }));
  return writeXlsx({ sheets: named, defaultFont: { name: 'Calibri', size: 11 } });
}

/** Cells that are more than a value, by `row,column` counted from 0. */
type SpecialCells = Map<string, Partial<Cell>>;

/** The rows of a sheet's table as formulas name them, counted from 1. */
export function tableRows({ title, facts = [], rows }: TableOf): { first: number; last: number } {
  const above = title.length + facts.length;
  const first = (above === 0 ? 0 : above + 1) + 2;
  return { first, last: first + rows.length - 1 };
}

type TableOf = Pick<Sheet, 'title' | 'facts'> & { readonly rows: { readonly length: number } };

/** The cell of a fact, as formulas of any sheet name it: `$B$3`. */
export function factCell({ title }: Pick<Sheet, 'title'>, fact: number): string {
  return `$B$${title.length + fact + 1}`;
}

function toSheet(sheet: Sheet): WriteSheet {
  const cells: SpecialCells = new Map();
  const { first, last } = tableRows(sheet);
  const [headerRow, firstRow, lastRow] = [first - 2, first - 1, last - 1];
  const rows: CellValue[][] = sheet.title.map((text) => [text]);
  for (const fact of sheet.facts ?? []) rows.push(factRow(cells, fact, rows.length));
  if (headerRow > 0) rows.push([]);
  rows.push(sheet.columns.map((column) => column.header));
  for (const [at, row] of sheet.rows.entries()) {
    rows.push(
      row.map((value, column) => place(cells, sheet, value, { row: firstRow + at, column })),
    );
  }
  if (sheet.totalsLabel !== undefined) rows.push(totalsRow(cells, sheet, firstRow, lastRow));
  for (const row of sheet.totalRows ?? []) rows.push(boldRow(cells, sheet, row, rows.length));
  styleTop(cells, sheet, headerRow);
  const lastLetter = columnLetter(sheet.columns.length - 1);
  return {
    name: sheet.name,
    rows,
    cells,
    columns: sheet.columns.map((column) => ({
      width: column.width ?? usualWidth(column),
      style: { numFmt: numberFormat(column), ...(column.editable ? editableFill : {}) },
    })),
    ...(sheet.rows.length > 0
      ? {
          dataValidations: validations(sheet.columns, { first, last }),
          conditionalRules: markRules(sheet, { first, last }),
        }
      : {}),
    ...(sheet.locked ? { protection: lockedSheet } : {}),
    ...(sheet.hidden ? { veryHidden: true } : {}),
    freezePane: { rows: headerRow + 1, columns: 1 },
    autoFilter: { range: `A${headerRow + 1}:${lastLetter}${lastRow + 1}` },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** Filtering, and what only changes how it looks, stays allowed. */
const lockedSheet = {
  sheet: true,
  autoFilter: true,
  sort: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
} as const;

function factRow(cells: SpecialCells, fact: SheetFact, row: number): CellValue[] {
  cells.set(`${row},0`, { style: subtitleStyle });
  const column = { header: '', kind: fact.kind };
  const style = { numFmt: numberFormat(column), ...(fact.editable ? editableFill : {}) };
  const value = sheetNumber(fact.value, fact.kind);
  cells.set(`${row},1`, { value, style: { ...style, alignment: { horizontal: 'left' } } });
  return [fact.label, value];
}

/** The plain value of a cell; what needs more is noted in `cells`. */
function place(
  cells: SpecialCells,
  sheet: Sheet,
  value: SheetValue,
  at: { readonly row: number; readonly column: number },
): CellValue {
  const kind = sheet.columns[at.column]?.kind ?? 'text';
  if (value === null || typeof value === 'string') return sheetNumber(value, kind);
  const formula = value.formula
    .replaceAll('{row}', String(at.row + 1))
    .replaceAll(/\{fact(\d)\}/gu, (_, fact) => factCell(sheet, Number(fact)));
  cells.set(`${at.row},${at.column}`, {
    formula,
    formulaResult: sheetNumber(value.value, kind),
  });
  return null;
}

function sheetNumber(text: string | null, kind: SheetColumn['kind']): CellValue {
  if (text === null || text === '' || kind === 'text') return text;
  if (kind === 'day') return daysBetween(firstSerialDay, day(text));
  return text.replace(/\D/gu, '').replace(/^0+/u, '').length > 15 ? text : Number(text);
}

/** Serial 0 of the 1900 date system, counted so that days after February 1900 are right. */
const firstSerialDay: Day = day('1899-12-30');

function totalsRow(cells: SpecialCells, sheet: Sheet, first: number, last: number): CellValue[] {
  return sheet.columns.map((column, at) => {
    const key = `${last + 1},${at}`;
    const style: CellStyle = {
      font: { bold: true },
      border: { top: line },
      numFmt: numberFormat(column),
    };
    if (column.total !== true) {
      cells.set(key, { style });
      return at === 0 ? (sheet.totalsLabel ?? null) : null;
    }
    const letter = columnLetter(at);
    // 109 leaves filtered rows out, so the total follows the filter.
    const formula = `SUBTOTAL(109,${letter}${first + 1}:${letter}${last + 1})`;
    cells.set(key, { style, formula, formulaResult: sheetNumber(sum(sheet, at), column.kind) });
    return null;
  });
}

function boldRow(
  cells: SpecialCells,
  sheet: Sheet,
  values: readonly SheetValue[],
  row: number,
): CellValue[] {
  return sheet.columns.map((shown, column) => {
    const said = summed(sheet, values[column] ?? null, column);
    const value = place(cells, sheet, said, { row, column });
    const style: CellStyle = { font: { bold: true }, numFmt: numberFormat(shown) };
    cells.set(`${row},${column}`, { ...cells.get(`${row},${column}`), style });
    return value;
  });
}

/** A cell of a last row as a formula over its column, where it is a sum of it. */
function summed(sheet: Sheet, value: SheetValue, column: number): SheetValue {
  const { sums, rows } = sheet;
  const isSum = sums?.columns.includes(column) === true && rows.length > 0;
  if (!isSum || typeof value !== 'string' || value === '') return value;
  const { first, last } = tableRows(sheet);
  const over = (at: number): string => `${columnLetter(at)}$${first}:${columnLetter(at)}$${last}`;
  const { by } = sums;
  const formula =
    by === null
      ? `SUM(${over(column)})`
      : `SUMIFS(${over(column)},$${over(by)},$${columnLetter(by)}{row})`;
  return { formula, value };
}

function sum(sheet: Sheet, column: number): string {
  let total = fromInteger(0);
  for (const row of sheet.rows) {
    const value = row[column] ?? null;
    const text = value === null || typeof value === 'string' ? value : value.value;
    if (text !== null && text !== '') total = addDecimals(total, decimal(text));
  }
  return formatDecimal(total, total.scale);
}

function styleTop(cells: SpecialCells, sheet: Sheet, headerRow: number): void {
  for (const at of sheet.title.keys()) {
    cells.set(`${at},0`, { style: at === 0 ? titleStyle : subtitleStyle });
  }
  for (const [at, column] of sheet.columns.entries()) {
    cells.set(`${headerRow},${at}`, { style: headerStyle(column) });
  }
}
