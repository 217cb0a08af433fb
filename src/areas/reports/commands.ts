/** `dunlin aging`. */
import { parseBuckets } from '#areas/ledger/rules/aging.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import {
  choiceOption,
  dayOption,
  formatOptions,
  instantOption,
  readOptions,
} from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { type AgingAnswer, readAging } from './answers/aging.ts';
import type { AgingRow } from './contract.ts';

const agingOptions = {
  ...formatOptions,
  'as-of': { type: 'string' },
  'known-at': { type: 'string' },
  by: { type: 'string' },
  basis: { type: 'string' },
  buckets: { type: 'string' },
  company: { type: 'string' },
} as const;

async function runAging(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, agingOptions);
  const edges = parseBuckets(values.buckets ?? '0,30,60,90,120');
  if (!edges.ok)
    throw new WrongUsage(`--buckets takes rising days such as 0,30,60; not "${values.buckets}"`);
  const by =
    choiceOption('by', values.by, [
      'account',
      'customer',
      'family',
      'collector',
      'company',
      'currency',
    ] as const) ?? 'account';
  const answer = await readAging(
    desk.db,
    {
      asOf: dayOption('as-of', values['as-of']) ?? desk.clock.today(),
      knownAt: instantOption('known-at', values['known-at']) ?? null,
      by,
      basis: choiceOption('basis', values.basis, ['due', 'invoice'] as const) ?? 'due',
      edges: edges.value,
      companies: await companiesNamed(desk, values.company),
      collectorId: null,
      search: null,
      flag: null,
    },
    {
      sort: { column: by === 'account' ? 'account' : 'name' },
      descending: false,
      limit: null,
      offset: 0,
    },
    desk.clock.now(),
  );
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
    usage:
      '[--as-of DAY] [--known-at TIME] [--by account|customer|family|collector|company|currency] ' +
      '[--basis due|invoice] [--buckets 0,30,60,90,120] [--company CODE] [--json | --csv]',
    summary: {
      en: 'The aging, as of any day, as known at any moment',
      es: 'La antigüedad de saldos, a cualquier día y según lo conocido en cualquier momento',
    },
    run: runAging,
  },
];
