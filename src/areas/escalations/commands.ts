/** `dunlin escalations`: what was handed up and waits, or what ended with `--ended`. */
import { companiesNamed } from '#areas/team/index.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { wireEscalation } from './answers/wire.ts';
import type { WireEscalation } from './contract.ts';
import { escalationsOf } from './store/escalations.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  ended: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const companies = await companiesNamed(desk, values.company);
  const found = await escalationsOf(desk.db, { companies, ended: values.ended });
  const rows = found.map((each) => wireEscalation(each, null));
  if (values.json) desk.print(JSON.stringify({ asOf: desk.clock.today(), rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'none') : textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireEscalation>[] {
  return [
    { title: text(desk, 'due'), text: (row) => row.dueOn },
    { title: text(desk, 'account'), text: (row) => row.account },
    { title: text(desk, 'asker'), text: (row) => row.asker },
    { title: text(desk, 'addressee'), text: (row) => row.addressee },
    { title: text(desk, 'state'), text: (row) => text(desk, `state_${row.state}`) },
    { title: text(desk, 'question'), text: (row) => row.question },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, `escalations.${name}`, {}, desk.language);
}

export const escalationCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'escalations',
    usage: '[--company CODE] [--ended] [--json | --csv]',
    summary: words['command.escalations'],
    run,
  },
];
