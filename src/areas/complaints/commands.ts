/** `dunlin complaints`: the register on the command line. */
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { choiceOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { complaintStates, isLate } from './rules/complaint.ts';
import { type ListedComplaint, complaintsOf } from './store/complaints.ts';
import { classNames, commandWords as words, severityNames, stateNames } from './words/names.ts';

const options = {
  ...formatOptions,
  state: { type: 'string' },
  company: { type: 'string' },
  late: { type: 'boolean', default: false },
} as const;

type Row = ListedComplaint & { readonly late: boolean };

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const state = choiceOption('state', values.state, complaintStates);
  const companies = await companiesNamed(desk, values.company);
  const today = desk.clock.today();
  const found = await complaintsOf(desk.db, { companies, state });
  const rows = found
    .map((row) => ({ ...row, late: isLate(row, today) }))
    .filter(({ late }) => late || !values.late);
  if (values.json) desk.print(JSON.stringify({ asOf: today, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? words.none[desk.language] : textTable(columns(desk), rows));
  return 0;
}

function columns({ language }: CliDesk): Column<Row>[] {
  const title = (name: keyof typeof words): string => words[name][language];
  return [
    { title: title('answer_by'), text: (row) => row.answerBy },
    { title: title('account'), text: (row) => row.account },
    { title: title('class'), text: (row) => classNames[row.class][language] },
    { title: title('severity'), text: (row) => severityNames[row.severity][language] },
    { title: title('state'), text: (row) => stateNames[row.state][language] },
    { title: title('late'), text: (row) => (row.late ? title('late') : '') },
    { title: title('subject'), text: (row) => row.subject },
  ];
}

export const complaintCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'complaints',
    usage: `[--state ${complaintStates.join('|')}] [--late] [--company CODE] [--json | --csv]`,
    summary: words.summary,
    run,
  },
];
