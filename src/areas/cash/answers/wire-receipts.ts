/** Receipts, batches and what moved, as the wire has them. */
import { formatMoney } from '#kernel/money.ts';
import type { WireAftermath } from '../contract/credits.ts';
import type { WireBatch, WireReceipt } from '../contract/receipts.ts';
import type { Aftermath } from '../rules/receipts/aftermath.ts';
import { type Control, controlDifference } from '../rules/receipts/control.ts';
import type { BatchCard } from '../store/batches.ts';
import type { ListedReceipt } from '../store/receipt-list.ts';

export function wireReceipt(row: ListedReceipt): WireReceipt {
  const { amount, confidenceBps, companyId: _, ...rest } = row;
  return {
    ...rest,
    amount: formatMoney(amount),
    currency: amount.currency,
    confidence: confidenceBps === null ? null : confidenceBps / 10_000,
  };
}

export function wireBatch(row: BatchCard): WireBatch {
  const { control, entered } = row;
  return {
    batchId: row.batchId,
    company: row.company,
    method: row.method,
    source: row.source,
    receivedOn: row.receivedOn,
    bank: row.bank,
    currency: control.amount.currency,
    control: wireControl(control),
    entered: wireControl(entered),
    difference: wireControl({
      count: entered.count - control.count,
      amount: controlDifference(control, [entered.amount]).amount,
    }),
    note: row.note,
    state: row.state,
    by: row.by,
  };
}

function wireControl({ count, amount }: Control): { count: number; amount: string } {
  return { count, amount: formatMoney(amount) };
}

export function wireAftermath({ opened, promises, told }: Aftermath): WireAftermath {
  return {
    opened: opened.map(({ open, ...item }) => ({
      itemId: item.itemId,
      document: item.document,
      open: formatMoney(open),
      currency: open.currency,
      dueOn: item.dueOn,
      daysLate: item.daysLate,
    })),
    promises: promises.map(({ amount, ...promise }) => ({
      ...promise,
      amount: formatMoney(amount),
      currency: amount.currency,
    })),
    told: told.map(({ kind, account, document, amount }) => ({
      kind,
      account,
      document,
      amount: formatMoney(amount),
      currency: amount.currency,
    })),
  };
}
