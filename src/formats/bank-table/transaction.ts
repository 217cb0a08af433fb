/**
 * One row of a bank's table as a movement: everything the row says, none of it judged.
 *
 * A column called `IBAN` may be ours or the payer's. The same value in every row is ours;
 * different ones are the payers', for a list of one account is the rule.
 */
import { type Day } from '#kernel/day.ts';
import { type Money } from '#kernel/money.ts';
import { channelOfCode, isReturn } from '../bai2/type-codes.ts';
import { type BankTransaction, type Channel } from '../neutral.ts';
import { lastingId } from '../references.ts';
import { type Row, type Table } from '../table.ts';
import { channelOf, returnReason } from '../tables/channel.ts';
import { plainName } from '../values/header-name.ts';
import { type BankField, saidWords } from './fields.ts';
import { type At } from './lines.ts';

/** Gives a column called IBAN to us or to the payers, by its values. */
export function whoseAccount(table: Table, found: At): At {
  const at = new Map<BankField, number>(found);
  const index = at.get('account');
  const name = index === undefined ? '' : plainName(table.columns[index] ?? '');
  const values = new Set(
    table.rows.map((row) => (row.cells[index ?? -1] ?? '').trim()).filter((value) => value !== ''),
  );
  if (values.size > 1 && name === 'iban') {
    const ofPayers = values.size * 3 > table.rows.length && !at.has('payerAccount');
    if (ofPayers && index !== undefined) {
      at.delete('account');
      at.set('payerAccount', index);
    }
  }
  return at;
}

/** The columns of everything that was said; the bank's word for the kind counts as said. */
export function saidColumns(table: Table, at: At): number[] {
  const taken = new Set(at.values());
  if (table.headerLine === undefined) {
    // Without names every column with words says something.
    const worded = (place: number): boolean =>
      table.rows.some((row) => /\p{L}{2}/u.test(row.cells[place] ?? ''));
    return table.columns.flatMap((_, place) => (!taken.has(place) && worded(place) ? [place] : []));
  }
  return table.columns.flatMap((column, place) =>
    saidWords.test(plainName(column)) && (!taken.has(place) || at.get('type') === place)
      ? [place]
      : [],
  );
}

type Settled = {
  readonly bookedOn: Day;
  readonly valueOn?: Day;
  readonly amount: Money;
};

type Columns = { readonly at: At; readonly said: readonly number[] };

/** The movement that a row tells. */
export function transactionOf(row: Row, columns: Columns, settled: Settled): BankTransaction {
  const cell = (field: BankField): string | undefined => {
    const index = columns.at.get(field);
    const text = index === undefined ? '' : (row.cells[index] ?? '').trim();
    return text === '' ? undefined : text;
  };
  const said = [...new Set(columns.said.map((index) => (row.cells[index] ?? '').trim()))];
  const text = said.filter((each) => each !== '').join('\n');
  const named = [cell('type'), cell('payerName'), text];
  const words = named.filter((each) => each !== undefined).join(' ');
  const stated = /\d/u.test(cell('checkNumber') ?? '') ? cell('checkNumber') : undefined;
  const checkNumber = stated ?? /\bche(?:ck|que) ?(?:paid )?#? ?(\d{3,10})\b/iu.exec(words)?.[1];
  const bai = baiCode(cell('code'));
  const reason =
    returnReason(words) ?? (bai !== undefined && isReturn(bai) ? 'returned' : undefined);
  const rail = channelOf(words);
  const id = cell('externalId');
  return {
    record: row.line,
    ...optional('externalId', id === undefined ? undefined : lastingId(id, settled.bookedOn)),
    ...settled,
    status: statusOf(cell('status')),
    ...optional('code', codeOf(bai, cell('type'))),
    channel: checkNumber === undefined ? railOf(rail, bai, words) : 'check',
    ...(reason === undefined ? {} : { returned: { reason } }),
    ...optional('payerName', cell('payerName')),
    ...optional('payerAccount', cell('payerAccount')),
    ...optional('checkNumber', checkNumber),
    references: [cell('reference')].filter((each) => each !== undefined),
    text,
  };
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  // One key with its value, or none: exactly the optional property asked for.
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

function baiCode(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{3}$/u.test(text) ? text : undefined;
}

/** The words decide; a code is asked where they say nothing. */
function railOf(said: Channel, bai: string | undefined, words: string): Channel {
  return said === 'other' && bai !== undefined ? channelOfCode(bai, words) : said;
}

function codeOf(bai: string | undefined, type: string | undefined): string | undefined {
  if (bai !== undefined) return `bai:${bai}`;
  return type === undefined ? undefined : `bank:${type}`;
}

function statusOf(text: string | undefined): BankTransaction['status'] {
  if (text === undefined) return 'booked';
  if (/pend|ausstehend|vorgemerkt|en attente|hold|authori[sz]ed|processing/iu.test(text)) {
    return 'pending';
  }
  return /declin|cancel|void|failed|reject|rechaz|anulad/iu.test(text) ? 'information' : 'booked';
}
