/**
 * A file of a bank for people: its payments as a table, and below it whatever in the file
 * disagrees with itself.
 */
import { type Money, formatMoney } from '#kernel/money.ts';
import {
  type BankTransaction,
  type Control,
  type NeutralFile,
  type RemittanceLine,
  type SettlementLine,
  type Statement,
  holds,
  tornOff,
} from '#formats/neutral.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';

/** So much of what was said fits beside an amount; the rest stands in `--json`. */
const textWidth = 60;

/** What the file holds, statement by statement, then what it says that does not add up. */
export function bankFileText(name: string, file: NeutralFile): string {
  const parts = [
    `${name}: ${file.format}`,
    ...file.statements.flatMap(statementText),
    ...file.remittances.flatMap(({ payerName, paymentReference, total, lines }) => [
      ['remittance', payerName, paymentReference, amountText(total)].filter(Boolean).join('  '),
      textTable(remittanceColumns, lines),
    ]),
    ...file.settlements.flatMap(({ processor, lines }) => [
      processor,
      textTable(settlementColumns, lines),
    ]),
    ...file.controls.filter((control) => !holds(control)).map(controlText),
    ...file.problems.map(({ record, code }) => `record ${record}: ${code}`),
  ];
  return parts.join('\n');
}

function controlText({ record, what, stated, found }: Control): string {
  if (stated === tornOff) return `record ${record}: ${what} is missing, the file is torn`;
  return `record ${record}: ${what} says ${stated}, found ${found}`;
}

/** The rows of the file's fullest list: payments, else settlement lines, else remittance lines. */
export function bankFileCsv(file: NeutralFile): string {
  const payments = file.statements.flatMap(({ account, transactions }) =>
    transactions.map((transaction) => ({ account, transaction })),
  );
  if (payments.length > 0 || file.statements.length > 0) return csvTable(paymentColumns, payments);
  const settled = file.settlements.flatMap(({ lines }) => lines);
  if (settled.length > 0) return csvTable(settlementColumns, settled);
  return csvTable(
    remittanceColumns,
    file.remittances.flatMap(({ lines }) => lines),
  );
}

function statementText(statement: Statement): string[] {
  const { account, currency, kind, id, from, to, opening, closing, transactions } = statement;
  const head = [
    `${kind} ${account} ${currency}`,
    id,
    [from, to].filter(Boolean).join(' – '),
    opening && `opening ${formatMoney(opening)}`,
    closing && `closing ${formatMoney(closing)}`,
  ];
  return [head.filter(Boolean).join('  '), textTable(transactionColumns, transactions)];
}

function amountText(amount: Money | undefined): string {
  return amount ? formatMoney(amount) : '';
}

const transactionColumns: readonly Column<BankTransaction>[] = [
  { title: 'record', right: true, text: ({ record }) => String(record) },
  { title: 'booked', text: ({ bookedOn }) => bookedOn },
  { title: 'amount', right: true, text: ({ amount }) => formatMoney(amount) },
  { title: 'by', text: ({ channel, returned }) => returned?.reason ?? channel },
  { title: 'payer', text: ({ payerName }) => payerName ?? '' },
  { title: 'references', text: ({ references }) => references.join(' ').slice(0, textWidth) },
  { title: 'text', text: ({ text }) => text.replaceAll('\n', ' ').slice(0, textWidth) },
];

type Payment = { readonly account: string; readonly transaction: BankTransaction };

function column(title: string, text: (transaction: BankTransaction) => string): Column<Payment> {
  return { title, text: ({ transaction }) => text(transaction) };
}

const paymentColumns: readonly Column<Payment>[] = [
  column('record', ({ record }) => String(record)),
  { title: 'account', text: ({ account }) => account },
  column('booked_on', ({ bookedOn }) => bookedOn),
  column('value_on', ({ valueOn }) => valueOn ?? ''),
  column('amount', ({ amount }) => formatMoney(amount)),
  column('currency', ({ amount }) => amount.currency),
  column('status', ({ status }) => status),
  column('channel', ({ channel }) => channel),
  column('code', ({ code }) => code ?? ''),
  column('returned', ({ returned }) => returned?.reason ?? ''),
  column('payer_name', ({ payerName }) => payerName ?? ''),
  column('payer_account', ({ payerAccount }) => payerAccount ?? ''),
  column('check_number', ({ checkNumber }) => checkNumber ?? ''),
  column('external_id', ({ externalId }) => externalId ?? ''),
  column('references', ({ references }) => references.join(' ')),
  column('text', ({ text }) => text),
];

const remittanceColumns: readonly Column<RemittanceLine>[] = [
  { title: 'record', right: true, text: ({ record }) => String(record) },
  { title: 'kind', text: ({ kind }) => kind },
  { title: 'reference', text: ({ reference }) => reference },
  { title: 'paid', right: true, text: ({ paid }) => amountText(paid) },
  { title: 'gross', right: true, text: ({ gross }) => amountText(gross) },
  { title: 'discount', right: true, text: ({ discount }) => amountText(discount) },
  {
    title: 'deductions',
    text: ({ deductions }) =>
      deductions.map(({ amount, reason }) => `${formatMoney(amount)} ${reason}`).join(', '),
  },
];

const settlementColumns: readonly Column<SettlementLine>[] = [
  { title: 'record', right: true, text: ({ record }) => String(record) },
  { title: 'on', text: ({ on }) => on },
  { title: 'kind', text: ({ kind }) => kind },
  { title: 'gross', right: true, text: ({ gross }) => formatMoney(gross) },
  { title: 'fee', right: true, text: ({ fee }) => formatMoney(fee) },
  { title: 'net', right: true, text: ({ net }) => formatMoney(net) },
  { title: 'batch', text: ({ batch }) => batch ?? '' },
  { title: 'reference', text: ({ reference }) => reference },
];
