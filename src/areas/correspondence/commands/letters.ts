/** `dunlin letters print`, `letters hand BATCH`, `letters withdraw LETTER` and `letters`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Id, parseId } from '#kernel/ids.ts';
import { refuse } from '#kernel/outcome.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, readArguments } from '#platform/cli/options.ts';
import { renderReport } from '#platform/cli/report.ts';
import { say } from '#platform/cli/say.ts';
import { companiesNamed, oneCompany } from '#areas/team/index.ts';
import { printLetters } from '../actions/letters/print-letters.ts';
import { withdrawLetter } from '../actions/letters/withdraw-letter.ts';
import { handBatch } from '../answers/letters/hand-batch.ts';
import { drawLettersOn } from '../answers/letters/draw-letters.ts';
import { manifestOf } from '../answers/letters/manifest.ts';
import { mailClasses } from '../rules/letters/tracking.ts';
import { batchFile, batchesOf, lettersQueued } from '../store/letters.ts';
import { mailLog } from '../store/mail-log.ts';
import { words } from '../words.ts';

const options = {
  company: { type: 'string' },
  class: { type: 'string' },
  most: { type: 'string' },
  out: { type: 'string' },
  reason: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [verb, named, ...rest] = positionals;
  if (verb === 'hand' && rest.length === 0) return hand(desk, named, values);
  if (verb === 'withdraw' && rest.length === 0) return withdraw(desk, named, values);
  if (named !== undefined || (verb !== undefined && verb !== 'print')) {
    throw new WrongUsage({
      en: 'say print, hand with a batch, withdraw with a letter, or nothing to see the queue',
      es: 'diga print, hand con un lote, withdraw con una carta, o nada para ver la cola',
    });
  }
  return verb === 'print' ? print(desk, values) : queue(desk, values);
}

async function queue(desk: CliDesk, { company, json }: Values): Promise<Exit> {
  const counts = await lettersQueued(desk.db, await companiesNamed(desk, company));
  if (json) desk.print(JSON.stringify(counts));
  else desk.print(say(words, 'letters.queue', counts, desk.language));
  return 0;
}

async function print(desk: CliDesk, values: Values): Promise<Exit> {
  const { companyId } = await oneCompany(desk, values.company);
  const mailClass = choiceOption('class', values.class, mailClasses) ?? 'first_class';
  const most = Number(values.most ?? 5000);
  if (!Number.isInteger(most) || most < 1) {
    throw new WrongUsage({
      en: '--most takes a whole number',
      es: '--most lleva un número entero',
    });
  }
  const doing = {
    action: 'correspondence.print_letters',
    actor: desk.actor,
    reason: 'on the command line',
    input: { companyId, mailClass, most },
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) =>
    printLetters(context, { companyId, mailClass, most }, drawLettersOn(desk.clock.today())),
  );
  if (!done.ok) {
    throw new Unfit(done.refusal, say(words, done.refusal, done.facts, desk.language));
  }
  const { answer } = done.value;
  const folder =
    values['dry-run'] || answer.batchId === null
      ? undefined
      : await save(desk, answer.batchId, values.out);
  const told = { ...answer, ...(folder === undefined ? {} : { files: folder }) };
  const { letters, pages, held } = answer;
  const said = say(words, 'letters.printed', { letters, pages, held }, desk.language);
  if (values.json) desk.print(JSON.stringify({ ...told, dryRun: values['dry-run'] }));
  else desk.print([said, ...(folder ?? [])].join('\n'));
  return 0;
}

/** Hands all letters of a batch that may go to the provider; a refused one ends with 1. */
async function hand(desk: CliDesk, told: string | undefined, { json }: Values): Promise<Exit> {
  const batchId = told === undefined ? undefined : parseId(told);
  if (batchId === undefined) throw new WrongUsage({ en: 'name the batch', es: 'nombre el lote' });
  const sum = { taken: 0, refused: 0, unknown: 0 };
  for (let after: number | null = 0; after !== null;) {
    const handed = await handBatch(desk, desk.actor, { batchId, after, most: 25 });
    if (!handed.ok) {
      throw new Unfit(handed.refusal, say(words, handed.refusal, handed.facts, desk.language));
    }
    const { taken, refused, unknown, next } = handed.value;
    sum.taken += taken;
    sum.refused += refused;
    sum.unknown += unknown;
    after = next;
  }
  desk.print(json ? JSON.stringify(sum) : say(words, 'letters.handed', sum, desk.language));
  return sum.refused + sum.unknown === 0 ? 0 : 1;
}

/** Takes a printed letter back by the number it has in the mail log. */
async function withdraw(desk: CliDesk, named: string | undefined, values: Values): Promise<Exit> {
  const messageId = named === undefined ? undefined : parseId(named);
  const reason = values.reason?.trim() ?? '';
  if (messageId === undefined || reason === '') {
    throw new WrongUsage({
      en: 'name the letter by its id and say why: --reason "paid by wire"',
      es: 'nombre la carta por su id y diga por qué: --reason "pagó por transferencia"',
    });
  }
  const [letter] = await mailLog(desk.db, { companies: 'all', messageId }, 1);
  const doing = {
    action: 'correspondence.withdraw_letter',
    actor: desk.actor,
    reason,
    input: { messageId },
    dryRun: values['dry-run'],
  };
  const wish = letter && { accountId: letter.accountId, messageId };
  const done = wish
    ? await perform(desk, { ...doing, accountId: wish.accountId }, (context) =>
        withdrawLetter(context, wish),
      )
    : refuse('correspondence.no_such_letter');
  if (!done.ok) {
    throw new Unfit(done.refusal, say(words, done.refusal, done.facts, desk.language));
  }
  const told = { ...done.value.answer, messageId, dryRun: values['dry-run'] };
  if (values.json) desk.print(JSON.stringify(told));
  else desk.print(say(words, 'letters.withdrawn', { name: letter?.name ?? '' }, desk.language));
  return 0;
}

/** Writes the print file and its list into the folder; answers where they are. */
async function save(desk: CliDesk, batchId: Id, out: string | undefined): Promise<string[]> {
  const [batch] = await batchesOf(desk.db, { companies: 'all', batchId }, 1);
  const content = await batchFile(desk.db, batchId);
  if (!batch || !content) throw new Error(`batch ${batchId} is gone`);
  const letters = await mailLog(desk.db, { companies: 'all', batchId }, null);
  const report = manifestOf(batch, letters, desk.language);
  const folder = path.resolve(out ?? '.');
  const files = [
    { name: `${report.fileName}.pdf`, body: content },
    { name: `${report.fileName}-list.csv`, body: await renderReport(report, 'csv', desk.language) },
    { name: `${report.fileName}-list.pdf`, body: await renderReport(report, 'pdf', desk.language) },
  ];
  for (const { name, body } of files) await writeFile(path.join(folder, name), body);
  return files.map(({ name }) => path.join(folder, name));
}

export const letterCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'letters',
    usage:
      '[print | hand BATCH | withdraw LETTER --reason TEXT] [--company CODE] ' +
      '[--class first_class|certified|standard] [--most N] [--out FOLDER] [--dry-run] [--json]',
    summary: words['command.letters'],
    run,
  },
];
