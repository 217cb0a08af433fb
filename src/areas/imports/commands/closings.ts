/**
 * `dunlin closings`: items that their source names no more, and `closings confirm` that says of
 * named ones what it was.
 */
import { id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { type ConfirmedAs, confirmClosings } from '../actions/confirm-closings.ts';
import { type ClosingRow, openClosings } from '../store/closings.ts';
import { words } from '../words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  as: { type: 'string' },
  source: { type: 'string' },
  all: { type: 'boolean', default: false },
  reason: { type: 'string', default: '' },
  'dry-run': { type: 'boolean', default: false },
} as const;

const answers: readonly ConfirmedAs[] = ['paid', 'credited', 'written_off', 'error'];
/** As many as one call confirms; the list says when there are more. */
const most = 1000;

export async function runClosings(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [verb, ...numbers] = positionals;
  const companies = await companiesNamed(desk, values.company);
  const { rows, count } = await openClosings(desk.db, companies, { limit: most, offset: 0 });
  const own = rows.filter(({ source }) => values.source === undefined || source === values.source);
  if (verb === undefined) return list(desk, values, own, count);
  if (verb !== 'confirm') throw new WrongUsage(text(desk, 'usage'));
  return confirm(desk, values, chosen(desk, own, numbers, values.all));
}

type Values = {
  json: boolean;
  csv: boolean;
  as?: string | undefined;
  reason: string;
  'dry-run': boolean;
};

function list(
  desk: CliDesk,
  { json, csv }: Values,
  rows: readonly ClosingRow[],
  count: number,
): Exit {
  const told = rows.map(toldOf);
  if (json) {
    desk.print(JSON.stringify({ count, rows: told }));
  } else if (csv) desk.print(csvTable(columns(desk), told));
  else if (told.length === 0) desk.print(text(desk, 'none'));
  else desk.print(textTable(columns(desk), told));
  if (rows.length < count) desk.complain(text(desk, 'more', { shown: rows.length, count }));
  return 0;
}

/** Items by their numbers, or all that are listed; a number that is not listed is an error. */
function chosen(
  desk: CliDesk,
  rows: readonly ClosingRow[],
  numbers: readonly string[],
  all: boolean,
): readonly ClosingRow[] {
  if (all === numbers.length > 0) throw new WrongUsage(text(desk, 'usage'));
  if (all) return rows;
  return numbers.map((number) => {
    const found = rows.filter((row) => row.number === number);
    const [row] = found;
    if (!row || found.length > 1) {
      throw new WrongUsage(text(desk, row ? 'ambiguous' : 'unknown', { number }));
    }
    return row;
  });
}

async function confirm(desk: CliDesk, values: Values, rows: readonly ClosingRow[]): Promise<Exit> {
  const answer = answers.find((each) => each === values.as);
  if (!answer) throw new WrongUsage(text(desk, 'usage'));
  if (rows.length === 0) {
    desk.print(text(desk, 'none'));
    return 0;
  }
  const closings = rows.map((row) => ({
    accountId: id(row.account_id),
    adjustmentId: id(row.adjustment_id),
  }));
  const wish = { closings, answer, within: 'all' } as const;
  const doing = {
    action: 'imports.confirm_closings',
    actor: desk.actor,
    reason: values.reason === '' ? `closed at source: ${answer}` : values.reason,
    input: { answer, numbers: rows.map(({ number }) => number) },
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) => confirmClosings(context, wish));
  if (!done.ok) {
    desk.complain(say(words, done.refusal, done.facts, desk.language));
    return 1;
  }
  const { confirmed } = done.value.answer;
  if (values.json) desk.print(JSON.stringify({ confirmed, dryRun: values['dry-run'] }));
  else desk.print(text(desk, 'confirmed', { confirmed }));
  return 0;
}

type Told = ReturnType<typeof toldOf>;

function toldOf(row: ClosingRow) {
  const { company, source, account, name, number, currency } = row;
  const amount = formatMoney(money(row.amount_minor, currency));
  const days = { closedOn: row.closed_on, dueOn: row.due_on };
  return { company, source, account, name, number, ...days, amount, currency };
}

function columns(desk: CliDesk): Column<Told>[] {
  return [
    { title: say(words, 'sources.company', {}, desk.language), text: (row) => row.company },
    { title: say(words, 'sources.source', {}, desk.language), text: (row) => row.source },
    { title: text(desk, 'account'), text: (row) => row.account },
    { title: text(desk, 'number'), text: (row) => row.number },
    { title: text(desk, 'closed_on'), text: (row) => row.closedOn },
    { title: text(desk, 'amount'), right: true, text: (row) => row.amount },
    { title: text(desk, 'currency'), text: (row) => row.currency },
  ];
}

function text(
  desk: CliDesk,
  name: string,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return say(words, `closings.${name}`, facts, desk.language);
}
