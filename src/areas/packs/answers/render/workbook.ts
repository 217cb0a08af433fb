/**
 * A pack as a workbook: its figures on the first sheet, then a sheet a table and a sheet a chart.
 *
 * Totals, differences and what a maker gave a formula are formulas; changed cells recompute. Each
 * table has a sheet of its own, so that amounts of two currencies never meet in one column.
 */
import { addDecimals, decimal, formatDecimal } from '#kernel/decimal.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import {
  type Sheet,
  type SheetColumn,
  type SheetValue,
  writeWorkbook,
} from '#platform/files/write-xlsx.ts';
import type { Pack, PackChart, PackColumn, PackFigure, PackTable } from '#platform/packs/maker.ts';
import { words } from '../../words/render.ts';

export async function workbookOf(
  pack: Pack,
  stamp: string,
  language: Language,
): Promise<Uint8Array> {
  const figures = pack.blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []));
  const sheets = pack.blocks.flatMap((block) => {
    if (block.kind === 'table') return [tableSheet(block, [pack.title, stamp])];
    return block.kind === 'chart' ? [chartSheet(block, [pack.title, stamp])] : [];
  });
  const all = [
    ...(figures.length === 0 ? [] : [figureSheet(figures, [pack.title, stamp], language)]),
    ...sheets,
  ];
  return writeWorkbook(all.length === 0 ? [emptySheet(pack, stamp)] : all);
}

function figureSheet(
  figures: readonly PackFigure[],
  title: readonly string[],
  language: Language,
): Sheet {
  const said = (key: string): string => say(words, key, {}, language);
  const column = (key: string): SheetColumn => ({ header: said(key), kind: 'amount' });
  return {
    name: said('render.figures'),
    title,
    columns: [
      { header: said('render.figure'), kind: 'text', width: 38 },
      column('render.value'),
      { header: '', kind: 'text', width: 10 },
      column('render.before'),
      column('render.difference'),
      column('render.goal_column'),
      { header: said('render.note'), kind: 'text', width: 60 },
    ],
    rows: figures.map(({ label, value, unit, currency, before = null, goal = null, note = '' }) => [
      label,
      value,
      unit === 'money' ? currency : unitSign(unit),
      before,
      value === null || before === null
        ? null
        : { formula: 'B{row}-D{row}', value: minus(value, before) },
      goal,
      note,
    ]),
  };
}

function unitSign(unit: PackFigure['unit']): string {
  if (unit === 'percent') return '%';
  return unit === 'days' ? 'd' : '';
}

function minus(one: string, other: string): string {
  const less = other.startsWith('-') ? other.slice(1) : `-${other}`;
  const sum = addDecimals(decimal(one), decimal(less));
  return formatDecimal(sum, sum.scale);
}

function tableSheet(
  { name, columns, rows, totalsLabel, totalRows, sums }: PackTable,
  title: readonly string[],
): Sheet {
  return {
    name,
    title,
    columns: columns.map(sheetColumn),
    rows,
    ...(totalsLabel === undefined ? {} : { totalsLabel }),
    ...(totalRows === undefined ? {} : { totalRows }),
    ...(sums === undefined ? {} : { sums }),
  };
}

function sheetColumn({ header, kind, total, wide }: PackColumn): SheetColumn {
  const plain: SheetColumn = { header, kind: kind === 'days' ? 'count' : kind };
  return { ...plain, ...(total ? { total } : {}), ...(wide ? { width: 34 } : {}) };
}

function chartSheet({ title: name, labels, series }: PackChart, title: readonly string[]): Sheet {
  return {
    name,
    title,
    columns: [
      { header: '', kind: 'text', width: 22 },
      ...series.map((each): SheetColumn => ({ header: each.name, kind: 'amount' })),
    ],
    rows: labels.map((label, at): SheetValue[] => [
      label,
      ...series.map(({ values }) => values[at] ?? null),
    ]),
  };
}

function emptySheet({ title, summary }: Pack, stamp: string): Sheet {
  return {
    name: title,
    title: [title, stamp],
    columns: [{ header: '', kind: 'text', width: 80 }],
    rows: summary.map((line) => [line]),
  };
}
