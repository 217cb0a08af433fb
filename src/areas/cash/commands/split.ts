/**
 * `dunlin split`: credits of the bank that are many payments; one of them split by a sheet that
 * names its payments.
 *
 *     account,payer,number,amount,pays
 *     C-1001,Acme Tool,8831,600.00,INV-7 INV-9
 *     ,Borealis Paper,8832,400.00,
 *
 * A payment has an account, a payer or neither, and always an amount; together they come to the
 * credit to the cent, or nothing is split.
 */
import { readFileSync } from 'node:fs';
import { readCsv } from '#formats/csv/read.ts';
import { parseId } from '#kernel/ids.ts';
import { type Currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, textTable } from '#platform/cli/table.ts';
import { oneCompany } from '#areas/team/index.ts';
import { type Part, splitByHand } from '../actions/bulk/split-bulk.ts';
import { wireReceipt } from '../answers/wire-receipts.ts';
import type { WireReceipt } from '../contract/receipts.ts';
import { numbersOf, plainAmount } from '../rules/receipts/sheet.ts';
import { type ListedReceipt, listReceipts } from '../store/receipt-list.ts';
import { words } from '../words.ts';

const options = {
  company: { type: 'string' },
  reason: { type: 'string', default: 'named on the command line' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [named, file, extra] = positionals;
  const { companyId } = await oneCompany(desk, values.company);
  const companies = [companyId];
  if (named === undefined) {
    const filter = { companies, states: ['awaiting'] } as const;
    const { rows } = await listReceipts(desk.db, filter, { offset: 0, limit: 500 });
    return list(desk, rows.map(wireReceipt), values.json);
  }
  const receiptId = parseId(named);
  if (receiptId === undefined || file === undefined || extra !== undefined) {
    throw new WrongUsage({
      en: 'name one receipt by its id, as `dunlin split` lists them, and one CSV',
      es: 'nombre un cobro por su id, como los lista `dunlin split`, y un CSV',
    });
  }
  const one = await listReceipts(desk.db, { companies, receiptId }, { offset: 0, limit: 1 });
  const [receipt] = one.rows;
  if (!receipt) return complain(desk, values, refuse('cash.no_such_receipt'));
  return split(desk, receipt, file, values);
}

function list(desk: CliDesk, rows: readonly WireReceipt[], json: boolean): Exit {
  if (json) desk.print(JSON.stringify({ rows }));
  else if (rows.length === 0) desk.print(say(words, 'cash.no_bulk', {}, desk.language));
  else desk.print(textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireReceipt>[] {
  const title = (name: keyof typeof words): string => say(words, name, {}, desk.language);
  return [
    { title: title('cash.receipt'), text: (row) => row.receiptId },
    { title: title('cash.received'), text: (row) => row.receivedOn },
    { title: title('cash.payer'), text: (row) => row.payerName || row.reference },
    { title: title('cash.amount'), right: true, text: (row) => row.amount },
    { title: title('cash.currency'), text: (row) => row.currency },
    { title: title('cash.waits_until'), text: (row) => row.waitsUntil ?? '' },
  ];
}

async function split(
  desk: CliDesk,
  { receiptId, amount }: ListedReceipt,
  file: string,
  values: Values,
): Promise<Exit> {
  const parts = partsOf(readFileSync(file), amount.currency);
  if (!parts.ok) return complain(desk, values, parts, file);
  const wish = { receiptId, parts: parts.value };
  const doing = {
    action: 'cash.split_credit',
    actor: desk.actor,
    reason: values.reason,
    input: { receiptId, file, parts: parts.value.length },
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) => splitByHand(context, wish));
  if (!done.ok) return complain(desk, values, done, file);
  const { receiptIds } = done.value.answer;
  const count = receiptIds.length;
  if (values.json) desk.print(JSON.stringify({ dryRun: values['dry-run'], receiptIds }));
  else desk.print(say(words, 'cash.credit_split', { count }, desk.language));
  if (values['dry-run'] && !values.json) {
    desk.print(say(words, 'cash.only_tried', {}, desk.language));
  }
  return 0;
}

const headings = {
  account: ['account', 'cuenta'],
  payer: ['payer', 'pagador'],
  number: ['number', 'numero', 'número'],
  amount: ['amount', 'importe'],
  pays: ['pays', 'paga'],
} as const;

/** The payments of a sheet; what cannot be read is refused with its line and field. */
function partsOf(bytes: Uint8Array, code: Currency): Outcome<Part[]> {
  const table = readCsv(bytes);
  const names = table.columns.map((column) => column.trim().toLowerCase());
  const placeOf = (name: keyof typeof headings): number =>
    names.findIndex((column) => headings[name].some((heading) => heading === column));
  const places = {
    account: placeOf('account'),
    payer: placeOf('payer'),
    number: placeOf('number'),
    amount: placeOf('amount'),
    pays: placeOf('pays'),
  };
  if (places.amount < 0) return refuse('cash.sheet_without', { field: 'amount' });
  const parts: Part[] = [];
  for (const { cells, line } of table.rows) {
    const cell = (name: keyof typeof places): string => cells[places[name]]?.trim() ?? '';
    const written = cell('amount');
    const plain = plainAmount(written);
    const amount = plain === undefined ? undefined : parseMoney(plain, code);
    if (!amount) {
      return refuse('cash.sheet_unreadable', { line, field: 'amount', text: written });
    }
    const remittance = numbersOf(cell('pays')).map((reference) => ({ reference }));
    const [account, payerName, reference] = [cell('account'), cell('payer'), cell('number')];
    parts.push({ account, payerName, reference, amount, remittance });
  }
  return accept(parts);
}

function complain(desk: CliDesk, { json }: Values, refused: Refused<string>, file = ''): Exit {
  const { refusal: code, facts } = refused;
  const message = say(words, code, facts, desk.language);
  if (json) desk.print(JSON.stringify({ refused: { code, message, facts } }));
  else desk.complain(file === '' ? message : `${file}: ${message}`);
  return 1;
}

export const splitCommand: Command = {
  on: 'desk',
  name: 'split',
  usage: '[RECEIPT FILE.csv] [--reason TEXT] [--company CODE] [--dry-run] [--json]',
  summary: words['command.split'],
  run,
};
