/** `dunlin clocks`: the deadlines of every rule, by due day. */
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, dayOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { plusDays } from '#kernel/day.ts';
import { companiesNamed, memberByEmail } from '#areas/team/index.ts';
import { wireClock } from './answers/wire.ts';
import { clockKinds, clockViews, type WireClock } from './contract.ts';
import { countClocks, listClocks } from './store/list.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  view: { type: 'string', default: 'open' },
  kind: { type: 'string' },
  owner: { type: 'string' },
  to: { type: 'string' },
  limit: { type: 'string', default: '1000' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const today = desk.clock.today();
  const view = choiceOption('view', values.view, clockViews);
  const kind = choiceOption('kind', values.kind, clockKinds);
  const to = dayOption('to', values.to);
  const filter = {
    companies: await companiesNamed(desk, values.company),
    ended: view === 'ended',
    lateOn: view === 'late' ? today : undefined,
    kinds: kind && [kind],
    ownerId: await ownerOf(desk, values.owner),
    dueTo: view === 'week' ? plusDays(today, 7) : to,
  };
  const limit = limitOf(values.limit);
  const rows = (await listClocks(desk.db, filter, { limit })).map((row) =>
    wireClock(row, today, desk.language),
  );
  const counts = await countClocks(desk.db, filter);
  const all = counts
    .filter((each) => kind === undefined || each.kind === kind)
    .reduce((sum, { count }) => sum + count, 0);
  if (values.json) desk.print(JSON.stringify({ asOf: today, rows, count: all }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'none') : textTable(columns(desk), rows));
  if (!values.json && rows.length < all) {
    desk.complain(say(words, 'clocks.more', { count: rows.length, all }, desk.language));
  }
  return 0;
}

function limitOf(said: string): number {
  const limit = Number(said);
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new WrongUsage({
      en: `--limit takes a whole number from 1, not "${said}"`,
      es: `--limit lleva un número entero desde 1, no «${said}»`,
    });
  }
  return limit;
}

async function ownerOf(desk: CliDesk, email: string | undefined) {
  if (email === undefined) return undefined;
  const member = await memberByEmail(desk.db, email);
  if (!member) {
    throw new WrongUsage({
      en: `nobody here has the address ${email}`,
      es: `nadie tiene aquí la dirección ${email}`,
    });
  }
  return member.memberId;
}

function columns(desk: CliDesk): Column<WireClock>[] {
  return [
    { title: text(desk, 'due'), text: (row) => row.dueOn },
    { title: text(desk, 'what'), text: titleOf },
    { title: text(desk, 'account'), text: (row) => row.account?.number ?? '' },
    { title: text(desk, 'company'), text: (row) => row.company },
    { title: text(desk, 'state'), text: (row) => text(desk, `state_${row.state}`) },
    { title: text(desk, 'late'), right: true, text: (row) => String(row.daysLate) },
    { title: text(desk, 'owner'), text: (row) => row.owner?.name ?? '' },
    { title: text(desk, 'source'), text: (row) => row.source },
  ];
}

function titleOf({ title, detail }: WireClock): string {
  return detail === null ? title : `${title}: ${detail}`;
}

function text(desk: CliDesk, name: string): string {
  return say(words, `clocks.${name}`, {}, desk.language);
}

export const clockCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'clocks',
    usage:
      `[--view ${clockViews.join('|')}] [--kind KIND] [--owner EMAIL] [--to DAY] ` +
      '[--company CODE] [--limit N] [--json | --csv]',
    summary: words['command.clocks'],
    run,
  },
];
