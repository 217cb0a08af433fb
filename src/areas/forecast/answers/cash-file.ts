/**
 * The cash forecast as a file: CSV for programs, a workbook for a treasurer, a sheet a currency
 * with sums that recompute.
 */
import type { Language } from '#kernel/words.ts';
import { csvTable } from '#platform/cli/table.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { type Sheet, writeWorkbook } from '#platform/files/write-xlsx.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import type { CashCurrency } from '../contract.ts';
import { words } from '../words.ts';
import type { CashAnswer } from './cash.ts';

type Row = CashCurrency['weeks'][number] & { readonly currency: string };

const columns = ['habit', 'promise', 'plan', 'expected', 'p10', 'p50', 'p90', 'planned'] as const;

export async function cashFile(
  answer: CashAnswer,
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<FileAnswer> {
  const name = `cash-forecast-${answer.madeOn}.${format}`;
  if (format === 'csv') {
    const body = `\uFEFF${cashCsv(answer, language)}\n`;
    return { name, type: fileTypes.csv, body };
  }
  const sheets = answer.currencies.map((each) => sheet(each, answer, language));
  return {
    name,
    type: fileTypes.xlsx,
    body: await writeWorkbook(sheets.length > 0 ? sheets : [empty(language)]),
  };
}

const say = (language: Language) => (key: keyof typeof words) => words[key][language];

export function cashCsv(answer: CashAnswer, language: Language): string {
  const t = say(language);
  const rows = answer.currencies.flatMap(({ currency, weeks }) =>
    weeks.map((week): Row => ({ currency, ...week })),
  );
  return csvTable<Row>(
    [
      { title: t('forecast.week'), text: ({ weekStart }) => weekStart },
      { title: t('forecast.currency'), text: ({ currency }) => currency },
      ...columns.map((column) => ({
        title: t(`forecast.${column}`),
        text: (row: Row) => row[column],
      })),
    ],
    rows,
  );
}

function sheet(each: CashCurrency, { madeOn }: CashAnswer, language: Language): Sheet {
  const t = say(language);
  const blank = columns.slice(4).map(() => '');
  const rest = (['later', 'doubtful', 'disputed', 'left'] as const).map((key) => [
    t(`forecast.${key}`),
    '',
    '',
    '',
    each[key],
    ...blank,
  ]);
  return {
    name: `${t('forecast.title')} ${each.currency}`,
    title: [
      `${t('forecast.title')} · ${each.currency}`,
      t('forecast.made_on').replace('{day}', madeOn),
    ],
    columns: [
      { header: t('forecast.week'), kind: 'text', width: 22 },
      ...columns.slice(0, 4).map((column) => ({
        header: t(`forecast.${column}`),
        kind: 'amount' as const,
        total: true as const,
      })),
      ...columns.slice(4).map((column) => ({
        header: t(`forecast.${column}`),
        kind: 'amount' as const,
      })),
    ],
    rows: [
      ...each.weeks.map((week) => [week.weekStart, ...columns.map((column) => week[column])]),
      ...rest,
    ],
    totalsLabel: t('forecast.open'),
  };
}

function empty(language: Language): Sheet {
  const t = say(language);
  return {
    name: t('forecast.title'),
    title: [t('forecast.title')],
    columns: [{ header: t('forecast.week'), kind: 'text', width: 22 }],
    rows: [],
    totalsLabel: '',
  };
}
