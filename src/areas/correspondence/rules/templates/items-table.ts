/**
 * The table of the invoices that a message speaks of, as text and as HTML.
 *
 * Each currency has its own total; when less is asked than the invoices add up to, the line
 * between says so, so that the reader can add up what stands there.
 */
import { isZero, minus, type Money, sum } from '#kernel/money.ts';
import type { Day } from '#kernel/day.ts';
import type { Language, Phrase } from '#kernel/words.ts';
import { shortDay, writtenMoney } from '#kernel/written.ts';
import { type Block, escaped } from './layout.ts';

export type TableItem = {
  readonly number: string;
  readonly po: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly daysLate: number;
  readonly amount: Money;
  /** What is asked of it. */
  readonly open: Money;
};

const heads: readonly { readonly says: Phrase; readonly right: boolean }[] = [
  { says: { en: 'Invoice', es: 'Factura' }, right: false },
  { says: { en: 'Date', es: 'Fecha' }, right: false },
  { says: { en: 'Due', es: 'Vencimiento' }, right: false },
  { says: { en: 'Days late', es: 'Días de atraso' }, right: true },
  { says: { en: 'Amount', es: 'Importe' }, right: true },
];
const lessSaid: Phrase = {
  en: 'Less credits and amounts not asked for',
  es: 'Menos créditos e importes que no se reclaman',
};
const totalSaid: Phrase = { en: 'Total due', es: 'Total por pagar' };

/** The items with their totals; `asked` is what is asked in each currency. */
export function itemsTable(
  items: readonly TableItem[],
  asked: readonly Money[],
  language: Language,
): Block {
  const rows = items.map((item) => [
    item.number,
    shortDay(item.issuedOn, language),
    shortDay(item.dueOn, language),
    item.daysLate > 0 ? `${item.daysLate}` : '',
    writtenMoney(item.open, language),
  ]);
  const sums = asked.flatMap((total) => sumLines(items, total, language));
  return { text: textOf(rows, sums, language), html: htmlOf(rows, sums, language) };
}

type Sum = { readonly label: string; readonly amount: string };

function sumLines(items: readonly TableItem[], total: Money, language: Language): Sum[] {
  const mine = items.filter(({ open }) => open.currency === total.currency);
  const less = minus(
    total,
    sum(
      mine.map(({ open }) => open),
      total.currency,
    ),
  );
  const line = (said: Phrase, amount: Money): Sum => ({
    label: said[language],
    amount: writtenMoney(amount, language),
  });
  return isZero(less) ? [line(totalSaid, total)] : [line(lessSaid, less), line(totalSaid, total)];
}

function textOf(rows: readonly string[][], sums: readonly Sum[], language: Language): string {
  const all = [heads.map(({ says }) => says[language]), ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return heads[column]?.right ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  const whole = widths.reduce((total, width) => total + width, 0) + 2 * (widths.length - 1);
  const ends = sums.map(
    ({ label, amount }) =>
      label + amount.padStart(Math.max(whole - label.length, amount.length + 2)),
  );
  return [lines[0], '-'.repeat(whole), ...lines.slice(1), '-'.repeat(whole), ...ends].join('\n');
}

const cellStyle = 'padding:4px 12px 4px 0;border-bottom:1px solid #d0d0d0;';

function htmlOf(rows: readonly string[][], sums: readonly Sum[], language: Language): string {
  const align = (column: number): string =>
    heads[column]?.right ? 'text-align:right;' : 'text-align:left;';
  const head = heads.map(
    ({ says }, column) =>
      `<th scope="col" style="${cellStyle}${align(column)}">${escaped(says[language])}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map(
      (cell, column) => `<td style="${cellStyle}${align(column)}">${escaped(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const foot = sums.map(
    ({ label, amount }) =>
      `<tr><th scope="row" colspan="${heads.length - 1}" style="${cellStyle}text-align:left;">` +
      `${escaped(label)}</th><td style="${cellStyle}text-align:right;"><b>${escaped(amount)}</b>` +
      `</td></tr>`,
  );
  return (
    `<table style="border-collapse:collapse;"><thead><tr>${head.join('')}</tr></thead>` +
    `<tbody>${body.join('')}</tbody><tfoot>${foot.join('')}</tfoot></table>`
  );
}
