/** `dunlin close-day`: the day's four figures, what differs, and the signature. */
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { dayOption, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, textTable } from '#platform/cli/table.ts';
import { oneCompany } from '#areas/team/index.ts';
import { signDay } from '../actions/closing/sign-day.ts';
import { type DayAnswer, readDay } from '../answers/closing/day.ts';
import { words } from '../words.ts';

const options = {
  company: { type: 'string' },
  sign: { type: 'boolean', default: false },
  note: { type: 'string', default: '' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Exit 1 when the day differs, or its signature is refused. */
async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [dayText, ...rest] = positionals;
  if (rest.length > 0) {
    throw new WrongUsage({
      en: 'name one day, or none for today',
      es: 'nombre un día, o ninguno para hoy',
    });
  }
  const today = desk.clock.today();
  const day = dayOption('day', dayText) ?? today;
  const { companyId, code } = await oneCompany(desk, values.company);
  const { language } = desk;
  let refused: { readonly code: string; readonly message: string } | undefined;
  if (values.sign) {
    const wish = { companyId, day, note: values.note };
    const doing = {
      action: 'cash.sign_day',
      actor: desk.actor,
      reason: values.note || 'the day balances',
      input: wish,
      dryRun: values['dry-run'],
    };
    const done = await perform(desk, doing, (context) => signDay(context, wish));
    if (!done.ok) {
      refused = { code: done.refusal, message: say(words, done.refusal, done.facts, language) };
    }
  }
  const answer = await readDay(desk.db, { companyId, company: code, day, today, language });
  if (values.json) desk.print(JSON.stringify(refused ? { ...answer, refused } : answer));
  else show(desk, answer);
  if (refused && !values.json) desk.complain(refused.message);
  const differs = answer.differences.some(({ heldOver }) => !heldOver);
  return refused || differs ? 1 : 0;
}

function show(desk: CliDesk, answer: DayAnswer): void {
  const text = (name: string, facts = {}): string =>
    say(words, `cash.day_${name}`, facts, desk.language);
  const title = text('of', { day: answer.day, company: answer.company });
  desk.print(title);
  if (answer.figures.length === 0) desk.print(text('empty'));
  else desk.print(textTable(figureColumns(text), answer.figures));
  if (answer.differences.length > 0) desk.print(textTable(rowColumns(text), answer.differences));
  for (const { by, at, signature } of answer.signatures) {
    desk.print(text('signed_by', { by, at, signature }));
  }
  if (answer.lateArrivals > 0) desk.print(text('late', { count: answer.lateArrivals }));
}

type Speak = (name: string, facts?: Record<string, string | number>) => string;

function figureColumns(text: Speak): Column<DayAnswer['figures'][number]>[] {
  return [
    { title: text('currency'), text: (line) => line.currency },
    { title: text('received'), right: true, text: (line) => line.received },
    { title: text('deposited'), right: true, text: (line) => line.deposited },
    { title: text('posted'), right: true, text: (line) => line.posted },
    { title: text('journal'), right: true, text: (line) => line.journal },
    { title: text('held_over'), right: true, text: (line) => line.heldOver },
    { title: text('receipts'), right: true, text: (line) => String(line.receipts) },
    { title: text('same_day'), right: true, text: (line) => String(line.postedSameDay) },
  ];
}

function rowColumns(text: Speak): Column<DayAnswer['differences'][number]>[] {
  return [
    { title: text('difference'), text: ({ kind }) => text(`kind_${kind}`) },
    { title: text('who'), text: ({ who }) => who },
    { title: text('amount'), right: true, text: ({ amount }) => amount },
    { title: text('currency'), text: ({ currency }) => currency },
    { title: text('waits'), text: ({ heldOver }) => (heldOver ? text('yes') : '') },
  ];
}

export const closeDayCommand: Command = {
  on: 'desk',
  name: 'close-day',
  usage: '[DAY] [--company CODE] [--sign] [--note TEXT] [--dry-run] [--json]',
  summary: words['command.close_day'],
  run,
};
