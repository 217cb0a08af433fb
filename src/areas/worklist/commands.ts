/** `dunlin worklist`: the list of the day, built anew when it is of another day or behind. */
import { companiesNamed, memberByEmail } from '#areas/team/index.ts';
import { type CliDesk, type Command, type Exit, Unfit } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { freshenWorklist } from './actions/build-worklist.ts';
import { listOf } from './actions/whose-list.ts';
import { withCovers } from './answers/covered.ts';
import { type PublicRow, publicRow } from './answers/wire.ts';
import { deskMoment } from '#kernel/local-time.ts';
import { type ListRow, listWork } from './store/list.ts';
import type { Owner } from './store/listed.ts';
import { briefCommand } from './commands/brief.ts';
import { orderCommands } from './commands/order.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  user: { type: 'string' },
  company: { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const owner = await ownerOf(desk, values.user);
  await freshenWorklist(desk, { actor: desk.actor, reason: 'asked for on the command line' });
  const asOf = desk.clock.today();
  const at = desk.clock.now();
  const companies = await companiesNamed(desk, values.company);
  const { rows } = await listWork(
    desk.db,
    { owner, companies, state: 'due', now: deskMoment(at, asOf, 'UTC') },
    { sort: 'rank', limit: null, reader: { memberId: null, at } },
  );
  const shown = (await withCovers(desk.db, rows, asOf)).map((row) =>
    publicRow(row, sentence(row, desk)),
  );
  if (values.json) desk.print(JSON.stringify({ asOf, rows: shown }));
  else if (values.csv) desk.print(csvTable(columns(desk, shown), shown));
  else
    desk.print(shown.length === 0 ? text(desk, 'empty') : textTable(columns(desk, shown), shown));
  return 0;
}

/** The person whose list is wanted; throws Unfit when nobody has the address. */
async function ownerOf(desk: CliDesk, user: string | undefined): Promise<Owner> {
  if (user === undefined) return 'all';
  const member = await memberByEmail(desk.db, user);
  if (member) return (await listOf(desk.db, member.memberId, desk.clock.today())).owner;
  const code = 'worklist.user_unknown';
  throw new Unfit(code, say(words, code, { user }, desk.language));
}

function sentence({ reasons: [first] }: ListRow, desk: CliDesk): string {
  return first ? say(words, first.phrase, first.facts, desk.language) : '';
}

/** The company stands there when the list is of more than one. */
function columns(desk: CliDesk, rows: readonly PublicRow[]): Column<PublicRow>[] {
  const several = new Set(rows.map(({ company }) => company)).size > 1;
  const company = { title: text(desk, 'company'), text: (row: PublicRow) => row.company };
  return [
    { title: text(desk, 'rank'), right: true, text: (row) => String(row.rank) },
    { title: text(desk, 'account'), text: (row) => row.account },
    { title: text(desk, 'customer'), text: (row) => row.name },
    ...(several ? [company] : []),
    { title: text(desk, 'amount'), right: true, text: (row) => row.amount },
    { title: text(desk, 'currency'), text: (row) => row.currency },
    { title: text(desk, 'owner'), text: (row) => ownerText(row, desk) },
    { title: text(desk, 'why'), text: (row) => row.reason },
  ];
}

function ownerText({ owner, coveredBy }: PublicRow, desk: CliDesk): string {
  if (coveredBy === undefined) return owner ?? '';
  const facts = { owner: owner ?? '', cover: coveredBy };
  return say(words, 'worklist.owner_covered', facts, desk.language);
}

function text(desk: CliDesk, name: string): string {
  return say(words, `worklist.${name}`, {}, desk.language);
}

export const worklistCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'worklist',
    usage: '[--user EMAIL] [--company CODE] [--json | --csv]',
    summary: words['command.worklist'],
    run,
  },
  briefCommand,
  ...orderCommands,
];
