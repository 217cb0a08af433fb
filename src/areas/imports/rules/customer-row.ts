/**
 * One row of a list of customers.
 *
 * A customer needs a number; one that has only a name is known by it, for that is how the
 * rest of its owner's files will call it.
 */
import { type CustomerRecord } from './records.ts';
import {
  type ReadingRow,
  amountOf,
  codeOf,
  currencyOf,
  flagOf,
  refuseRow,
  textOf,
} from './row-reader.ts';
import { type Money } from '#kernel/money.ts';

/** The customer on a row; undefined with problems noted. */
export function customerOf(row: ReadingRow): CustomerRecord | undefined {
  const name = textOf(row, 'name');
  const number = codeOf(row, 'number') ?? name;
  if (number === undefined) return refuseRow(row, 'number', 'import.value_missing');
  const parentNumber = codeOf(row, 'parentNumber');
  const paidByParent = flagOf(row, 'billWithParent') === true ? parentNumber : undefined;
  const customer: CustomerRecord = {
    line: row.row.line,
    number,
    name: name ?? number,
    parentNumber,
    payerNumber: codeOf(row, 'payerNumber') ?? paidByParent,
    company: textOf(row, 'company') ?? row.plan.company,
    segment: textOf(row, 'segment'),
    termsCode: textOf(row, 'termsCode'),
    creditLimit: readLimit(row),
    language: readLanguage(textOf(row, 'language')),
    email: textOf(row, 'email'),
    phone: textOf(row, 'phone'),
    contactName: textOf(row, 'contactName'),
    address: textOf(row, 'address'),
    city: textOf(row, 'city'),
    state: textOf(row, 'state'),
    postalCode: codeOf(row, 'postalCode'),
    country: textOf(row, 'country'),
    taxExempt: readExempt(row),
    collector: textOf(row, 'collector'),
  };
  return row.problems.length > 0 ? undefined : customer;
}

/** Only a limit needs a currency; a customer without one needs none. */
function readLimit(row: ReadingRow): Money | undefined {
  if (textOf(row, 'creditLimit') === undefined) return undefined;
  const currency = currencyOf(row);
  return currency === undefined ? undefined : amountOf(row, 'creditLimit', currency);
}

function readLanguage(text: string | undefined): 'en' | 'es' | undefined {
  const word = text?.toLowerCase() ?? '';
  if (/^(?:es|spa|spanish|español|castellano|s$)/u.test(word)) return 'es';
  return /^(?:en|eng|english|inglés|e$)/u.test(word) ? 'en' : undefined;
}

/** Some sources say who is exempt, some who is taxable. */
function readExempt(row: ReadingRow): boolean | undefined {
  const exempt = flagOf(row, 'taxExempt');
  if (exempt !== undefined) return exempt;
  const taxable = flagOf(row, 'taxable');
  return taxable === undefined ? undefined : !taxable;
}
