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
  const accounts = rows(folder, 'customers.csv', (cell) => ({
    id: cell('customer_id'),
    number: cell('customer_id'),
    name: cell('name'),
    parentId: cell('parent_id') === '' ? null : cell('parent_id'),
  }));
  const lines = rows(folder, 'bank_lines.csv', receiptOf);
  const first = lines[0]?.currency ?? currency('USD');
  const openItems = rows(folder, 'open_items.csv', (cell) => itemOf(cell, first));
  const closedRows = rows(folder, 'closed_items.csv', (cell) => itemOf(cell, first));
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

/** Reads each row of a file; what is wrong with one is said with its line. */
function rows<T>(folder: string, file: string, read: (cell: Cells) => T): T[] {
  const table = readCsv(bytesOf(path.join(folder, file)));
  const places = new Map(table.columns.map((column, at) => [column, at]));
  return table.rows.map(({ cells, line }) => {
    try {
      return read((column) => {
        const at = places.get(column);
        if (at === undefined) throw new RangeError(`there is no column "${column}"`);
        return cells[at] ?? '';
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Unfit('match.unreadable_row', `${file}, line ${line}: ${reason}`);
    }
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
    amountMinor: minor(cell, 'amount_cents'),
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
  const discount = minor(cell, 'discount_cents');
  const open = minor(cell, 'open_cents');
  const total = minor(cell, 'total_cents');
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

type PastAnswer = Pick<Past, 'kind' | 'accountId' | 'onAccountMinor' | 'reverses'>;

function pastOf(folder: string): Past[] {
  const answers = new Map(
    rows(folder, 'history_truth_lines.csv', (cell) => [cell('line_id'), answerOf(cell)] as const),
  );
  const links = new Map<string, Allocation[]>();
  for (const [line, link] of rows(folder, 'history_truth.csv', linkOf)) {
    links.set(line, [...(links.get(line) ?? []), link]);
  }
  return rows(folder, 'history_lines.csv', receiptOf).flatMap((receipt): Past[] => {
    const answer = answers.get(receipt.id);
    return answer ? [{ ...answer, receipt, allocations: links.get(receipt.id) ?? [] }] : [];
  });
}

function answerOf(cell: Cells): PastAnswer {
  const outcome = cell('outcome');
  return {
    kind: outcome === 'RETURN' ? 'return' : outcome === 'NON_AR' ? 'non_ar' : 'apply',
    accountId: cell('customer_id') || null,
    onAccountMinor: minor(cell, 'on_account_cents'),
    reverses: cell('reverses_line_id') || null,
  };
}

function linkOf(cell: Cells): readonly [line: string, link: Allocation] {
  const link = {
    itemId: cell('doc_id'),
    accountId: '',
    cashMinor: minor(cell, 'cash_cents'),
    discountMinor: minor(cell, 'discount_cents'),
    feeMinor: minor(cell, 'fee_writeoff_cents'),
    toleranceMinor: 0n,
    leftMinor: 0n,
    leftBecause: null,
    named: true,
  };
  return [cell('line_id'), link];
}

/** Whole cents; nothing is none. */
function minor(cell: Cells, column: string): bigint {
  const text = cell(column);
  if (!/^-?\d*$/u.test(text)) throw new RangeError(`${column} is no whole number: "${text}"`);
  return BigInt(text === '' ? '0' : text);
}
