/**
 * A folder of outside files that states a matching exercise: customers, open and closed items,
 * past lines with their answers, and bank lines to decide.
 *
 * The answers to those bank lines may lie in the same folder. They are never read here.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Day, day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { readCsv } from '#formats/csv/read.ts';
import { Unfit } from '#platform/cli/command.ts';
import { type Past } from '../rules/matching/learn.ts';
import {
  type Allocation,
  type BookParts,
  type ClosedItem,
  type OpenItem,
  type PaymentChannel,
  type ReceiptToDecide,
} from '../rules/matching/model.ts';

export type MatchingSet = {
  readonly parts: BookParts;
  /** As far as it can be told, the book as it stood before the history. */
  readonly before: BookParts;
  readonly history: readonly Past[];
  readonly lines: readonly ReceiptToDecide[];
};

type Cells = (column: string) => string;

export function readMatchingSet(folder: string): MatchingSet {
  const accounts = rows(folder, 'customers.csv').map((cell) => ({
    id: cell('customer_id'),
    number: cell('customer_id'),
    name: cell('name'),
    parentId: cell('parent_id') === '' ? null : cell('parent_id'),
  }));
  const lines = rows(folder, 'bank_lines.csv').map(receiptOf);
  const first = lines[0]?.currency ?? currency('USD');
  const openItems = rows(folder, 'open_items.csv').map((cell) => itemOf(cell, first));
  const closedRows = rows(folder, 'closed_items.csv').map((cell) => itemOf(cell, first));
  const history = pastOf(folder);
  const paid = new Set(history.flatMap(({ allocations }) => allocations.map((one) => one.itemId)));
  const closedItems = closedRows.map(closedOf);
  const parts = { accounts, openItems, closedItems, earlier: [] };
  const reopened = closedRows.filter(({ id }) => paid.has(id));
  return {
    parts,
    before: {
      accounts,
      openItems: [...reopened, ...youngerThan(reopened, openItems)],
      closedItems: closedItems.filter(({ id }) => !paid.has(id)),
      earlier: [],
    },
    history,
    lines,
  };
}

/**
 * Items that are open now and older than one that the account paid were not open beside it,
 * or not to be paid: of these a folder does not tell what they were then.
 */
function youngerThan(paid: readonly OpenItem[], open: readonly OpenItem[]): OpenItem[] {
  const last = new Map<string, Day>();
  for (const { accountId, dueOn } of paid) {
    if (dueOn > (last.get(accountId) ?? '')) last.set(accountId, dueOn);
  }
  return open.filter(({ accountId, dueOn }) => dueOn > (last.get(accountId) ?? ''));
}

function rows(folder: string, file: string): Cells[] {
  const table = readCsv(bytesOf(path.join(folder, file)));
  const places = new Map(table.columns.map((column, at) => [column, at]));
  return table.rows.map(({ cells, line }) => (column) => {
    const at = places.get(column);
    if (at === undefined) {
      const message = `${file}, line ${line}: there is no column "${column}"`;
      throw new Unfit('match.no_column', message);
    }
    return cells[at] ?? '';
  });
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Unfit('match.no_file', `${file} cannot be read; the folder needs it`);
  }
}

const channels: Readonly<Record<string, PaymentChannel>> = {
  ACH: 'ach',
  CTX: 'ctx',
  WIRE: 'wire',
  CHECK: 'check',
  LOCKBOX: 'lockbox',
  RTP: 'instant',
  CARD: 'card',
  CASH: 'cash',
};

function receiptOf(cell: Cells): ReceiptToDecide {
  return {
    id: cell('line_id'),
    valueOn: day(cell('value_date')),
    amountMinor: BigInt(cell('amount_cents')),
    currency: currency(cell('currency')),
    channel: channels[cell('channel')] ?? 'other',
    bankReference: cell('bank_reference'),
    checkNumber: cell('check_number'),
    payerName: cell('payer_name'),
    payerAccount: cell('payer_account'),
    text: cell('remittance_text'),
    remittance: [],
  };
}

function itemOf(cell: Cells, code: OpenItem['currency']): OpenItem {
  const by = cell('discount_date');
  const discount = BigInt(cell('discount_cents') || '0');
  const open = BigInt(cell('open_cents'));
  const total = BigInt(cell('total_cents'));
  return {
    id: cell('doc_id'),
    accountId: cell('customer_id'),
    number: cell('number'),
    kind: cell('doc_type') === 'CM' ? 'credit_memo' : 'invoice',
    currency: code,
    issuedOn: day(cell('issue_date')),
    dueOn: day(cell('due_date')),
    totalMinor: total,
    // A closed one is looked at again as it was before it was paid.
    openMinor: open === 0n ? total : open,
    discount: by === '' || discount === 0n ? null : { by: day(by), minor: discount },
    poNumber: cell('po_number'),
  };
}

function closedOf({ id, accountId, number, totalMinor }: OpenItem): ClosedItem {
  return { id, accountId, number, totalMinor };
}

function pastOf(folder: string): Past[] {
  const answers = new Map(
    rows(folder, 'history_truth_lines.csv').map((cell) => [cell('line_id'), cell]),
  );
  const links = new Map<string, Allocation[]>();
  for (const cell of rows(folder, 'history_truth.csv')) {
    const list = links.get(cell('line_id')) ?? [];
    list.push(linkOf(cell));
    links.set(cell('line_id'), list);
  }
  return rows(folder, 'history_lines.csv').flatMap((cell): Past[] => {
    const answer = answers.get(cell('line_id'));
    if (!answer) return [];
    const outcome = answer('outcome');
    return [
      {
        receipt: receiptOf(cell),
        kind: outcome === 'RETURN' ? 'return' : outcome === 'NON_AR' ? 'non_ar' : 'apply',
        accountId: answer('customer_id') || null,
        allocations: links.get(cell('line_id')) ?? [],
        onAccountMinor: BigInt(answer('on_account_cents') || '0'),
        reverses: answer('reverses_line_id') || null,
      },
    ];
  });
}

function linkOf(cell: Cells): Allocation {
  return {
    itemId: cell('doc_id'),
    accountId: '',
    cashMinor: BigInt(cell('cash_cents')),
    discountMinor: BigInt(cell('discount_cents')),
    feeMinor: BigInt(cell('fee_writeoff_cents')),
    toleranceMinor: 0n,
    leftMinor: 0n,
    leftBecause: null,
    named: true,
  };
}
