/**
 * A pack as it is read: every number a text, every change a word and a tone, charts as pictures.
 *
 * The PDF, the mail and the screen show this one form, so that they cannot say different things.
 */
import { addDecimals, decimal, formatDecimal, fromInteger } from '#kernel/decimal.ts';
import type { Language } from '#kernel/words.ts';
import { writtenNumber } from '#kernel/written.ts';
import type {
  Pack,
  PackBlock,
  PackChart,
  PackColumn,
  PackFigure,
  PackTable,
} from '#platform/packs/maker.ts';
import type { SheetValue } from '#platform/files/write-xlsx.ts';
import { say } from '#platform/cli/say.ts';
import type { PrintedBlock, PrintedFigure } from '../../contract/printed.ts';
import { words } from '../../words/render.ts';
import { chartSvg } from './chart-svg.ts';
import { shownFigure } from './numbers.ts';

export function printedBlocks({ blocks }: Pack, language: Language): PrintedBlock[] {
  return blocks.map((block) => printed(block, language));
}

function printed(block: PackBlock, language: Language): PrintedBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', text: block.text, page: block.page ?? false };
    case 'text':
      return { kind: 'text', text: block.text, tone: block.tone ?? 'plain' };
    case 'figures':
      return { kind: 'figures', figures: block.figures.map((each) => figure(each, language)) };
    case 'table':
      return table(block, language);
    case 'chart':
      return chart(block, language);
  }
}

function figure(each: PackFigure, language: Language): PrintedFigure {
  const { label, value, note = '' } = each;
  const shown = (text: string): string => shownFigure(text, { ...each, language });
  const goal = each.goal === undefined || each.goal === null ? '' : shown(each.goal);
  return {
    label,
    value: value === null ? '—' : shown(value),
    ...changeOf(each, language),
    goal: goal === '' ? '' : say(words, 'render.goal', { goal }, language),
    goalTone: goalTone(each),
    note,
  };
}

type Tone = PrintedFigure['tone'];

/** `+$12,300 since last time`, good or bad by which way is better. */
function changeOf(
  { value, before, better, unit, currency }: PackFigure,
  language: Language,
): { change: string; tone: Tone } {
  if (value === null || before === undefined || before === null)
    return { change: '', tone: 'plain' };
  const moved = difference(value, before);
  if (/^-?0(\.0*)?$/u.test(moved)) {
    return { change: say(words, 'render.unchanged', {}, language), tone: 'plain' };
  }
  const rose = !moved.startsWith('-');
  const points = unit === 'percent' ? 'ratio' : unit;
  const shown = shownFigure(moved.replace('-', ''), { unit: points, currency, language });
  const change = say(words, 'render.change', { change: `${rose ? '+' : '−'}${shown}` }, language);
  if (better === undefined) return { change, tone: 'plain' };
  return { change, tone: rose === (better === 'up') ? 'good' : 'bad' };
}

function goalTone({ value, goal, better }: PackFigure): Tone {
  if (value === null || goal === undefined || goal === null || better === undefined) return 'plain';
  const behind = difference(value, goal).startsWith('-');
  const met =
    better === 'up' ? !behind : behind || difference(value, goal) === difference(goal, goal);
  return met ? 'good' : 'bad';
}

function difference(one: string, other: string): string {
  const sum = addDecimals(
    decimal(one),
    decimal(other.startsWith('-') ? other.slice(1) : `-${other}`),
  );
  return formatDecimal(sum, sum.scale);
}

function table(block: PackTable, language: Language): PrintedBlock {
  const places = block.columns.flatMap((column, at) => (column.sheetOnly ? [] : [at]));
  const columns = places.flatMap((at) => block.columns[at] ?? []);
  const cells = (row: readonly SheetValue[]): string[] =>
    places.map((at) => cell(row[at] ?? null, block.columns[at], language));
  const shown = block.rows.slice(0, block.shown ?? block.rows.length);
  const more = block.rows.length - shown.length;
  return {
    kind: 'table',
    name: block.name,
    columns: columns.map(({ header, kind, wide }) => ({
      header,
      right: kind !== 'text',
      wide: wide ?? false,
    })),
    rows: shown.map(cells),
    totals: block.totalsLabel === undefined ? [] : totals(block, places, language),
    totalRows: (block.totalRows ?? []).map(cells),
    marked: (block.marked ?? []).filter((at) => at < shown.length),
    more: more > 0 ? say(words, 'render.more', { count: more }, language) : '',
  };
}

function totals(block: PackTable, places: readonly number[], language: Language): string[] {
  return places.map((at, index) => {
    const column = block.columns[at];
    if (column?.total !== true) return index === 0 ? (block.totalsLabel ?? '') : '';
    const texts = block.rows.map((row) => textOf(row[at] ?? null)).filter((text) => text !== '');
    if (texts.length === 0 && block.rows.length > 0) return '';
    const sum = texts.reduce((total, text) => addDecimals(total, decimal(text)), fromInteger(0));
    return cell(formatDecimal(sum, sum.scale), column, language);
  });
}

function cell(value: SheetValue, column: PackColumn | undefined, language: Language): string {
  const text = textOf(value);
  if (text === '' || column === undefined) return text;
  if (column.kind === 'text' || column.kind === 'day') return text;
  const number = writtenNumber(text, language);
  return column.kind === 'percent' ? `${number} %` : number;
}

function textOf(value: SheetValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : value.value;
}

function chart(block: PackChart, language: Language): PrintedBlock {
  const { title, alt, unit, currency, series } = block;
  return {
    kind: 'chart',
    title,
    alt,
    svg: chartSvg(block, language),
    columns: ['', ...series.map(({ name }) => name)],
    rows: block.labels.map((label, at) => [
      label,
      ...series.map(({ values }) => {
        const value = values[at] ?? null;
        return value === null ? '' : shownFigure(value, { unit, currency, language });
      }),
    ]),
  };
}
