/** Writes of the ledger that other areas offer beside what they found; each has its reason. */
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { applyCredit } from '../contract.ts';
import { recoverWriteOff, requestWriteOff } from '../contract/write-offs.ts';

/** Applies a credit of the account onto one of its items. */
export function sendApplication(
  accountId: string,
  body: BodyOf<typeof applyCredit>,
): Promise<unknown> {
  return call(applyCredit, { params: { accountId }, body });
}

/** Writes the open rest of an item off, up to the reader's authority. */
export function sendWriteOff(
  params: { readonly accountId: string; readonly itemId: string },
  body: BodyOf<typeof requestWriteOff>,
): Promise<unknown> {
  return call(requestWriteOff, { params, body });
}

/** Posts money that came for a write-off; the item is the credit of the write-off. */
export function sendRecovery(
  params: { readonly accountId: string; readonly itemId: string },
  body: BodyOf<typeof recoverWriteOff>,
): Promise<unknown> {
  return call(recoverWriteOff, { params, body });
}
