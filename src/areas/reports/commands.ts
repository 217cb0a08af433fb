/** `dunlin aging` and `dunlin compare`. */
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { type AgingAnswer } from './answers/aging.ts';
import { agingOptions, agingUsage, askAging } from './commands/aging-arguments.ts';
import { severalCompanies } from './commands/company-column.ts';
import { compareCommand } from './commands/compare.ts';
import type { AgingRow } from './contract.ts';

async function runAging(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, { ...formatOptions, ...agingOptions });
  const answer = await askAging(values, desk);
  if (values.json) desk.print(JSON.stringify(answer));
  else
    desk.print(
      (values.csv ? csvTable : textTable)(columns(answer), withTotals(answer, !values.csv)),
    );
  return 0;
}

function columns(answer: AgingAnswer): Column<AgingRow>[] {
  return [
    { title: 'account', text: (row) => row.account ?? row.customer ?? row.key },
    { title: 'name', text: (row) => row.name },
    ...severalCompanies(answer.rows),
    { title: 'currency', text: (row) => row.currency },
    ...answer.buckets.map((title, index) => ({
      title,
      right: true,
      text: (row: AgingRow) => row.buckets[index] ?? '',
    })),
    { title: 'unapplied', right: true, text: (row) => row.unapplied },
    { title: 'balance', right: true, text: (row) => row.balance },
  ];
}

function withTotals(answer: AgingAnswer, wanted: boolean): AgingRow[] {
  if (!wanted) return answer.rows;
  const totals = answer.totals.map((total) => ({
    ...total,
    key: 'total',
    accountId: null,
    account: 'TOTAL',
    customer: null,
    name: '',
    company: null,
    collector: null,
    overdue: '',
    oldestDays: 0,
    items: 0,
    flags: [],
  }));
  return [...answer.rows, ...totals];
}

export const reportCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'aging',
    usage: `${agingUsage} [--json | --csv]`,
    summary: {
      en: 'The aging, as of any day, as known at any moment',
      es: 'La antigüedad de saldos, a cualquier día y según lo conocido en cualquier momento',
    },
    run: runAging,
  },
  compareCommand,
];
