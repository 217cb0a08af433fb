/** `dunlin deposit`: deposits of checks; pictures of a folder; closing, sending, the answer. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Id, parseId } from '#kernel/ids.ts';
import type { Outcome, Refused } from '#kernel/outcome.ts';
import { type Context, perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, textTable } from '#platform/cli/table.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { openPicture } from '#platform/files/open-picture.ts';
import { oneCompany } from '#areas/team/index.ts';
import { addImages } from '../actions/deposits/add-images.ts';
import { moveDeposit } from '../actions/deposits/move-deposit.ts';
import { rejectCheck } from '../actions/deposits/reject-check.ts';
import { readDeposits } from '../answers/deposits/deposit.ts';
import { type WireDeposit, depositActs } from '../contract/deposits.ts';
import { words } from '../words.ts';

const options = {
  company: { type: 'string' },
  images: { type: 'string' },
  act: { type: 'string' },
  'reject-check': { type: 'string' },
  said: { type: 'string', default: '' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];
type Which = { readonly companyId: Id; readonly depositId: Id };

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [named, ...rest] = positionals;
  const { companyId, code } = await oneCompany(desk, values.company);
  const act = choiceOption('act', values.act, depositActs);
  const doing = act ?? values.images ?? values['reject-check'];
  if (rest.length > 0 || (named === undefined && doing !== undefined)) {
    throw new WrongUsage({
      en: 'name one deposit by its id, as `dunlin deposit` lists them',
      es: 'nombre un depósito por su id, como los lista `dunlin deposit`',
    });
  }
  if (named === undefined) return list(desk, { companyId, code }, values.json);
  const depositId = parseId(named);
  if (depositId === undefined) {
    throw new WrongUsage({
      en: `${named} is no id of a deposit`,
      es: `${named} no es el id de ningún depósito`,
    });
  }
  const which = { companyId, depositId };
  if (values.images !== undefined) {
    const exit = await pictures(desk, which, values);
    if (exit !== 0 || act === undefined) return exit;
  }
  if (values['reject-check'] !== undefined) return reject(desk, which, values);
  if (act === undefined) {
    throw new WrongUsage({
      en: 'say --images FOLDER, --act ACT or both, or --reject-check ITEM --said TEXT',
      es: 'diga --images CARPETA, --act ACTO o ambos, o --reject-check PARTIDA --said TEXTO',
    });
  }
  return move(desk, which, act, values);
}

async function list(
  desk: CliDesk,
  company: { readonly companyId: Id; readonly code: string },
  json: boolean,
): Promise<Exit> {
  const answer = await readDeposits(desk.db, company, 50, desk.language);
  if (json) desk.print(JSON.stringify(answer));
  else if (answer.rows.length === 0) desk.print(text(desk, 'deposit.none'));
  else desk.print(textTable(columns(desk), answer.rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireDeposit>[] {
  return [
    { title: text(desk, 'deposit.number'), text: (row) => row.depositId },
    { title: text(desk, 'deposit.day'), text: (row) => row.depositedOn },
    { title: text(desk, 'deposit.bank'), text: (row) => row.bank },
    {
      title: text(desk, 'deposit.counted'),
      right: true,
      text: (row) => `${row.control.count} · ${row.control.amount}`,
    },
    {
      title: text(desk, 'deposit.keyed'),
      right: true,
      text: (row) => `${row.keyed.count} · ${row.keyed.amount}`,
    },
    { title: text(desk, 'deposit.state'), text: (row) => text(desk, `deposit.${row.state}`) },
  ];
}

/** Every picture of the folder; other files stay where they are. */
async function pictures(desk: CliDesk, which: Which, values: Values): Promise<Exit> {
  const folder = values.images ?? '';
  const names = (await readdir(folder)).filter((name) => /\.(?:tiff?|png|jpe?g)$/iu.test(name));
  const files = await Promise.all(
    names.toSorted().map(async (name) => {
      const content = await readFile(path.join(folder, name));
      return { name, content, sha256: fingerprint(content) };
    }),
  );
  const input = { ...which, files: names };
  const done = await tried(desk, 'cash.add_images', values, input, (context) =>
    addImages(context, { ...which, files }),
  );
  if (!done.ok) return complain(desk, values, done);
  if (!values.json) desk.print(text(desk, 'deposit.images_added', { images: files.length }));
  return 0;
}

async function move(
  desk: CliDesk,
  which: Which,
  act: (typeof depositActs)[number],
  values: Values,
): Promise<Exit> {
  const wish = { ...which, act, said: values.said };
  const done = await tried(desk, 'cash.move_deposit', values, wish, (context) =>
    moveDeposit(context, wish, openPicture),
  );
  if (!done.ok) return complain(desk, values, done);
  const { state } = done.value.answer;
  if (values.json) desk.print(JSON.stringify({ state, dryRun: values['dry-run'] }));
  else desk.print(text(desk, 'deposit.now', { state: text(desk, `deposit.${state}`) }));
  return 0;
}

/** The bank took one check out. */
async function reject(desk: CliDesk, which: Which, values: Values): Promise<Exit> {
  const item = values['reject-check'] ?? '';
  if (!/^\d{1,5}$/u.test(item) || values.said === '') {
    throw new WrongUsage({
      en: '--reject-check takes the item’s number, and --said what the bank said',
      es: '--reject-check lleva el número de la partida y --said lo que dijo el banco',
    });
  }
  const wish = { ...which, itemNo: Number(item) };
  const done = await tried(desk, 'cash.reject_check', values, wish, (context) =>
    rejectCheck(context, wish),
  );
  if (!done.ok) return complain(desk, values, done);
  if (values.json) desk.print(JSON.stringify({ itemNo: wish.itemNo, dryRun: values['dry-run'] }));
  else desk.print(text(desk, 'deposit.check_rejected', { item }));
  return 0;
}

function tried<T, R extends string>(
  desk: CliDesk,
  action: string,
  values: Values,
  input: unknown,
  work: (context: Context) => Promise<Outcome<T, R>>,
) {
  const { actor } = desk;
  const reason = values.said || 'from the command line';
  return perform(desk, { action, actor, reason, input, dryRun: values['dry-run'] }, work);
}

function complain(desk: CliDesk, { json }: Values, refused: Refused<string>): Exit {
  const { refusal: code, facts } = refused;
  const message = say(words, code, facts, desk.language);
  if (json) desk.print(JSON.stringify({ refused: { code, message, facts } }));
  else desk.complain(message);
  return 1;
}

function text(desk: CliDesk, name: string, facts: Record<string, string | number> = {}): string {
  return say(words, name, facts, desk.language);
}

export const depositCommand: Command = {
  on: 'desk',
  name: 'deposit',
  usage:
    '[DEPOSIT] [--images FOLDER] [--act close|send|accept|reject|shred] [--reject-check ITEM] ' +
    '[--said TEXT] [--company CODE] [--dry-run] [--json]',
  summary: words['command.deposit'],
  run,
};
