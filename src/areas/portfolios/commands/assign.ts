/**
 * `dunlin assign`: rules from a file, accounts by filter, an evening-out, and taking back.
 *
 * With `--dry-run` everything is done and rolled back, so that what it prints is what would
 * happen.
 */
import { readFile } from 'node:fs/promises';
import { parseId } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Context, perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, textTable } from '#platform/cli/table.ts';
import { applyRules } from '../actions/apply-rules.ts';
import type { Carried } from '../actions/carry-out.ts';
import { reassignAccounts } from '../actions/reassign-accounts.ts';
import { rebalanceAccounts } from '../actions/rebalance-accounts.ts';
import { setRules } from '../actions/set-rules.ts';
import { undoReassignment } from '../actions/undo-reassignment.ts';
import { rulesFrom } from '../answers/from-text.ts';
import { readRules } from '../answers/wire.ts';
import { measures } from '../contract.ts';
import { words } from '../words.ts';
import { askedFilter, filterOptions, filterUsage, listOf } from './asked-filter.ts';
import { memberIdOf, oneCompany } from './company.ts';
import { complain } from './complain.ts';

const options = {
  rules: { type: 'string' },
  to: { type: 'string' },
  rebalance: { type: 'boolean', default: false },
  undo: { type: 'string' },
  measure: { type: 'string' },
  ...filterOptions,
  reason: { type: 'string', default: 'asked for on the command line' },
  company: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;
type Values = ReturnType<typeof readOptions<typeof options>>;
type Work<T> = (context: Context) => Promise<Outcome<T>>;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const wishes = [values.rules, values.to, values.undo].filter((each) => each !== undefined);
  if (wishes.length + (values.rebalance ? 1 : 0) !== 1) {
    throw new WrongUsage({
      en: 'give one of --rules FILE, --to EMAIL, --rebalance, --undo ID',
      es: 'dé una de --rules ARCHIVO, --to CORREO, --rebalance, --undo ID',
    });
  }
  if (values.undo !== undefined) return undo(desk, values, values.undo);
  if (values.rules !== undefined) return byRules(desk, values, values.rules);
  if (values.to !== undefined) return byFilter(desk, values, values.to);
  return evenOut(desk, values);
}

async function byRules(desk: CliDesk, values: Values, file: string): Promise<Exit> {
  const company = await oneCompany(desk, values.company);
  const parsed = rulesFrom(await readJson(desk, file));
  if ('problem' in parsed) throw unreadable(desk, file, parsed.problem);
  const wired = [];
  for (const { give, ...rule } of parsed.rules) {
    const memberIds = [];
    for (const email of give.members) memberIds.push(await memberIdOf(desk, email));
    wired.push({ ...rule, give: { to: give.to, memberIds } });
  }
  const rules = readRules(wired, company.baseCurrency);
  if (!rules.ok) return complain(desk, values.json, rules);
  const { companyId } = company;
  return moved(desk, values, 'portfolios.apply_rules', async (context) => {
    const set = await setRules(context, { companyId, rules: rules.value });
    if (!set.ok) return set;
    const applied = await applyRules(context, { companyId, only: 'all' });
    if (!applied.ok && applied.refusal !== 'portfolios.nothing_to_move') return applied;
    return accept(applied.ok ? applied.value : null);
  });
}

