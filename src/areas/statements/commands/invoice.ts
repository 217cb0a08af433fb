/** `dunlin invoice NUMBER --as ubl|factur-x|pdf`: one document as a file. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Facts } from '#kernel/outcome.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { invoiceFile, invoiceForms } from '../answers/invoice-file.ts';
import { documentsNamed } from '../store/documents.ts';
import { words } from '../words.ts';

const options = {
  as: { type: 'string' },
  out: { type: 'string' },
  account: { type: 'string' },
  company: { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [number, ...rest] = positionals;
  if (number === undefined || rest.length > 0)
    throw new WrongUsage({ en: 'name one document', es: 'nombre un documento' });
  const form = choiceOption('as', values.as, invoiceForms) ?? 'pdf';
  const companies = await companiesNamed(desk, values.company);
  const named = await documentsNamed(desk.db, { number }, companies);
  const found = named.filter(
    ({ account }) => values.account === undefined || account === values.account,
  );
  const [only, ...others] = found;
  if (!only) throw unfit(desk, 'statements.no_such_document', { number });
  if (others.length > 0) throw unfit(desk, 'statements.several_documents', { number });
  const made = await invoiceFile(only, form);
  if (!made.ok) throw unfit(desk, made.refusal, made.facts);
  const { name, body } = made.value;
  // Text goes where a program reads it; a PDF is always a file.
  if (typeof body === 'string' && values.out === undefined) desk.print(body.trimEnd());
  else {
    const file = path.resolve(values.out ?? name);
    await writeFile(file, body);
    desk.complain(file);
  }
  return 0;
}

function unfit(desk: CliDesk, code: string, facts: Facts): Unfit {
  return new Unfit(code, say(words, code, facts, desk.language));
}

export const invoiceCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'invoice',
    usage: 'NUMBER [--as ubl|factur-x|pdf] [--out FILE] [--account NUMBER] [--company CODE]',
    summary: words['command.invoice'],
    run,
  },
];
