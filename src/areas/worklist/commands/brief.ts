/** `dunlin brief --user U`: while they were out, account by account, line by line. */
import { memberByEmail } from '#areas/team/index.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { freshenWorklist } from '../actions/build-worklist.ts';
import { briefOf } from '../answers/brief.ts';
import type { Brief, BriefLine } from '../contract.ts';
import { words } from '../words.ts';

const options = { ...formatOptions, user: { type: 'string' } } as const;

type Told = BriefLine & { readonly account: string };

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const { user } = values;
  if (user === undefined) throw new WrongUsage(text(desk, 'brief.user_missing'));
  const member = await memberByEmail(desk.db, user);
  const unknown = 'worklist.user_unknown';
  if (!member) throw new Unfit(unknown, say(words, unknown, { user }, desk.language));
  await freshenWorklist(desk, { actor: desk.actor, reason: 'asked for on the command line' });
  const brief = await briefOf(desk, member);
  const told = brief.accounts.flatMap(({ account, lines }) =>
    lines.map((line) => ({ ...line, account })),
  );
  if (values.json) desk.print(JSON.stringify(brief));
  else if (values.csv) desk.print(csvTable(columns(desk), told));
  else {
    desk.print(headline(desk, brief));
    if (told.length > 0) desk.print(textTable(columns(desk), told));
  }
  return 0;
}

function headline(desk: CliDesk, { member: { name }, absence, due }: Brief): string {
  if (absence === null) return say(words, 'brief.never_away', { name, due }, desk.language);
  const covers = absence.covers.join(', ') || '—';
  const facts = { name, from: absence.from, lastOn: absence.lastOn, covers, due };
  return say(words, 'brief.away', facts, desk.language);
}

function columns(desk: CliDesk): Column<Told>[] {
  return [
    { title: text(desk, 'worklist.account'), text: (row) => row.account },
    { title: text(desk, 'brief.day'), text: (row) => row.on },
    { title: text(desk, 'brief.what'), text: (row) => text(desk, `brief.${row.kind}`) },
    { title: text(desk, 'worklist.amount'), right: true, text: (row) => row.amount ?? '' },
    { title: text(desk, 'worklist.currency'), text: (row) => row.currency ?? '' },
    { title: text(desk, 'brief.who'), text: (row) => row.actor ?? '' },
    { title: text(desk, 'brief.text'), text: (row) => row.text ?? '' },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const briefCommand: Command = {
  on: 'desk',
  name: 'brief',
  usage: '--user EMAIL [--json | --csv]',
  summary: words['command.brief'],
  run,
};
