/**
 * How a sheet looks and what may be typed into it: styles, number formats, lists, tones.
 *
 * A locked sheet keeps nobody honest, it keeps hands from slipping; what may be edited is yellow.
 */
import type { CellStyle, ConditionalRule, DataValidation } from 'hucre/xlsx';
import type { Sheet, SheetColumn, SheetMark } from './write-xlsx.ts';

/** `D`: how a spreadsheet calls the column counted from 0. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}

export const titleStyle: CellStyle = { font: { bold: true, size: 14 }, numFmt: '@' };
export const subtitleStyle: CellStyle = { font: { color: { rgb: '5B6472' } }, numFmt: '@' };
export const line = { style: 'thin', color: { rgb: '9AA3AF' } } as const;

export const editableFill: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8DC' } },
  protection: { locked: false },
};

export function headerStyle(column: SheetColumn): CellStyle {
  const rgb = column.editable ? 'F5DF9B' : 'E6EBF1';
  return {
    font: { bold: true, color: { rgb: '1F2933' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
    border: { bottom: line },
    alignment: { horizontal: column.kind === 'text' ? 'left' : 'right', wrapText: true },
    numFmt: '@',
  };
}

export function numberFormat(column: SheetColumn): string {
  if (column.kind === 'text') return '@';
  if (column.kind === 'day') return 'yyyy-mm-dd';
  const decimals = column.decimals ?? (column.kind === 'count' ? 0 : 2);
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  if (column.kind === 'percent') return `0${places}"%"`;
  return `#,##0${places};[Red]-#,##0${places}`;
}

export function usualWidth(column: SheetColumn): number {
  const byKind = { text: 22, amount: 15, count: 9, percent: 9, day: 12 }[column.kind];
  return Math.max(byKind, Math.min(column.header.length + 3, 30));
}

type Rows = { readonly first: number; readonly last: number };

/** What may be typed: one of a list, a day since 1950, a number. */
export function validations(
  columns: readonly SheetColumn[],
  { first, last }: Rows,
): DataValidation[] {
  return columns.flatMap((column, at): DataValidation[] => {
    if (!column.editable) return [];
    const letter = columnLetter(at);
    const range = `${letter}${first}:${letter}${last}`;
    const usual = { range, allowBlank: true, showErrorMessage: true };
    if (column.list !== undefined) return [{ ...usual, type: 'list', formula1: column.list }];
    if (column.kind === 'day') {
      return [{ ...usual, type: 'date', operator: 'greaterThan', formula1: '18264' }];
    }
    if (column.kind === 'text') return [];
    const largest = '999999999999999';
    return [
      {
        ...usual,
        type: 'decimal',
        operator: 'between',
        formula1: `-${largest}`,
        formula2: largest,
      },
    ];
  });
}

const tones: Readonly<Record<SheetMark['tone'], CellStyle>> = {
  bad: { font: { color: { rgb: 'B42318' } } },
  warn: { font: { color: { rgb: '93590A' } } },
  good: { font: { color: { rgb: '1B6B3A' } } },
};

export function markRules(
  { marks = [], columns }: Sheet,
  { first, last }: Rows,
): ConditionalRule[] {
  return marks.map(({ formula, tone, column }, at) => {
    const from = columnLetter(column ?? 0);
    const to = columnLetter(column ?? columns.length - 1);
    return {
      type: 'expression',
      priority: at + 1,
      formula: formula.replaceAll('{row}', String(first)),
      range: `${from}${first}:${to}${last}`,
      style: tones[tone],
    };
  });
}
