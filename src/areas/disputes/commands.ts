/** `dunlin disputes`: the board on the command line, and `dunlin causes` beside it. */
import { companiesNamed } from '#areas/team/index.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { choiceOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { say } from '#platform/cli/say.ts';
import { causeCommand } from './commands/causes.ts';
import { wireCaseOf } from './answers/wire.ts';
import type { WireCase } from './contract/board.ts';
import { caseStates } from './rules/case-life.ts';
import { listCases } from './store/board.ts';
import { commandWords as words } from './words/commands.ts';
import { paceNames, reasonNames, stateNames } from './words/names.ts';

const options = {
  ...formatOptions,
  state: { type: 'string' },
  company: { type: 'string' },
  late: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const state = choiceOption('state', values.state, caseStates);
  const companies = await companiesNamed(desk, values.company);
  const today = desk.clock.today();
  const filter = { state, companies, lateOn: values.late ? today : undefined };
  const page = { limit: null, offset: 0, now: desk.clock.now() };
  const rows = (await listCases(desk.db, filter, page)).map((row) => wireCaseOf(row, today));
  if (values.json) desk.print(JSON.stringify({ asOf: today, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else if (rows.length === 0) desk.print(say(words, 'none', {}, desk.language));
  else desk.print(textTable(columns(desk), rows));
  return 0;
}

function columns({ language }: CliDesk): Column<WireCase>[] {
  const title = (name: keyof typeof words): string => words[name][language];
  return [
    { title: title('reference'), text: (row) => row.reference },
    { title: title('account'), text: (row) => row.account },
    { title: title('documents'), text: (row) => row.documents.join(' ') },
    { title: title('reason'), text: (row) => reasonNames[row.reason][language] },
    { title: title('amount'), right: true, text: (row) => row.amount },
    { title: title('currency'), text: (row) => row.currency },
    { title: title('state'), text: (row) => stateNames[row.state][language] },
    { title: title('owner'), text: (row) => row.owner ?? '' },
    { title: title('answer_by'), text: (row) => row.answerBy ?? '' },
    { title: title('pace'), text: (row) => paceNames[row.pace][language] },
  ];
}

export const disputeCommands: readonly Command[] = [
  causeCommand,
  {
    on: 'desk',
    name: 'disputes',
    usage: `[--state ${caseStates.join('|')}] [--late] [--company CODE] [--json | --csv]`,
    summary: words.summary,
    run,
  },
];
