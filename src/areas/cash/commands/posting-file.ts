/** `dunlin posting-file`: the files for the book of record, the next one, what it answered. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Id, parseId } from '#kernel/ids.ts';
import type { Refused } from '#kernel/outcome.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, textTable } from '#platform/cli/table.ts';
import { oneCompany } from '#areas/team/index.ts';
import { acknowledgePostingFile } from '../actions/book-of-record/acknowledge-file.ts';
import { makePostingFile } from '../actions/book-of-record/make-file.ts';
import { readBook } from '../answers/book-of-record/book.ts';
import type { WirePostingFile } from '../contract/book-of-record.ts';
import { readAnswers } from '../rules/book-of-record/read-answers.ts';
import { fileContent } from '../store/book-of-record/files.ts';
import { words } from '../words.ts';

const options = {
  company: { type: 'string' },
  out: { type: 'string' },
  answers: { type: 'string' },
  'rest-accepted': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];
type Company = { readonly companyId: Id; readonly code: string };

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [verb, fileText, ...rest] = positionals;
  const company = await oneCompany(desk, values.company);
  if (verb === undefined) return list(desk, company, values);
  if (verb === 'make' && fileText === undefined) return make(desk, company, values);
  if (verb !== 'ack' || rest.length > 0) {
    throw new WrongUsage({
      en: 'say `make`, `ack FILE` or nothing',
      es: 'diga `make`, `ack ARCHIVO` o nada',
    });
  }
  const fileId = parseId(fileText ?? '');
  if (fileId === undefined) {
    throw new WrongUsage({
      en: 'name one file by its id, as it is listed',
      es: 'nombre un archivo por su id, como está listado',
    });
  }
  return acknowledge(desk, { companyId: company.companyId, fileId }, values);
}

async function list(desk: CliDesk, company: Company, { json }: Values): Promise<Exit> {
  const { language } = desk;
  const answer = await readBook(desk.db, company, { limit: 50, language });
  if (json) {
    desk.print(JSON.stringify(answer));
    return 0;
  }
  const { book, waiting } = answer;
  const system = text(desk, `book.${book.system}`);
  desk.print(text(desk, 'book.stands', { company: company.code, system, count: waiting }));
  if (answer.files.length > 0) desk.print(textTable(columns(desk), answer.files));
  return 0;
}

/** The file is kept; `--out` writes it into that folder as well. */
async function make(desk: CliDesk, company: Company, values: Values): Promise<Exit> {
  const doing = {
    action: 'cash.make_posting_file',
    actor: desk.actor,
    reason: 'the other book is told',
    input: company,
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) => makePostingFile(context, company));
  if (!done.ok) return complain(desk, done);
  const made = done.value.answer;
  const kept = { companyId: company.companyId, fileId: made.fileId };
  const file = values['dry-run'] ? undefined : await fileContent(desk.db, kept);
  if (file && values.out !== undefined) {
    await writeFile(path.join(values.out, file.fileName), file.content, { flag: 'wx' });
  }
  if (values.json) desk.print(JSON.stringify(made));
  else {
    const { fileName: name, lines, byHand, fileId } = made;
    desk.print(text(desk, 'book.made', { file: name, lines, by_hand: byHand, id: fileId }));
    for (const { kind, count } of made.untold) {
      desk.print(text(desk, 'book.untold', { count, kind: text(desk, `book.kind_${kind}`) }));
    }
  }
  return 0;
}

async function acknowledge(
  desk: CliDesk,
  which: { readonly companyId: Id; readonly fileId: Id },
  values: Values,
): Promise<Exit> {
  const restAccepted = values['rest-accepted'];
  if (values.answers === undefined && !restAccepted) {
    throw new WrongUsage({
      en: 'say --answers FILE, --rest-accepted or both',
      es: 'diga --answers ARCHIVO, --rest-accepted o ambos',
    });
  }
  const read = readAnswers(values.answers ? await readFile(values.answers, 'utf8') : '');
  if (!read.ok) return complain(desk, read);
  const wish = { ...which, answers: read.value, restAccepted };
  const doing = {
    action: 'cash.acknowledge_posting_file',
    actor: desk.actor,
    reason: 'the other book answered',
    input: wish,
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) => acknowledgePostingFile(context, wish));
  if (!done.ok) return complain(desk, done);
  const { answer } = done.value;
  desk.print(values.json ? JSON.stringify(answer) : text(desk, 'book.answered', answer));
  return 0;
}

function complain(desk: CliDesk, { refusal, facts }: Refused<string>): Exit {
  desk.complain(say(words, refusal, facts, desk.language));
  return 1;
}

function columns(desk: CliDesk): Column<WirePostingFile>[] {
  const count = (name: 'lines' | 'accepted' | 'rejected'): Column<WirePostingFile> => ({
    title: text(desk, `book.${name}`),
    right: true,
    text: (row) => String(row[name]),
  });
  return [
    { title: text(desk, 'book.id'), text: (row) => row.fileId },
    { title: text(desk, 'book.file'), text: (row) => row.fileName },
    count('lines'),
    count('accepted'),
    count('rejected'),
  ];
}

function text(desk: CliDesk, name: string, facts: Record<string, string | number> = {}): string {
  return say(words, name, facts, desk.language);
}

export const postingFileCommand: Command = {
  on: 'desk',
  name: 'posting-file',
  usage:
    '[make [--out FOLDER] | ack FILE [--answers CSV] [--rest-accepted]] ' +
    '[--company CODE] [--dry-run] [--json]',
  summary: words['command.posting_file'],
  run,
};
