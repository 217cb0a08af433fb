/** `dunlin mail fetch`, `dunlin mail list` and `dunlin mail take-in FILE…`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { companiesNamed, oneCompany } from '#areas/team/index.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { registerBox, usualAnswerMinutes } from '../actions/mailbox/register-box.ts';
import { fetchMails, mostMailBytes, takeIn } from '../answers/mailbox/fetch-mails.ts';
import { remedyOf, wireMail } from '../answers/mailbox/wire.ts';
import { type WireMail, intents, mailStates } from '../contract/mailbox.ts';
import { type Box, boxesOf } from '../store/mailbox/boxes.ts';
import { listMails } from '../store/mailbox/list.ts';
import { words } from '../words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  box: { type: 'string' },
  state: { type: 'string' },
  intent: { type: 'string' },
  search: { type: 'string' },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [verb, ...files] = positionals;
  if (verb === 'fetch' && files.length === 0) return runFetch(desk, values);
  if (verb === 'list' && files.length === 0) return runList(desk, values);
  if (verb === 'take-in' && files.length > 0) return runTakeIn(desk, values, files);
  throw new WrongUsage({
    en: 'say mail fetch, mail list, or mail take-in with the files',
    es: 'diga mail fetch, mail list, o mail take-in con los archivos',
  });
}

/** 1 when a box could not be looked at. */
async function runFetch(desk: CliDesk, { json }: Values): Promise<Exit> {
  const by = { actor: desk.actor, reason: 'asked for on the command line' };
  const runs = await fetchMails(desk, by);
  const failed = runs.filter(({ problem }) => problem !== null);
  if (json) {
    const told = runs.map((each) => ({
      ...each,
      remedy: each.problem === null ? null : remedyOf(each.problem, desk.language),
    }));
    desk.print(JSON.stringify({ runs: told }));
  } else if (runs.length === 0) desk.print(text(desk, 'mailbox.cli_no_boxes'));
  else {
    for (const { box, taken, known } of runs) {
      desk.print(say(words, 'mailbox.cli_fetched', { box, taken, known }, desk.language));
    }
  }
  for (const { box, problem, detail } of failed) {
    desk.complain(`${box}: ${remedyOf(problem ?? '', desk.language)} (${detail ?? ''})`);
  }
  return failed.length > 0 ? 1 : 0;
}

async function runList(desk: CliDesk, values: Values): Promise<Exit> {
  const state = choiceOption('state', values.state, [...mailStates, 'any'] as const) ?? 'open';
  const filter = {
    companies: await companiesNamed(desk, values.company),
    state: state === 'any' ? undefined : state,
    intent: choiceOption('intent', values.intent, intents),
    mailboxId: undefined,
    accountId: undefined,
    mailId: undefined,
    view: 'all',
    memberId: null,
    search: values.search,
  } as const;
  const moment = { today: desk.clock.today(), at: desk.clock.now() };
  const found = await listMails(desk.db, filter, moment, { limit: null, offset: 0 });
  const rows = found.map((row) => wireMail(row, moment.at));
  if (values.json) desk.print(JSON.stringify({ asOf: moment.today, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else
    desk.print(rows.length === 0 ? text(desk, 'mailbox.cli_none') : textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireMail>[] {
  const title = (name: string): string => text(desk, `mailbox.cli_${name}`);
  return [
    { title: title('received'), text: (row) => row.receivedAt.slice(0, 16).replace('T', ' ') },
    { title: title('from'), text: (row) => row.from.address },
    { title: title('account'), text: (row) => row.account?.number ?? '' },
    {
      title: title('intent'),
      text: (row) => row.intents.map((each) => text(desk, `mailbox.intent_${each}`)).join(', '),
    },
    { title: title('blocked'), right: true, text: (row) => row.blocked?.amount ?? '' },
    { title: title('currency'), text: (row) => row.blocked?.currency ?? '' },
    { title: title('state'), text: (row) => text(desk, `mailbox.state_${row.state}`) },
    { title: title('subject'), text: (row) => row.subject },
  ];
}

async function runTakeIn(desk: CliDesk, values: Values, files: readonly string[]): Promise<Exit> {
  const box = await boxFor(desk, values);
  const by = { actor: desk.actor, reason: 'mails from files' };
  const rows = [];
  for (const file of files) {
    const bytes = new Uint8Array(await readFile(file));
    if (bytes.length > mostMailBytes) {
      const facts = { file, limit: mostMailBytes / 1_000_000 };
      throw new Unfit('mailbox.too_large', say(words, 'mailbox.too_large', facts, desk.language));
    }
    const mail = { raw: bytes, head: bytes, bytes: bytes.length, receivedAt: null };
    const taken = await takeIn(desk, { box, mail, at: null }, by);
    rows.push({ file: path.basename(file), ...taken });
  }
  if (values.json) desk.print(JSON.stringify({ box: box.name, rows }));
  else {
    for (const { file, added } of rows) {
      const phrase = added ? 'mailbox.cli_taken' : 'mailbox.cli_known';
      desk.print(say(words, phrase, { file }, desk.language));
    }
  }
  return 0;
}

/** The box that is named, the only one there is, or a new one for mails that a hand brings. */
async function boxFor(desk: CliDesk, { company, box: name }: Values): Promise<Box> {
  const { companyId } = await oneCompany(desk, company);
  const known = await boxesOf(desk.db, [companyId]);
  const found = name === undefined ? known[0] : known.find((each) => each.name === name);
  if (found && (name !== undefined || known.length === 1)) return found;
  const called = name ?? 'by-hand';
  const before = known.find((each) => each.name === called);
  if (before) return before;
  const doing = {
    action: 'correspondence.register_box',
    actor: desk.actor,
    reason: 'mails from files',
    input: { name: called },
  };
  await perform(desk, doing, (context) =>
    registerBox(context, {
      companyId,
      name: called,
      address: `${called}@localhost`,
      server: null,
      answerMinutes: usualAnswerMinutes,
      sealed: null,
    }),
  );
  const made = (await boxesOf(desk.db, [companyId])).find((each) => each.name === called);
  if (!made) throw new Unfit('mailbox.no_such_box', text(desk, 'mailbox.no_such_box'));
  return made;
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const mailCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'mail',
    usage:
      `fetch | list | take-in FILE… [--company CODE] [--box NAME] ` +
      `[--state ${mailStates.join('|')}|any] [--intent INTENT] [--search TEXT] [--json | --csv]`,
    summary: words['command.mail'],
    run,
  },
];
