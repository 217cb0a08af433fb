/** The Pareto of causes as the API, the command line and the workbook show it. */
import type { Day } from '#kernel/day.ts';
import { type Currency, formatMinor, formatMoney, parseCurrency } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { writeWorkbook } from '#platform/files/write-xlsx.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireCauseFact, WireCauses } from '../contract/causes.ts';
import { type ParetoLine, pareto } from '../rules/pareto.ts';
import { type CauseRow, causeRows } from '../store/cause-rows.ts';
import { type CauseFilter, causeCurrencies, causeTotals } from '../store/late-causes.ts';
import { causeWords as words, factNames, sideNames } from '../words/causes.ts';
import { causeNames } from '../words/names.ts';

/** In one currency: the one that is asked for, else the one with most facts. */
export async function readCauses(db: Queries, filter: CauseFilter): Promise<WireCauses> {
  const currencies = await causeCurrencies(db, filter);
  const code = filter.currency ?? currencies[0];
  if (code === undefined) {
    const unsaid = { disputes: 0, amount: '0.00' };
    return { currency: null, currencies, total: '0.00', lines: [], unsaid };
  }
  const totals = await causeTotals(db, { ...filter, currency: code });
  const named = totals.flatMap(({ cause, ...rest }) =>
    cause === null ? [] : [{ cause, ...rest }],
  );
  const unsaid = totals.find(({ cause }) => cause === null);
  const all = named.reduce((sum, { amount }) => sum + amount.minor, 0n);
  return {
    currency: code,
    currencies,
    total: written(all, code),
    lines: pareto(named).map(wireLine),
    unsaid: {
      disputes: unsaid?.disputes ?? 0,
      amount: written(unsaid?.amount.minor ?? 0n, code),
    },
  };
}

function written(minor: bigint, currency: Currency): string {
  return formatMoney({ minor, currency });
}

function wireLine({ amount, shareBps, runningBps, ...line }: ParetoLine) {
  return {
    ...line,
    amount: formatMoney(amount),
    sharePct: formatMinor(BigInt(shareBps), 2),
    runningPct: formatMinor(BigInt(runningBps), 2),
  };
}

export function wireFact({ amount, ...row }: CauseRow): WireCauseFact {
  return { ...row, amount: formatMoney(amount), currency: amount.currency };
}

/** Two sheets: what each cause comes to, and every case and item behind it. */
export async function causesFile(
  db: Queries,
  filter: CauseFilter,
  { language, today }: { readonly language: Language; readonly today: Day },
): Promise<FileAnswer> {
  const found = await readCauses(db, filter);
  const code = found.currency === null ? undefined : parseCurrency(found.currency);
  const page = { limit: 50_000, offset: 0 };
  const rows = await causeRows(db, { ...filter, currency: code }, page);
  const t = (name: keyof typeof words): string => words[name][language];
  const title = [t('title'), `${t('as_of')} ${today}`, found.currency ?? ''];
  const body = await writeWorkbook([
    {
      name: t('title'),
      title,
      columns: [
        { header: t('cause'), kind: 'text', width: 34 },
        { header: t('side'), kind: 'text', width: 14 },
        { header: t('disputes'), kind: 'count', total: true },
        { header: t('items'), kind: 'count', total: true },
        { header: t('amount'), kind: 'amount', total: true },
        { header: t('share'), kind: 'percent' },
        { header: t('running'), kind: 'percent' },
      ],
      rows: found.lines.map((line) => [
        causeNames[line.cause][language],
        sideNames[line.side][language],
        String(line.disputes),
        String(line.items),
        line.amount,
        line.sharePct,
        line.runningPct,
      ]),
      totalsLabel: t('total'),
    },
    {
      name: t('rows'),
      title: [],
      columns: [
        { header: t('cause'), kind: 'text', width: 34 },
        { header: t('kind'), kind: 'text' },
        { header: t('account'), kind: 'text' },
        { header: t('customer'), kind: 'text', width: 34 },
        { header: t('document'), kind: 'text', width: 24 },
        { header: t('found_on'), kind: 'day' },
        { header: t('amount'), kind: 'amount', total: true },
      ],
      rows: rows.map((row) => [
        row.cause === null ? t('not_said') : causeNames[row.cause][language],
        factNames[row.kind][language],
        row.account,
        row.name,
        row.document,
        row.foundOn,
        formatMoney(row.amount),
      ]),
      totalsLabel: t('total'),
    },
  ]);
  return { name: `causes-${today}.xlsx`, type: fileTypes.xlsx, body };
}
