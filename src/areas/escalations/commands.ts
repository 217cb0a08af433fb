/**
 * `dunlin escalations`: what was handed up and waits, or what ended with `--ended`; and
 * `dunlin action-plans`: the accounts with a plan, its owner and its next step.
 */
import { companiesNamed } from '#areas/team/index.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { listed, planColumns } from './answers/plan-list.ts';
import { wireEscalation } from './answers/wire.ts';
import type { WireEscalation } from './contract.ts';
import { actionPlans } from './store/action-plans.ts';
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

const planOptions = {
  ...options,
  late: { type: 'boolean', default: false },
} as const;

async function runPlans(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, planOptions);
  if (values.late && values.ended) {
    throw new WrongUsage({
      en: '--late speaks of open plans only',
      es: '--late habla solo de planes abiertos',
    });
  }
  const companies = await companiesNamed(desk, values.company);
  const today = desk.clock.today();
  const found = await actionPlans(desk.db, { companies, state: values.ended ? 'ended' : 'open' });
  const rows = found
    .map(listed)
    .filter(({ next }) => !values.late || (next !== undefined && next.dueOn < today));
  const shown = planColumns(desk.language, today);
  if (values.json) desk.print(JSON.stringify({ asOf: today, rows }));
  else if (values.csv) desk.print(csvTable(shown, rows));
  else {
    const none = say(words, 'action_plans.none', {}, desk.language);
    desk.print(rows.length === 0 ? none : textTable(shown, rows));
  }
  return 0;
}

export const escalationCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'escalations',
    usage: '[--company CODE] [--ended] [--json | --csv]',
    summary: words['command.escalations'],
    run,
  },
  {
    on: 'desk',
    name: 'action-plans',
    usage: '[--company CODE] [--late | --ended] [--json | --csv]',
    summary: words['command.action_plans'],
    run: runPlans,
  },
];