async function readJson(desk: CliDesk, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw unreadable(desk, file, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(desk: CliDesk, file: string, problem: string): Unfit {
  const name = 'portfolio.rules_unreadable';
  return new Unfit(name, say(words, name, { file, problem }, desk.language));
}

async function byFilter(desk: CliDesk, values: Values, to: string): Promise<Exit> {
  const company = await oneCompany(desk, values.company);
  const memberIds = [];
  for (const email of listOf(to) ?? []) {
    if (email !== 'nobody') memberIds.push(await memberIdOf(desk, email));
  }
  const filter = await askedFilter(desk, values, company.baseCurrency);
  if (!filter.ok) return complain(desk, values.json, filter);
  const { companyId } = company;
  const wish = { companyId, filter: filter.value, memberIds, pin: true };
  return moved(desk, values, 'portfolios.reassign_accounts', (context) =>
    reassignAccounts(context, wish),
  );
}

async function evenOut(desk: CliDesk, values: Values): Promise<Exit> {
  const { companyId } = await oneCompany(desk, values.company);
  const measure = choiceOption('measure', values.measure, measures) ?? 'work';
  const wish = { companyId, measure, mostMoves: 500, leaveOut: [], keep: [] };
  return moved(desk, values, 'portfolios.rebalance_accounts', (context) =>
    rebalanceAccounts(context, wish),
  );
}

async function undo(desk: CliDesk, values: Values, wanted: string): Promise<Exit> {
  const reassignmentId = parseId(wanted);
  if (reassignmentId === undefined) {
    throw new WrongUsage({
      en: '--undo takes the id of an act',
      es: '--undo lleva el id de un acto',
    });
  }
  const doing = doingOf(desk, values, 'portfolios.undo_reassignment');
  const done = await perform(desk, doing, (context) =>
    undoReassignment(context, reassignmentId, 'all'),
  );
  if (!done.ok) return complain(desk, values.json, done);
  const { restored, leftAlone } = done.value.answer;
  if (values.json) desk.print(JSON.stringify({ ...done.value.answer, dryRun: doing.dryRun }));
  else desk.print(say(words, 'portfolio.undone', { restored, leftAlone }, desk.language));
  return 0;
}

/** Does it, or shows what it would do. */
async function moved(
  desk: CliDesk,
  values: Values,
  action: string,
  work: Work<Carried | null>,
): Promise<Exit> {
  const doing = doingOf(desk, values, action);
  const done = await perform(desk, doing, work);
  if (!done.ok) return complain(desk, values.json, done);
  const effect = done.value.answer;
  if (values.json) desk.print(JSON.stringify({ ...effect, dryRun: doing.dryRun }));
  else if (effect === null) desk.print(text(desk, 'portfolios.nothing_to_move'));
  else desk.print(`${textTable(columns(desk), effect.people)}\n${summary(desk, values, effect)}`);
  return 0;
}

function summary(desk: CliDesk, values: Values, effect: Carried): string {
  const { accounts, balance, currency, reassignmentId } = effect;
  const name = values['dry-run'] ? 'portfolio.would_move' : 'portfolio.moved';
  return say(words, name, { accounts, balance, currency, reassignmentId }, desk.language);
}

function columns(desk: CliDesk): Column<Carried['people'][number]>[] {
  const title = (name: string, when: string): string =>
    `${text(desk, `portfolio.${name}`)} · ${text(desk, `portfolio.${when}`)}`;
  return [
    {
      title: text(desk, 'portfolio.person'),
      text: (row) => row.name ?? text(desk, 'portfolio.nobody'),
    },
    { title: title('accounts', 'before'), right: true, text: (row) => String(row.before.accounts) },
    { title: title('accounts', 'after'), right: true, text: (row) => String(row.after.accounts) },
    { title: title('minutes', 'before'), right: true, text: (row) => String(row.before.minutes) },
    { title: title('minutes', 'after'), right: true, text: (row) => String(row.after.minutes) },
    { title: title('overdue', 'before'), right: true, text: (row) => row.before.overdue },
    { title: title('overdue', 'after'), right: true, text: (row) => row.after.overdue },
  ];
}

function doingOf(desk: CliDesk, values: Values, action: string) {
  const { reason, 'dry-run': dryRun } = values;
  return { action, actor: desk.actor, reason, input: { ...values }, dryRun };
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const assignCommand: Command = {
  on: 'desk',
  name: 'assign',
  usage:
    `(--rules FILE | --to EMAIL,… ${filterUsage} ` +
    '| --rebalance [--measure MEASURE] | --undo ID) ' +
    '[--reason TEXT] [--company CODE] [--dry-run] [--json]',
  summary: words['command.assign'],
  run,
};
