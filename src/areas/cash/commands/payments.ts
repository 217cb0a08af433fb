/**
 * `dunlin payments write`: a sheet of payments made into the file that a bank takes.
 *
 * It moves no money and touches no database: the file goes to the bank by a person's hand, with
 * the controls that are printed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Facts, Outcome } from '#kernel/outcome.ts';
import { readCsv } from '#formats/csv/read.ts';
import { type PaymentCells, paymentRows } from '#formats/payments-table/sheet.ts';
import { paymentsToNacha } from '#formats/payments-table/to-nacha.ts';
import { paymentsToPain } from '#formats/payments-table/to-pain.ts';
import type { WrittenPayments } from '#formats/payments-table/written.ts';
import { type Command, type Exit, type Terminal, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, readArguments } from '#platform/cli/options.ts';

export const paymentsCommand: Command = {
  name: 'payments write',
  usage: '--as nacha|pain.001|pain.008 FILE.csv --out FILE [--sender FILE.csv] [--json]',
  summary: {
    en: 'writes a sheet of payments as the file that a bank takes, with its controls',
    es: 'escribe una hoja de pagos como el archivo que acepta el banco, con sus controles',
  },
  on: 'nothing',
  run,
};

const kinds = ['nacha', 'pain.001', 'pain.008'] as const;
type Kind = (typeof kinds)[number];
const options = {
  as: { type: 'string' },
  out: { type: 'string' },
  sender: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [file, extra] = positionals;
  const kind = choiceOption('as', values.as, kinds);
  if (file === undefined || extra !== undefined || kind === undefined || values.out === undefined) {
    throw new WrongUsage({
      en: 'name one CSV of payments, --as nacha|pain.001|pain.008 and --out',
      es: 'nombre un CSV de pagos, --as nacha|pain.001|pain.008 y --out',
    });
  }
  const common = values.sender === undefined ? {} : senderOf(values.sender);
  const rows = paymentRows(readCsv(readFileSync(file)), common);
  const written = write(rows, kind);
  if (!written.ok) {
    const { refusal, facts } = written;
    if (values.json) terminal.print(JSON.stringify({ refused: { code: refusal, facts } }));
    terminal.complain(complaint(file, refusal, facts));
    return Promise.resolve(1);
  }
  const { text, controls } = written.value;
  writeFileSync(values.out, text);
  if (values.json) terminal.print(JSON.stringify({ file: values.out, controls }));
  else {
    for (const { currency, count, sum } of controls) {
      terminal.print(`${count} payments, ${sum} ${currency} → ${values.out}`);
    }
  }
  return Promise.resolve(0);
}

function write(rows: readonly PaymentCells[], kind: Kind): Outcome<WrittenPayments> {
  if (kind === 'nacha') return paymentsToNacha(rows);
  return paymentsToPain(rows, kind === 'pain.001' ? 'transfers' : 'collections');
}

/** `field,value`, one a row: what all payments have in common. */
function senderOf(file: string): Record<string, string> {
  const rows = readFileSync(file, 'utf8').split(/\r?\n/u);
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [, field, value] = /^\s*([a-z0-9_]+)\s*[,;=]\s*"?(.*?)"?\s*$/u.exec(row) ?? [];
      return field === undefined ? [] : [[field, value ?? '']];
    }),
  );
}

/** `payments.csv, line 3, iban: pain.check_digits (DE00 …)`. */
function complaint(file: string, refusal: string, facts: Facts): string {
  const { line, field, what, ...rest } = facts;
  const named = field ?? what;
  const place = [
    file,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(named === undefined ? [] : [String(named)]),
  ].join(', ');
  const said = Object.entries(rest).map(([name, value]) => `${name} ${value}`);
  const beside = said.length > 0 ? ` (${said.join(', ')})` : '';
  return `${place}: ${sentences[refusal] ?? refusal}${beside}`;
}

const sentences: Readonly<Record<string, string>> = {
  'payments.empty': 'there is no payment in it',
  'payments.field_missing': 'is missing; give it a column, or a row in the --sender file',
  'payments.field_wrong': 'cannot be read',
};
