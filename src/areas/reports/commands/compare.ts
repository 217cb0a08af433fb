/** `dunlin compare`: what changed between two moments. */
import { formatMoney, money } from '#kernel/money.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { type CompareAnswer, readBuckets, readCompare } from '../answers/compare.ts';
import type { CompareRow } from '../contract/compare.ts';
import { changeColumns } from '../rules/compare.ts';
import { askCompare, compareOptions, compareUsage } from './compare-arguments.ts';
import { severalCompanies } from './company-column.ts';

async function runCompare(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, { ...formatOptions, ...compareOptions });
  const { question, page } = await askCompare(values, desk);
  const now = desk.clock.now();
  const answer = await readCompare(desk.db, question, page, now);
  if (values.json) {
    const { currencies } = await readBuckets(desk.db, question, now);
    desk.print(JSON.stringify({ ...answer, buckets: currencies }));
  } else if (values.csv) {
    desk.print(csvTable(columns(answer), answer.rows));
  } else {
    desk.print(textTable(columns(answer), withTotals(answer)));
  }
  return 0;
}

const figures = ['opening', ...changeColumns, 'closing', 'change'] as const;

function columns({ rows }: CompareAnswer): Column<CompareRow>[] {
  return [
    { title: 'account', text: (row) => row.account ?? row.customer ?? row.key },
    { title: 'name', text: (row) => row.name },
    ...severalCompanies(rows),
    { title: 'currency', text: (row) => row.currency },
    ...figures.map((name) => ({
      title: titles[name],
      right: true,
      text: (row: CompareRow) => row[name],
    })),
    { title: 'late', right: true, text: (row) => row.late },
  ];
}

const titles: Readonly<Record<(typeof figures)[number], string>> = {
  opening: 'opening',
  invoiced: 'invoiced',
  cash: 'cash',
  credits: 'credits',
  writeOffs: 'write-offs',
  moved: 'moved',
  corrections: 'corrections',
  closing: 'closing',
  change: 'change',
};

/** The lines without change as one, then the totals: they add up from top to bottom. */
function withTotals(answer: CompareAnswer): CompareRow[] {
  const nobody = { accountId: null, customer: null, name: '', company: null, collector: null };
  const still = answer.totals
    .filter(({ unchanged }) => unchanged > 0)
    .map(({ currency, still: amount, unchanged }) => {
      const zero = formatMoney(money(0n, currency));
      return {
        ...nobody,
        key: `unchanged ${currency}`,
        account: 'UNCHANGED',
        name: String(unchanged),
        currency,
        opening: amount,
        invoiced: zero,
        cash: zero,
        credits: zero,
        writeOffs: zero,
        moved: zero,
        corrections: zero,
        late: zero,
        closing: amount,
        change: zero,
        facts: 0,
      };
    });
  const totals = answer.totals.map((total) => ({
    ...nobody,
    ...total,
    key: `total ${total.currency}`,
    account: 'TOTAL',
    facts: 0,
  }));
  return [...answer.rows, ...still, ...totals];
}

export const compareCommand: Command = {
  on: 'desk',
  name: 'compare',
  usage: `${compareUsage} [--json | --csv]`,
  summary: {
    en: 'What changed between two moments; since Friday unless told',
    es: 'Qué cambió entre dos momentos; desde el viernes si no se indica',
  },
  run: runCompare,
};
