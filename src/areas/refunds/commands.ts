/**
 * `dunlin refunds`: refunds under way; with `--credits` what may be paid back and by which clock,
 * with `--files` what went to the bank, with `--packs` the rules that watch.
 */
import { companiesNamed } from '#areas/team/index.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { choiceOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { wirePacks } from './answers/packs.ts';
import { checkCommands } from './commands/checks.ts';
import { wireCredits, wirePayout, wireRefunds } from './answers/wire.ts';
import type { WireCredit, WireRefund } from './contract/shapes.ts';
import { refundStates } from './rules/refund.ts';
import { payouts } from './store/payments.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  state: { type: 'string' },
  all: { type: 'boolean', default: false },
  credits: { type: 'boolean', default: false },
  files: { type: 'boolean', default: false },
  packs: { type: 'boolean', default: false },
} as const;

const most = 10_000;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const companies = await companiesNamed(desk, values.company);
  const reader = { today: desk.clock.today(), language: desk.language };
  const how = { json: values.json, csv: values.csv };
  if (values.credits) {
    const rows = await wireCredits(desk.db, { companies }, reader);
    return print(desk, how, creditColumns(desk), rows);
  }
  if (values.files) {
    const made = await payouts(desk.db, { companies }, most);
    const rows = made.map(wirePayout);
    const columns = [
      { title: text(desk, 'on'), text: (row: (typeof rows)[number]) => row.madeOn },
      { title: text(desk, 'file'), text: (row: (typeof rows)[number]) => row.fileName },
      { title: text(desk, 'count'), text: (row: (typeof rows)[number]) => String(row.payments) },
      { title: text(desk, 'amount'), text: (row: (typeof rows)[number]) => row.total },
    ];
    return print(desk, how, columns, rows);
  }
  if (values.packs) {
    const rows = await wirePacks(desk.db, desk.language);
    const columns = [
      { title: text(desk, 'pack'), text: (row: (typeof rows)[number]) => row.name },
      { title: text(desk, 'law'), text: (row: (typeof rows)[number]) => row.citation },
      {
        title: text(desk, 'on_off'),
        text: (row: (typeof rows)[number]) => yesNo(desk, row.enabled),
      },
      { title: text(desk, 'asks'), text: (row: (typeof rows)[number]) => row.asks },
    ];
    return print(desk, how, columns, rows);
  }
  const state = choiceOption('state', values.state, refundStates);
  const filter = { companies, state, open: !values.all && state === undefined };
  return print(desk, how, refundColumns(desk), await wireRefunds(desk.db, filter, most, reader));
}

type How = { readonly json: boolean; readonly csv: boolean };

function print<Row>(desk: CliDesk, how: How, columns: Column<Row>[], rows: readonly Row[]): Exit {
  if (how.json) desk.print(JSON.stringify({ asOf: desk.clock.today(), rows }));
  else if (how.csv) desk.print(csvTable(columns, rows));
  else desk.print(rows.length === 0 ? text(desk, 'none') : textTable(columns, rows));
  return 0;
}

function creditColumns(desk: CliDesk): Column<WireCredit>[] {
  return [
    { title: text(desk, 'account'), text: (row) => row.account },
    { title: text(desk, 'name'), text: (row) => row.name },
    { title: text(desk, 'credit'), text: (row) => row.document },
    { title: text(desk, 'origin'), text: (row) => text(desk, `origin_${row.origin}`) },
    { title: text(desk, 'amount'), right: true, text: (row) => row.available },
    { title: text(desk, 'currency'), text: (row) => row.currency },
    { title: text(desk, 'clock'), text: (row) => clockText(desk, row.clock) },
  ];
}

function refundColumns(desk: CliDesk): Column<WireRefund>[] {
  return [
    { title: text(desk, 'account'), text: (row) => row.account },
    { title: text(desk, 'name'), text: (row) => row.name },
    { title: text(desk, 'amount'), right: true, text: (row) => row.amount },
    { title: text(desk, 'currency'), text: (row) => row.currency },
    { title: text(desk, 'way'), text: (row) => row.method },
    { title: text(desk, 'state'), text: (row) => text(desk, `state_${row.state}`) },
    { title: text(desk, 'clock'), text: (row) => clockText(desk, row.clock) },
    { title: text(desk, 'id'), text: (row) => row.refundId },
  ];
}

function clockText(desk: CliDesk, clock: WireCredit['clock']): string {
  if (clock === null) return '';
  const { day, of, dueOn } = clock;
  return say(words, 'refunds.clock_day', { day, of, dueOn }, desk.language);
}

function yesNo(desk: CliDesk, is: boolean): string {
  return text(desk, is ? 'is_on' : 'is_off');
}

function text(desk: CliDesk, name: string): string {
  return say(words, `refunds.${name}`, {}, desk.language);
}

export const refundCommands: readonly Command[] = [
  ...checkCommands,
  {
    on: 'desk',
    name: 'refunds',
    usage:
      `[--credits | --files | --packs] [--state ${refundStates.join('|')}] [--all] ` +
      '[--company CODE] [--json | --csv]',
    summary: words['command.refunds'],
    run,
  },
];
