/**
 * `dunlin approvals`: what waits for a second person, or what became of it with `--ended`; and
 * `dunlin duties`: who holds two that should be apart. Its papers are `dunlin evidence`.
 */
import { companiesNamed } from '#areas/team/index.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { dutyHolders, unanswered } from './answers/duties.ts';
import { wireRequests } from './answers/wire.ts';
import type { WireRequest } from './contract.ts';
import { requestsOf } from './store/requests.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  ended: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const today = desk.clock.today();
  const companies = await companiesNamed(desk, values.company);
  const which = values.ended ? { endedBy: today } : { open: today };
  const requests = await requestsOf(desk.db, { companies, ...which });
  const reader = { memberId: null, language: desk.language, today };
  const rows = await wireRequests(desk.db, requests, reader);
  if (values.json) desk.print(JSON.stringify({ asOf: today, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'none') : textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireRequest>[] {
  return [
    { title: text(desk, 'what'), text: (row) => row.title },
    {
      title: text(desk, 'amount'),
      right: true,
      text: (row) => `${row.amount} ${row.currency}`,
    },
    { title: text(desk, 'who'), text: (row) => row.requester },
    { title: text(desk, 'until'), text: (row) => row.expiresOn },
    { title: text(desk, 'state'), text: (row) => text(desk, `state_${row.state}`) },
    { title: text(desk, 'id'), text: (row) => row.requestId },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, `approvals.${name}`, {}, desk.language);
}

const dutyOptions = {
  ...formatOptions,
  unanswered: { type: 'boolean', default: false },
} as const;

async function runDuties(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, dutyOptions);
  const reader = { language: desk.language, today: desk.clock.today() };
  const rows = await dutyHolders(desk.db, reader);
  const held = rows
    .flatMap(({ name, roles, pairs }) =>
      pairs.map((pair) => ({ ...pair, name, roles: roles.join(', ') })),
    )
    .filter(({ accepted }) => !values.unanswered || !accepted?.stands);
  const title = (name: string): string => text(desk, `duties_${name}`);
  const shown: Column<(typeof held)[number]>[] = [
    { title: title('who'), text: (row) => row.name },
    { title: title('roles'), text: (row) => row.roles },
    { title: title('one'), text: (row) => row.oneName },
    { title: title('other'), text: (row) => row.otherName },
    { title: title('by'), text: (row) => row.within ?? row.roles },
    { title: title('accepted'), text: ({ accepted }) => accepted?.by ?? '' },
    { title: title('until_on'), text: ({ accepted }) => accepted?.untilOn ?? '' },
    { title: title('instead'), text: ({ accepted }) => accepted?.reason ?? '' },
  ];
  if (values.json)
    desk.print(JSON.stringify({ rows, findings: held.length, unanswered: unanswered(rows) }));
  else if (values.csv) desk.print(csvTable(shown, held));
  else desk.print(held.length === 0 ? text(desk, 'duties_none') : textTable(shown, held));
  return 0;
}

export const approvalCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'approvals',
    usage: '[--company CODE] [--ended] [--json | --csv]',
    summary: words['command.approvals'],
    run,
  },
  {
    on: 'desk',
    name: 'duties',
    usage: '[--unanswered] [--json | --csv]',
    summary: words['command.duties'],
    run: runDuties,
  },
  evidenceCommand,
];
