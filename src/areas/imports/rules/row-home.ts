/**
 * Where one row of a large book belongs, read off its ids alone, before it is read as a whole.
 *
 * It mirrors what the readers of items, payments, applications and orders take for an id. A row
 * that names nobody is at home nowhere; what is wrong with it is said when it is read.
 */
import { documentKindOf } from './document-kind.ts';
import type { Homes } from './homes.ts';
import { type ReadingRow, codeOf, composedId, countOf, textOf } from './row-reader.ts';

/** Settles the ids that the row brings, joins the homes it names, and answers its own. */
export function homeOf(row: ReadingRow, homes: Homes): number | undefined {
  switch (row.plan.kind) {
    case 'items':
      return itemHome(row, homes);
    case 'payments':
      return paymentHome(row, homes);
    case 'applications':
      return applicationHome(row, homes);
    case 'orders':
      return customerHome(row, homes);
    case 'customers':
    case 'terms':
    case 'contacts':
    case 'owners':
    case 'notes':
    case 'promises':
    case 'disputes':
    case 'next-actions':
      // They come with the first part, or after the last one.
      return undefined;
  }
}

function customerHome(row: ReadingRow, homes: Homes): number | undefined {
  const number = codeOf(row, 'customerNumber') ?? textOf(row, 'customerName');
  return number === undefined ? undefined : homes.ofCustomer(number);
}

function itemHome(row: ReadingRow, homes: Homes): number | undefined {
  const home = customerHome(row, homes);
  const id = codeOf(row, 'externalId') ?? codeOf(row, 'number');
  if (home === undefined || id === undefined) return home;
  const word = textOf(row, 'documentKind');
  const kind = word === undefined ? row.plan.documentKind : documentKindOf(word);
  const drawer = kind === 'receipt' ? 'receipt' : 'item';
  homes.settle(drawer, id, home);
  const instalment = countOf(row, 'instalment');
  if (instalment !== undefined) homes.settle(drawer, `${id}#${instalment}`, home);
  const credits = codeOf(row, 'credits');
  if (credits !== undefined) homes.settle('item', credits, home);
  return home;
}

function paymentHome(row: ReadingRow, homes: Homes): number | undefined {
  const home = customerHome(row, homes);
  const id = composedId(row) ?? codeOf(row, 'externalId') ?? textOf(row, 'reference');
  if (home === undefined || id === undefined) return home;
  homes.settle('receipt', id, home);
  // A refund may stand before its receipt, so that the receipt is settled by being named.
  const of = codeOf(row, 'ofPayment');
  if (of !== undefined) homes.settle('receipt', of, home);
  return home;
}

function applicationHome(row: ReadingRow, homes: Homes): number | undefined {
  const documentId = codeOf(row, 'documentId');
  const sourceId = codeOf(row, 'sourceId');
  const memo = documentKindOf(textOf(row, 'sourceKind') ?? '') === 'credit_memo';
  const target = documentId === undefined ? undefined : homes.find('item', documentId);
  const payer =
    sourceId === undefined ? undefined : homes.find(memo ? 'item' : 'receipt', sourceId);
  const home = target ?? payer;
  if (home === undefined) return undefined;
  if (payer !== undefined) homes.join(home, payer);
  const id = composedId(row) ?? codeOf(row, 'externalId');
  if (id !== undefined) homes.settle('application', id, home);
  return home;
}
