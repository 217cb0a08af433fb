/**
 * What each fix sends: one of the writes that exist, with the evidence as its reason, so that
 * the audit says why money moved. Fixes without an entry here only open a board.
 */
import { moveCredit, transferMoney } from '#areas/cash/contract/credits.ts';
import type { WireAftermath } from '#areas/cash/contract/credits.ts';
import { reopenReceipt } from '#areas/cash/contract/board.ts';
import type { WireVariance } from '#areas/cash/contract/variances.ts';
import { sendApplication, sendWriteOff } from '#areas/ledger/screens/index.ts';
import { call, rehearse } from '#web/api.ts';

type Fix = NonNullable<WireVariance['fix']>;
export type FixKind = Fix['kind'];

/** Who may do it. */
export const permissions = {
  move: 'cash.apply',
  transfer: 'cash.apply',
  apply: 'cash.apply',
  refund: 'refunds.request',
  write_off: 'ledger.write_off',
  back_on_desk: 'cash.post',
  match: 'cash.read',
} as const satisfies Readonly<Record<FixKind, string>>;

/** Does the fix of this row. */
export function sendFix(row: WireVariance): Promise<unknown> {
  const { amount, why } = row;
  const reason = why.slice(0, 500);
  switch (row.fix?.kind) {
    case 'move':
      return call(moveCredit, moving(row));
    case 'transfer':
      return call(transferMoney, sending(row));
    case 'apply': {
      const { creditItemId, toItemId } = partsOf(row);
      const body = { creditItemId, debitItemId: toItemId, amount, reason };
      return sendApplication(accountOf(row), body);
    }
    case 'write_off': {
      const params = { accountId: accountOf(row), itemId: partsOf(row).toItemId };
      return sendWriteOff(params, { amount, reason });
    }
    case 'back_on_desk': {
      const params = { receiptId: row.receiptId ?? '' };
      return call(reopenReceipt, { params, body: { reason, fault: false } });
    }
    // The screen of refunds asks for it.
    case 'refund':
    case 'match':
    case undefined:
      throw new Error(`nothing to send for ${row.key}`);
  }
}

/** What opens again and which promises are judged anew; null where nothing comes off an item. */
export async function aftermathOf(row: WireVariance): Promise<WireAftermath | null> {
  if (row.fix?.kind === 'move') return rehearse(moveCredit, moving(row));
  if (row.fix?.kind === 'transfer') return rehearse(transferMoney, sending(row));
  return null;
}

function moving(row: WireVariance) {
  const { offItemIds, toItemId } = partsOf(row);
  const body = { itemIds: offItemIds, toItemId, reason: row.why.slice(0, 500) };
  return { params: creditOf(row), body };
}

function sending(row: WireVariance) {
  const { amount, currency, why } = row;
  const { offItemIds, toAccountId } = partsOf(row);
  const body = { itemIds: offItemIds, toAccountId, amount, currency, reason: why.slice(0, 500) };
  return { params: creditOf(row), body };
}

function creditOf(row: WireVariance) {
  return { accountId: accountOf(row), itemId: partsOf(row).creditItemId };
}

function accountOf({ account }: WireVariance): string {
  return account?.accountId ?? '';
}

/** The server fills what the kind of the fix needs; the rest is empty. */
function partsOf({ fix }: WireVariance) {
  return {
    creditItemId: fix?.creditItemId ?? '',
    offItemIds: fix?.offItemId ? [fix.offItemId] : [],
    toItemId: fix?.toItemId ?? '',
    toAccountId: fix?.toAccountId ?? '',
  };
}
