/** `dunlin outbox` and `dunlin templates`: what goes out, and the words it goes out in. */
import { companiesNamed } from '#areas/team/index.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { choiceOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { wireLine } from '../answers/messages/wire.ts';
import { wireTemplates } from '../answers/templates/wire-template.ts';
import type { WireMessageLine } from '../contract/messages.ts';
import type { WireTemplate } from '../contract/templates.ts';
import { messageChannels, messageStates } from '../rules/messages/message.ts';
import { countStates, outboxPage } from '../store/message-list.ts';
import { templateVersions } from '../store/templates.ts';
import { words } from '../words.ts';

const outboxOptions = {
  ...formatOptions,
  state: { type: 'string' },
  channel: { type: 'string' },
  run: { type: 'string' },
  company: { type: 'string' },
} as const;

/** The most that is printed; the states are counted over all. */
const most = 1000;

async function runOutbox(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, outboxOptions);
  const filter = {
    companies: await companiesNamed(desk, values.company),
    state: choiceOption('state', values.state, messageStates),
    channel: choiceOption('channel', values.channel, messageChannels),
    run: values.run,
  };
  const [found, states] = await Promise.all([
    outboxPage(desk.db, filter, { skip: 0, limit: most }),
    countStates(desk.db, filter),
  ]);
  const rows = found.map((row) => wireLine(row, desk.language));
  if (values.json) desk.print(JSON.stringify({ states, rows }));
  else if (values.csv) desk.print(csvTable(messageColumns(desk), rows));
  else if (rows.length === 0) desk.print(text(desk, 'outbox.none'));
  else desk.print(textTable(messageColumns(desk), rows));
  return 0;
}

function messageColumns(desk: CliDesk): Column<WireMessageLine>[] {
  const title = (name: string): string => text(desk, `outbox.${name}`);
  return [
    { title: title('account'), text: (row) => row.account },
    { title: title('name'), text: (row) => row.name },
    { title: title('channel'), text: (row) => row.channel },
    { title: title('to'), text: (row) => row.toAddress },
    { title: title('subject'), text: (row) => row.subject },
    { title: title('state'), text: (row) => row.state },
    { title: title('since'), text: (row) => row.since.slice(0, 16).replace('T', ' ') },
    { title: title('detail'), text: (row) => row.detail },
  ];
}

async function runTemplates(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, formatOptions);
  const versions = await templateVersions(desk.db);
  const rows = wireTemplates(versions, desk.clock.today(), desk.language);
  if (values.json) desk.print(JSON.stringify({ rows }));
  else if (values.csv) desk.print(csvTable(templateColumns(desk), rows));
  else desk.print(textTable(templateColumns(desk), rows));
  return 0;
}

function templateColumns(desk: CliDesk): Column<WireTemplate>[] {
  const title = (name: string): string => text(desk, `templates.${name}`);
  return [
    { title: title('key'), text: (row) => row.key },
    { title: title('name'), text: (row) => row.name[desk.language] },
    { title: title('channel'), text: (row) => row.channel },
    { title: title('version'), right: true, text: (row) => `${row.version}` },
    { title: title('state'), text: (row) => row.state },
    { title: title('expires'), text: (row) => row.expiresOn ?? '' },
    { title: title('approved_by'), text: (row) => row.approvedBy },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const messageCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'outbox',
    usage:
      `[--state ${messageStates.join('|')}] [--channel email|letter|sms] [--run RUN] ` +
      '[--company CODE] [--json | --csv]',
    summary: words['command.outbox'],
    run: runOutbox,
  },
  {
    on: 'desk',
    name: 'templates',
    usage: '[--json | --csv]',
    summary: words['command.templates'],
    run: runTemplates,
  },
];
