/** `dunlin forecast alerts`: early warnings about accounts. */
import { companiesNamed } from '#areas/team/index.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { choiceOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { warningKinds } from '../rules/warnings.ts';
import { wireAlert } from '../answers/alert.ts';
import type { AlertWire } from '../contract/accounts.ts';
import { alertsPage } from '../store/alerts.ts';

const states = ['open', 'acknowledged', 'over', 'all'] as const;
const options = {
  ...formatOptions,
  state: { type: 'string' },
  kind: { type: 'string' },
  company: { type: 'string' },
} as const;

export const alertsCommand: Command = {
  name: 'forecast alerts',
  usage: `[--state ${states.join('|')}] [--kind KIND] [--company CODE] [--json|--csv]`,
  summary: {
    en: 'early warnings: who pays slower, passes an invoice over, fell silent, breaks promises',
    es: 'avisos tempranos: quién paga más tarde, omite una factura, calla o incumple promesas',
  },
  on: 'desk',
  run,
};

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const state = choiceOption('state', values.state, states) ?? 'open';
  const asked = {
    companies: await companiesNamed(desk, values.company),
    state: state === 'all' ? null : state,
    kind: choiceOption('kind', values.kind, warningKinds) ?? null,
    collectorId: null,
    accountId: null,
  };
  const found = await alertsPage(desk.db, asked, { limit: 10_000, offset: 0 });
  const rows = found.rows.map(wireAlert);
  if (values.json) desk.print(JSON.stringify({ rows }));
  else desk.print((values.csv ? csvTable : textTable)(columns, rows));
  return 0;
}

const columns: readonly Column<AlertWire>[] = [
  { title: 'raised', text: ({ raisedOn }) => raisedOn },
  { title: 'account', text: ({ account }) => account },
  { title: 'name', text: ({ name }) => name },
  { title: 'at risk', right: true, text: ({ stake }) => stake?.atRisk ?? '' },
  { title: 'open', right: true, text: ({ stake }) => stake?.open ?? '' },
  { title: 'currency', text: ({ stake }) => stake?.currency ?? '' },
  { title: 'kind', text: ({ kind }) => kind },
  { title: 'facts', text: ({ facts }) => Object.values(facts).join(' · ') },
  { title: 'state', text: ({ state }) => state },
];
