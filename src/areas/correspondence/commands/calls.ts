/** `dunlin calls ACCOUNT`: who called whom, when, and what came of it. */
import { accountsNumbered } from '#areas/customers/index.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { oneAccount } from '#platform/cli/one-account.ts';
import { formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { wireCall } from '../answers/calls/wire.ts';
import type { WireCall } from '../contract/calls.ts';
import { callsOf } from '../store/calls/calls.ts';
import { callWords } from '../words/calls.ts';

const options = { ...formatOptions, company: { type: 'string' } } as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [account, ...others] = positionals;
  if (account === undefined || others.length > 0)
    throw new WrongUsage({ en: 'one account number', es: 'un número de cuenta' });
  const accountId = oneAccount(
    account,
    await accountsNumbered(desk.db, account, values.company),
    desk.language,
  );
  const rows = (await callsOf(desk.db, accountId, 1000)).map(wireCall);
  if (values.json) desk.print(JSON.stringify({ account, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'calls.none') : textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireCall>[] {
  const title = (name: string): string => text(desk, `calls.${name}`);
  return [
    { title: title('at'), text: (row) => row.startedAt },
    { title: title('direction'), text: (row) => title(`direction_${row.direction}`) },
    { title: title('person'), text: (row) => row.person },
    { title: title('number'), text: (row) => row.number },
    { title: title('caller'), text: (row) => row.caller },
    {
      title: title('outcome'),
      text: ({ outcomes }) =>
        outcomes.length === 0
          ? title('unfinished')
          : outcomes.map((each) => text(desk, `outcome_${each}`)).join(', '),
    },
    { title: title('seconds'), right: true, text: (row) => String(row.seconds ?? '') },
    { title: title('note'), text: (row) => row.note },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(callWords, name, {}, desk.language);
}

export const callCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'calls',
    usage: '<account> [--company CODE] [--json | --csv]',
    summary: callWords['command.calls'],
    run,
  },
];
