/**
 * An answer as a file: CSV, a workbook with totals that recompute, or a PDF.
 *
 * Totals are by currency; a file that had to be cut says so in its title.
 */
import { addDecimals, decimal, formatDecimal, type Decimal } from '#kernel/decimal.ts';
import type { Language } from '#kernel/words.ts';
import type { Report, ReportColumn, ReportFormat, ReportRow } from '#platform/cli/report.ts';
import { renderReport } from '#platform/cli/report.ts';
import { say } from '#platform/cli/say.ts';
import type { SheetSums } from '#platform/files/write-xlsx.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import type { Shown } from '../rules/question.ts';
import { words } from '../words.ts';
import type { Asked } from './ask.ts';
import { currencyOf, namesOf, titleOf, typeOf, wireAnswer } from './wire.ts';

/** Most rows of a file: what a workbook opens quickly, what somebody prints. */
export const mostRows = { csv: 200_000, xlsx: 50_000, pdf: 2000, table: 2000, json: 50_000 };

/** The report of an answer, as every format takes it. */
export function reportOf(
  asked: Asked,
  {
    name,
    title,
    language,
  }: { readonly name: string; readonly title: string; readonly language: Language },
): Report {
  const { question, rows, more } = asked;
  const lines = [say(words, 'datasets.as_of', { day: question.asOf }, language)];
  const cut = more ? say(words, 'datasets.cut', { count: rows.length }, language) : undefined;
  if (cut !== undefined) lines.push(cut);
  const shown = question.shown;
  const names = shown.map((each) => namesOf(each, language));
  return {
    fileName: `${name}-${question.asOf}`,
    title: [title, ...lines],
    columns: shown.map((each) => ({
      header: titleOf(each, language),
      kind: kindOf(each),
      ...decimalsFor(each),
    })),
    rows: rows.map((row) => row.map((cell, at) => names[at]?.[cell ?? ''] ?? cell ?? '')),
    totals: totals(asked, language),
    sums: sumsOf(shown),
    ...(cut === undefined ? {} : { cut }),
    json: wireAnswer(asked, language),
  };
}

/** The report as a download. */
export async function reportFile(
  report: Report,
  format: 'csv' | 'xlsx' | 'pdf',
  language: Language,
): Promise<FileAnswer> {
  const body = await renderReport(report, format satisfies ReportFormat, language);
  const cut = report.cut === undefined ? {} : { cutAfter: report.rows.length };
  return { name: `${report.fileName}.${format}`, type: mediaTypes[format], body, ...cut };
}

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

function kindOf(shown: Shown): ReportColumn['kind'] {
  const type = typeOf(shown);
  if (type === 'money' || type === 'percent') return 'amount';
  if (type === 'count') return 'count';
  return type === 'day' ? 'day' : 'text';
}

/** Only what may be added up is: money listed, sums, and counts of rows. */
function isAdded(shown: Shown): boolean {
  if (!('measure' in shown)) return shown.column.type === 'money';
  return shown.measure === 'sum' || shown.measure === 'count';
}

/** The places of the columns that say the currency of those that are added up, or none. */
function currencyPlace(shown: readonly Shown[]): number {
  const names = new Set(
    shown
      .filter(isAdded)
      .map(currencyOf)
      .filter((name) => name !== null),
  );
  const [name] = names;
  return names.size === 1 ? shown.findIndex(({ key }) => key === name) : -1;
}

function sumsOf(shown: readonly Shown[]): SheetSums {
  const place = currencyPlace(shown);
  const columns = shown.flatMap((each, at) => (isAdded(each) ? [at] : []));
  return { columns, by: place === -1 ? null : place };
}

/** A row a currency; none when it is not known in which currency something is. */
function totals({ question: { shown }, rows }: Asked, language: Language): ReportRow[] {
  const place = currencyPlace(shown);
  const money = shown.some((each) => isAdded(each) && currencyOf(each) !== null);
  if (!shown.some(isAdded) || rows.length === 0 || (money && place === -1)) return [];
  const sums = new Map<string, Map<number, Decimal>>();
  for (const row of rows) {
    const code = place === -1 ? '' : (row[place] ?? '');
    const line = sums.get(code) ?? new Map<number, Decimal>();
    sums.set(code, line);
    for (const [at, each] of shown.entries()) {
      const cell = row[at];
      if (!isAdded(each) || cell === null || cell === undefined) continue;
      const before = line.get(at);
      line.set(at, before ? addDecimals(before, decimal(cell)) : decimal(cell));
    }
  }
  return [...sums].toSorted(byCode).map(([code, line]) =>
    shown.map((_, at) => {
      const sum = line.get(at);
      if (sum) return formatDecimal(sum, sum.scale);
      if (at === place) return code;
      return at === 0 ? words['datasets.total'][language] : '';
    }),
  );
}

function byCode([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function decimalsFor(shown: Shown): { readonly decimals?: number } {
  return 'measure' in shown && typeOf(shown) === 'percent' ? { decimals: 4 } : {};
}
