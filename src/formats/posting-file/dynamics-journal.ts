/**
 * Lines of a customer payment journal of Dynamics 365 Finance, as its data management imports
 * them (entity `CustomerPaymentJournalLineEntity`, CSV with the entity's own column names).
 *
 * A receipt is a credit on the customer against the bank; what it pays is a line with
 * `MARKEDINVOICE`, so a receipt is told as its applications and the rest that is on account.
 * `PAYMENTID` carries our key: there the same line is found again before it is posted twice.
 */
import { formatMoney, isPositive, minus, negate } from '#kernel/money.ts';
import { join } from './mapped-csv.ts';
import { type PostingFile, type PostingLine, paysFrom } from './posting-line.ts';

export type DynamicsJournal = {
  /** The legal entity, the journal's name, the bank account on the other side. */
  readonly company: string;
  readonly journal: string;
  readonly bankAccount: string;
};

const titles = [
  'JOURNALBATCHNUMBER',
  'LINENUMBER',
  'COMPANY',
  'ACCOUNTTYPE',
  'ACCOUNTDISPLAYVALUE',
  'TRANSACTIONDATE',
  'CREDITAMOUNT',
  'DEBITAMOUNT',
  'CURRENCYCODE',
  'OFFSETACCOUNTTYPE',
  'OFFSETACCOUNTDISPLAYVALUE',
  'PAYMENTREFERENCE',
  'PAYMENTID',
  'MARKEDINVOICE',
  'TRANSACTIONTEXT',
] as const;

/**
 * A receipt becomes a line for each invoice that it pays in this file and one for the rest on
 * account, so that together they are the receipt. `journalNumber`: the batch that all stand in.
 * An application whose receipt was told before, or one taken back, moves no money there: it is a
 * settlement, which a person makes.
 */
export function writeDynamicsJournal(
  lines: readonly PostingLine[],
  journal: DynamicsJournal,
  journalNumber: string,
): PostingFile {
  const rows: string[][] = [[...titles]];
  const carried: { key: string; row: number }[] = [];
  const byHand: string[] = [];
  const receipts = lines.filter(({ kind }) => kind === 'receipt');
  const add = (line: PostingLine): number => {
    rows.push(cellsOf(line, journal, [journalNumber, rows.length]));
    return rows.length;
  };
  for (const receipt of receipts) {
    const own = lines.filter((line) => paysFrom(line, receipt));
    const first = rows.length + 1;
    for (const line of own) carried.push({ key: line.key, row: add(line) });
    const rest = own.reduce((left, { amount }) => minus(left, amount), receipt.amount);
    if (isPositive(rest)) add({ ...receipt, amount: rest });
    carried.push({ key: receipt.key, row: first });
  }
  for (const line of lines) {
    if (line.kind === 'return') carried.push({ key: line.key, row: add(line) });
    else if (!carried.some(({ key }) => key === line.key)) byHand.push(line.key);
  }
  return { text: rows.map((row) => `${join(row, ',')}\r\n`).join(''), carried, byHand };
}

function cellsOf(
  line: PostingLine,
  { company, journal, bankAccount }: DynamicsJournal,
  [batch, number]: readonly [string, number],
): string[] {
  const credit = isPositive(line.amount);
  const amount = formatMoney(credit ? line.amount : negate(line.amount));
  return [
    batch,
    String(number),
    company,
    'Customer',
    line.account,
    line.on,
    credit ? amount : '',
    credit ? '' : amount,
    line.amount.currency,
    'Bank',
    bankAccount,
    line.receipt,
    line.key,
    line.document,
    `${journal} ${line.kind}`,
  ];
}
