/**
 * Is a table a bank's list of movements?
 *
 * A day and an amount stand in every list of documents, too. A bank's list adds what only
 * a bank knows (a balance, two sides, a value date) or what a movement says; a list with a
 * due date or a customer number is somebody's receivables and is left alone.
 */
import { type Table } from '../table.ts';
import { findColumns } from '../tables/find-columns.ts';
import { plainName } from '../values/header-name.ts';
import { columnsByValue } from './headerless.ts';
import { type BankField, bankFields, documentWords } from './fields.ts';
import { saidColumns, whoseAccount } from './transaction.ts';

const bankOnly: readonly BankField[] = [
  'balance',
  'sign',
  'valueOn',
  'checkNumber',
  'payerAccount',
];

/** Whether a table is read as a bank's without anybody saying so. */
export function looksLikeBankTable(table: Table): boolean {
  if (table.headerLine === undefined) return columnsByValue(table) !== undefined;
  if (table.columns.some((name) => documentWords.test(plainName(name)))) return false;
  const at = whoseAccount(table, findColumns(table, bankFields).at);
  const dated = at.has('bookedOn') || at.has('valueOn');
  const paired = at.has('debit') && at.has('credit');
  if (!dated || !(at.has('amount') || paired)) return false;
  if (paired || bankOnly.some((field) => at.has(field))) return true;
  return saidColumns(table, at).length > 0;
}
