/** `dunlin checks`: prints the checks of a payout; writes what the bank's positive pay is told. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { id, parseId } from '#kernel/ids.ts';
import { oneCompany } from '#areas/team/index.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { dayOption, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { readPositivePay } from '../answers/checks/positive-pay.ts';
import { printChecks } from '../answers/checks/print-checks.ts';
import { words } from '../words.ts';

const options = {
  company: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [verb, payout, ...rest] = positionals;
  if (verb === 'print' && payout !== undefined && rest.length === 0) {
    if (values.out === undefined) {
      throw new WrongUsage({
        en: '--out takes the PDF to write',
        es: '--out lleva el PDF que se escribe',
      });
    }
    return print(desk, payout, values.out);
  }
  if (verb !== 'positive-pay' || payout !== undefined) {
    throw new WrongUsage({
      en: 'write checks print PAYOUT --out FILE, or checks positive-pay',
      es: 'escriba checks print PAGO --out ARCHIVO, o checks positive-pay',
    });
  }
  const { companyId, code } = await oneCompany(desk, values.company);
  const today = desk.clock.today();
  const from = dayOption('from', values.from) ?? today;
  const to = dayOption('to', values.to) ?? today;
  const file = await readPositivePay(desk.db, { companyId, code }, { from, to });
  if (!file.ok) throw unfit(desk, file);
  desk.print(file.value.body.trimEnd());
  return 0;
}

async function print(desk: CliDesk, payout: string, out: string): Promise<Exit> {
  const payoutId = parseId(payout) ?? id('00000000-0000-0000-0000-000000000000');
  const printed = await printChecks(desk.db, 'all', payoutId);
  if (!printed.ok) throw unfit(desk, printed);
  const file = path.resolve(out);
  await writeFile(file, printed.value.body);
  desk.print(say(words, 'refunds.checks_printed', { file }, desk.language));
  return 0;
}

type No = { readonly refusal: string; readonly facts: Readonly<Record<string, string | number>> };

function unfit({ language }: CliDesk, { refusal, facts }: No): Unfit {
  return new Unfit(refusal, say(words, refusal, facts, language));
}

export const checkCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'checks',
    usage: '[print PAYOUT --out FILE | positive-pay [--from DAY] [--to DAY] [--company CODE]]',
    summary: words['command.checks'],
    run,
  },
];
