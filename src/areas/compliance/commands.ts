/** `dunlin may-contact` asks the gate and stores nothing; `dunlin permits` lists its answers. */
import { accountsNumbered } from '#areas/customers/index.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { oneAccount } from '#platform/cli/one-account.ts';
import {
  choiceOption,
  formatOptions,
  instantOption,
  oneArgument,
  readArguments,
} from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { weighContacts } from './actions/weigh-contacts.ts';
import { wireAnswer, wirePermit } from './answers/wire.ts';
import { type WireAnswer, type WirePermit, permitKinds } from './contract/shapes.ts';
import { addressOf } from './rules/address.ts';
import { type Channel, channels, purposes, technologies } from './rules/contact.ts';
import { peopleOf } from './store/accounts.ts';
import { listPermits } from './store/log.ts';
import { policyCommand } from './commands/policy.ts';
import { words } from './words.ts';

const askOptions = {
  channel: { type: 'string' },
  address: { type: 'string' },
  purpose: { type: 'string' },
  technology: { type: 'string' },
  at: { type: 'string' },
  company: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Exit 0 when the contact is allowed, 1 when it is blocked. */
async function runMayContact(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, askOptions);
  const [number, ...rest] = positionals;
  const channel = choiceOption('channel', values.channel, channels);
  if (number === undefined || channel === undefined || rest.length > 0) {
    throw new WrongUsage({
      en: `name the account and --channel ${channels.join('|')}`,
      es: `nombre la cuenta y --channel ${channels.join('|')}`,
    });
  }
  const accountId = oneAccount(
    number,
    await accountsNumbered(desk.db, number, values.company),
    desk.language,
  );
  const [person] = (await peopleOf(desk.db, [accountId]))
    .get(accountId)
    ?.filter((each) => addressOf(channel, each) !== '') ?? [undefined];
  const moment = { at: desk.clock.now(), today: desk.clock.today() };
  const address = values.address ?? addressOf(channel, person);
  const [weighed] = await weighContacts(desk.db, moment, [
    {
      accountId,
      channel,
      address,
      contactId: values.address === undefined ? (person?.contactId ?? null) : null,
      purpose: choiceOption('purpose', values.purpose, purposes) ?? 'collect',
      technology: choiceOption('technology', values.technology, technologies) ?? 'manual',
      itemIds: [],
      at: instantOption('at', values.at),
    },
  ]);
  if (!weighed) throw new Error('the gate left a question without an answer');
  const answer = wireAnswer(weighed.answer, desk.language);
  if (values.json) desk.print(JSON.stringify({ account: number, channel, address, ...answer }));
  else printAnswer(desk, channel, answer);
  return answer.allowed ? 0 : 1;
}

function printAnswer(desk: CliDesk, channel: Channel, answer: WireAnswer): void {
  const verdict = text(desk, answer.allowed ? 'gate.allowed' : 'gate.blocked');
  desk.print(`${text(desk, `channel.${channel}`)}: ${verdict}`);
  for (const { id, text: why, citation } of answer.reasons) {
    desk.print(`  ${id}  ${why}${citation === '' ? '' : ` (${citation})`}`);
  }
  const { nextAllowedAt: at } = answer;
  if (at !== null) desk.print(say(words, 'gate.next', { at }, desk.language));
}

const listOptions = {
  ...formatOptions,
  kind: { type: 'string' },
  company: { type: 'string' },
} as const;

async function runPermits(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, listOptions);
  const number = oneArgument(positionals, { en: 'name the account', es: 'nombre la cuenta' });
  const accountId = oneAccount(
    number,
    await accountsNumbered(desk.db, number, values.company),
    desk.language,
  );
  const kind = choiceOption('kind', values.kind, permitKinds);
  const filter = { accountId, kind, companies: 'all' } as const;
  const found = await listPermits(desk.db, filter, { offset: 0, limit: null });
  const rows = found.map((permit) => wirePermit(permit, desk.language));
  if (values.json) desk.print(JSON.stringify({ account: number, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'gate.none') : textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WirePermit>[] {
  return [
    { title: text(desk, 'gate.at'), text: (row) => row.askedAt },
    { title: text(desk, 'gate.channel'), text: (row) => text(desk, `channel.${row.channel}`) },
    { title: text(desk, 'gate.address'), text: (row) => row.address },
    { title: text(desk, 'gate.purpose'), text: (row) => row.purpose },
    { title: text(desk, 'gate.kind'), text: (row) => text(desk, `gate.${row.kind}`) },
    { title: text(desk, 'gate.why'), text: (row) => row.reasons.map(({ id }) => id).join(', ') },
    { title: text(desk, 'gate.actor'), text: (row) => row.actor },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const complianceCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'may-contact',
    usage:
      `<account> --channel ${channels.join('|')} [--address NUMBER] ` +
      `[--purpose ${purposes.join('|')}] [--technology ${technologies.join('|')}] ` +
      '[--at MOMENT] [--company CODE] [--json]',
    summary: words['command.may-contact'],
    run: runMayContact,
  },
  {
    on: 'desk',
    name: 'permits',
    usage: `<account> [--kind ${permitKinds.join('|')}] [--company CODE] [--json | --csv]`,
    summary: words['command.permits'],
    run: runPermits,
  },
  policyCommand,
];
