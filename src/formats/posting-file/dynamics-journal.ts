/**
 * Lines of a customer payment journal of Dynamics 365 Finance, as its data management imports
 * them (entity `CustomerPaymentJournalLineEntity`, CSV with the entity's own column names).
 *
 * A receipt is a credit on the customer against the bank; what it pays is a line with
 * `MARKEDINVOICE`, so a receipt is told as its applications and the rest that is on account.
 * `PAYMENTID` carries our key: there the same line is found again before it is posted twice.
 *
 * A refund debits the customer against the bank; discounts and write-offs credit the customer
 * against their ledger account, credit memos that pay or move go through a clearing account. A
 * ledger account that is not named leaves its lines to a person.
 */
import { formatMoney, isPositive, minus, negate } from '#kernel/money.ts';
import { join } from './mapped-csv.ts';
import { type PostingFile, type PostingLine, paysFrom } from './posting-line.ts';

export type DynamicsJournal = {
  /** The legal entity, the journal's name, the bank account on the other side. */
  readonly company: string;
  readonly journal: string;
  readonly bankAccount: string;
  /** Main accounts on the other side of what moves no money. */
  readonly discountAccount?: string | undefined;
  readonly writeOffAccount?: string | undefined;
  readonly clearingAccount?: string | undefined;
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
  const add = (row: JournalRow): number => {
    rows.push(cellsOf(row, journal, [journalNumber, rows.length]));
    return rows.length;
  };
  for (const receipt of receipts) {
    const own = lines.filter((line) => paysFrom(line, receipt));
    const first = rows.length + 1;
    for (const line of own) carried.push({ key: line.key, row: add(overBank(line)) });
    const rest = own.reduce((left, { amount }) => minus(left, amount), receipt.amount);
    if (isPositive(rest)) add(overBank({ ...receipt, amount: rest }));
    carried.push({ key: receipt.key, row: first });
  }
  const done = new Set(carried.map(({ key }) => key));
  for (const line of lines) {
    if (done.has(line.key)) continue;
    const [first, ...others] = rowsFor(line, journal);
    if (!first) byHand.push(line.key);
    else {
      carried.push({ key: line.key, row: add(first) });
      for (const other of others) add(other);
    }
  }
  return { text: rows.map((row) => `${join(row, ',')}\r\n`).join(''), carried, byHand };
}

/** A line of the journal: the ledger account on its other side, else the bank. */
type JournalRow = { readonly line: PostingLine; readonly ledger?: string; readonly marks: string };

const overBank = (line: PostingLine): JournalRow => ({ line, marks: line.document });

/** None when the journal has no account for it: then a person settles it there. */
function rowsFor(line: PostingLine, journal: DynamicsJournal): JournalRow[] {
  const { discountAccount, writeOffAccount, clearingAccount: clearing } = journal;
  const given = (ledger: string | undefined): JournalRow[] =>
    ledger ? [{ line, ledger, marks: line.document }] : [];
  switch (line.kind) {
    case 'return':
      return [overBank(line)];
    case 'refund':
      return [{ line, marks: line.receipt }];
    case 'discount':
      return given(discountAccount);
    case 'small_difference':
    case 'write_off':
      return given(writeOffAccount);
    case 'credit_move':
      return clearing ? [{ line, ledger: clearing, marks: line.receipt }] : [];
    case 'credit_application': {
      if (!clearing) return [];
      const used = { ...line, amount: negate(line.amount) };
      return [
        { line, ledger: clearing, marks: line.document },
        { line: used, ledger: clearing, marks: line.receipt },
      ];
    }
    case 'receipt':
    case 'application':
    case 'unapplication':
      return [];
  }
}

function cellsOf(
  { line, ledger, marks }: JournalRow,
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
    ledger === undefined ? 'Bank' : 'Ledger',
    ledger ?? bankAccount,
    line.receipt,
    line.key,
    marks,
    `${journal} ${line.kind}`,
  ];
}
