/** `dunlin tasks`: the inbox of the team or of one person; `tasks add` and `tasks done`. */
import { type Id, parseId } from '#kernel/ids.ts';
import type { Refused } from '#kernel/outcome.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { companiesNamed, memberByEmail } from '#areas/team/index.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { oneAccount } from '#platform/cli/one-account.ts';
import {
  choiceOption,
  dayOption,
  formatOptions,
  readArguments,
  readOptions,
} from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { makeTask } from './actions/make-task.ts';
import { moveTask } from './actions/move-task.ts';
import { wireInbox } from './answers/wire.ts';
import { type WireTask, priorities } from './contract.ts';
import { coveredBy } from './store/covers.ts';
import { listTasks } from './store/list.ts';
import { words } from './words.ts';

/** The command line acts for the desk as a whole. */
const by = { leads: true, companies: 'all' } as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const [verb, ...rest] = args;
  if (verb === 'add') return runAdd(rest, desk);
  if (verb === 'done') return runDone(rest, desk);
  return runList(args, desk);
}

const listOptions = {
  ...formatOptions,
  user: { type: 'string' },
  company: { type: 'string' },
} as const;

async function runList(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, listOptions);
  const who = await memberNamed(desk, values.user);
  const covered = await coveredBy(desk.db, who, desk.clock.today());
  const whose = who === null ? 'all' : { assignees: [who, ...covered] };
  const companies = await companiesNamed(desk, values.company);
  const now = { today: desk.clock.today(), at: desk.clock.now() };
  const rows = wireInbox(await listTasks(desk.db, { whose, ended: false, companies }, now));
  if (values.json) desk.print(JSON.stringify({ asOf: now.today, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'tasks.none') : textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireTask>[] {
  const title = (name: string): string => text(desk, `tasks.${name}`);
  return [
    { title: title('due'), text: (row) => [row.dueOn, row.dueTime].filter(Boolean).join(' ') },
    { title: title('priority'), text: (row) => title(`priority_${row.priority}`) },
    { title: title('state'), text: (row) => title(`state_${row.state}`) },
    { title: title('title'), text: (row) => row.title },
    { title: title('account'), text: (row) => row.account?.number ?? '' },
    { title: title('assignee'), text: (row) => row.assignee ?? '' },
    { title: title('box'), right: true, text: (row) => String(row.timeBoxMinutes ?? '') },
    { title: title('id'), text: (row) => row.taskId },
  ];
}

const addOptions = {
  due: { type: 'string' },
  for: { type: 'string' },
  account: { type: 'string' },
  company: { type: 'string' },
  priority: { type: 'string' },
  box: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

async function runAdd(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, addOptions);
  const title = positionals.join(' ').trim();
  if (title === '') {
    throw new WrongUsage({
      en: 'say what is to be done: dunlin tasks add "Call the bank"',
      es: 'diga qué hay que hacer: dunlin tasks add "Llamar al banco"',
    });
  }
  const companies = await companiesNamed(desk, values.company);
  const wish = {
    title,
    text: '',
    dueOn: dayOption('due', values.due) ?? null,
    dueMinutes: null,
    timeBoxMinutes: boxOption(values.box),
    needs: [],
    lines: [],
    every: null,
    companyId: companies[0] ?? null,
    accountId: await accountNumbered(desk, values.account, values.company),
    assigneeId: await memberNamed(desk, values.for),
    priority: choiceOption('priority', values.priority, priorities) ?? 'normal',
  } as const;
  const doing = {
    action: 'tasks.make_task',
    actor: desk.actor,
    reason: title,
    input: wish,
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) => makeTask(context, wish, by));
  if (!done.ok) return complain(desk, values, done);
  const { taskId } = done.value.answer;
  if (values.json) desk.print(JSON.stringify({ taskId, dryRun: values['dry-run'] }));
  else desk.print(say(words, 'tasks.made', { task: taskId, title }, desk.language));
  return 0;
}

const doneOptions = {
  note: { type: 'string', default: '' },
  json: { type: 'boolean', default: false },
} as const;

async function runDone(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, doneOptions);
  const taskId = parseId(positionals[0] ?? '');
  if (!taskId || positionals.length > 1)
    throw new WrongUsage({ en: 'name one task by its id', es: 'nombre una tarea por su id' });
  const wish = { taskId, to: 'done', note: values.note } as const;
  const reason = values.note === '' ? 'done' : values.note;
  const doing = { action: 'tasks.move_task', actor: desk.actor, reason, input: wish };
  const done = await perform(desk, doing, (context) => moveTask(context, wish, by));
  if (!done.ok) return complain(desk, values, done);
  const state = text(desk, 'tasks.state_done');
  if (values.json) desk.print(JSON.stringify(done.value.answer));
  else desk.print(say(words, 'tasks.moved', { state }, desk.language));
  return 0;
}

function complain(desk: CliDesk, { json }: { json: boolean }, refused: Refused<string>): Exit {
  const { refusal: code, facts } = refused;
  const message = say(words, code, facts, desk.language);
  if (json) desk.print(JSON.stringify({ refused: { code, message, facts } }));
  else desk.complain(message);
  return 1;
}

function boxOption(minutes: string | undefined): number | null {
  if (minutes === undefined) return null;
  if (!/^[1-9]\d{0,4}$/u.test(minutes)) {
    throw new WrongUsage({
      en: '--box takes minutes, such as 30',
      es: '--box lleva minutos, como 30',
    });
  }
  return Number(minutes);
}

async function memberNamed(desk: CliDesk, user: string | undefined): Promise<Id | null> {
  if (user === undefined) return null;
  const member = await memberByEmail(desk.db, user);
  if (member) return member.memberId;
  const code = 'tasks.user_unknown';
  throw new Unfit(code, say(words, code, { user }, desk.language));
}

async function accountNumbered(
  desk: CliDesk,
  account: string | undefined,
  company: string | undefined,
): Promise<Id | null> {
  if (account === undefined) return null;
  return oneAccount(account, await accountsNumbered(desk.db, account, company), desk.language);
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const taskCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'tasks',
    usage:
      '[--user E-MAIL] [--company CODE] [--json | --csv] | add <what> [--due DAY] ' +
      '[--for E-MAIL] [--account NUMBER] [--priority P] [--box MINUTES] [--company CODE] ' +
      '[--dry-run] [--json] | done <task> [--note TEXT] [--json]',
    summary: words['command.tasks'],
    run,
  },
];
