/**
 * Writes XLSX workbooks that a controller can work on: real numbers and days, formulas that
 * recompute, a header that stays in view.
 *
 * Amounts come in as decimal strings and must be numbers in the sheet, or no formula adds
 * them up; a spreadsheet keeps 15 digits, so a longer amount is written as text instead of
 * wrongly. Text is always text: a name that begins with `=` is never run as a formula.
 */
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
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
};

/**
 * Text, an amount or percentage as a decimal string, a day, or a formula without its `=` in
 * which `{row}` stands for the row's number; `value` is what the formula gives now.
 */
export type SheetValue = string | null | { readonly formula: string; readonly value: string };

export type Sheet = {
  readonly name: string;
  /** Lines above the table: what it is, of whom, as of when. */
  readonly title: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** The label of the totals row, which stands in the first column; none without it. */
  readonly totalsLabel?: string;
};

/** The workbook's bytes. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(toSheet), defaultFont: { name: 'Calibri', size: 11 } });
}

/** `D`: how a spreadsheet calls the column counted from 0. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}

const titleStyle: CellStyle = { font: { bold: true, size: 14 }, numFmt: '@' };
const subtitleStyle: CellStyle = { font: { color: { rgb: '5B6472' } }, numFmt: '@' };
const line = { style: 'thin', color: { rgb: '9AA3AF' } } as const;

/** Cells that are more than a value, by `row,column` counted from 0. */
type SpecialCells = Map<string, Partial<Cell>>;

function toSheet(sheet: Sheet): WriteSheet {
  const cells: SpecialCells = new Map();
  const headerRow = sheet.title.length === 0 ? 0 : sheet.title.length + 1;
  const firstRow = headerRow + 1;
  const lastRow = headerRow + sheet.rows.length;
  const rows: CellValue[][] = sheet.title.map((text) => [text]);
  if (headerRow > 0) rows.push([]);
  rows.push(sheet.columns.map((column) => column.header));
  for (const [at, row] of sheet.rows.entries()) {
    rows.push(
      row.map((value, column) => place(cells, sheet, value, { row: firstRow + at, column })),
    );
  }
  if (sheet.totalsLabel !== undefined) rows.push(totalsRow(cells, sheet, firstRow, lastRow));
  styleTop(cells, sheet, headerRow);
  const lastLetter = columnLetter(sheet.columns.length - 1);
  return {
    name: sheet.name,
    rows,
    cells,
    columns: sheet.columns.map((column) => ({
      width: column.width ?? usualWidth(column),
      numFmt: numberFormat(column),
    })),
    freezePane: { rows: headerRow + 1, columns: 1 },
    autoFilter: { range: `A${headerRow + 1}:${lastLetter}${lastRow + 1}` },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
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
  cells.set(`${at.row},${at.column}`, {
    formula: value.formula.replaceAll('{row}', String(at.row + 1)),
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
    cells.set(`${headerRow},${at}`, {
      style: {
        font: { bold: true, color: { rgb: '1F2933' } },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6EBF1' } },
        border: { bottom: line },
        alignment: { horizontal: column.kind === 'text' ? 'left' : 'right', wrapText: true },
        numFmt: '@',
      },
    });
  }
}

function numberFormat(column: SheetColumn): string {
  if (column.kind === 'text') return '@';
  if (column.kind === 'day') return 'yyyy-mm-dd';
  const decimals = column.decimals ?? (column.kind === 'count' ? 0 : 2);
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  if (column.kind === 'percent') return `0${places}"%"`;
  return `#,##0${places};[Red]-#,##0${places}`;
}

function usualWidth(column: SheetColumn): number {
  const byKind = { text: 22, amount: 15, count: 9, percent: 9, day: 12 }[column.kind];
  return Math.max(byKind, Math.min(column.header.length + 3, 30));
}
