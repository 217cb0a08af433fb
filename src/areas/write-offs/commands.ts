/** `dunlin write-offs`: the register; with `--small` what a sweep would give up. */
import { companiesNamed, oneCompany } from '#areas/team/index.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { choiceOption, dayOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { readRegister, readSmall, registerColumns } from './answers/register.ts';
import { type WireSmallRest, writeOffStates } from './contract.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  state: { type: 'string' },
  small: { type: 'boolean', default: false },
  'cut-off': { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const how = values.json ? 'json' : values.csv ? 'csv' : 'table';
  if (values.small) {
    return showSmall(desk, values.company, dayOption('cut-off', values['cut-off']), how);
  }
  const filter = {
    companies: await companiesNamed(desk, values.company),
    from: dayOption('from', values.from),
    to: dayOption('to', values.to),
    state: choiceOption('state', values.state, writeOffStates) ?? 'all',
  };
  const found = await readRegister(desk.db, filter, { limit: null, offset: 0 }, desk.language);
  const columns = registerColumns(desk.language);
  if (how === 'json') desk.print(JSON.stringify({ asOf: desk.clock.today(), ...found }));
  else if (how === 'csv') desk.print(csvTable(columns, found.rows));
  else desk.print(found.rows.length === 0 ? text(desk, 'none') : textTable(columns, found.rows));
  return 0;
}

type How = 'json' | 'csv' | 'table';

async function showSmall(
  desk: CliDesk,
  code: string | undefined,
  cutOff: ReturnType<typeof dayOption>,
  how: How,
): Promise<Exit> {
  const company = await oneCompany(desk, code);
  const small = await readSmall(desk.db, company.companyId, cutOff, desk.clock.today());
  const columns = smallColumns(desk);
  if (how === 'json') {
    desk.print(JSON.stringify({ company: company.code, ...small }));
  } else if (how === 'csv') desk.print(csvTable(columns, small.rows));
  else {
    desk.print(small.rows.length === 0 ? text(desk, 'none_small') : textTable(columns, small.rows));
    const { count, weight, currency, cutOff: day } = small;
    desk.print(say(words, 'write_offs.would_go', { count, weight, currency, day }, desk.language));
  }
  return 0;
}

function smallColumns(desk: CliDesk): Column<WireSmallRest>[] {
  return [
    { title: text(desk, 'account'), text: (row) => row.account },
    { title: text(desk, 'document'), text: (row) => row.document },
    { title: text(desk, 'due'), text: (row) => row.dueOn },
    { title: text(desk, 'open'), right: true, text: (row) => row.open },
    { title: text(desk, 'currency'), text: (row) => row.currency },
    {
      title: text(desk, 'left_out'),
      text: (row) => (row.leftOut === null ? '' : text(desk, `left_out_${row.leftOut}`)),
    },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, `write_offs.${name}`, {}, desk.language);
}

export const writeOffCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'write-offs',
    usage:
      '[--from D] [--to D] [--state standing|reversed|all] [--small [--cut-off D]] ' +
      '[--company CODE] [--json | --csv]',
    summary: words['command.write-offs'],
    run,
  },
];
