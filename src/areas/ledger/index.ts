/** What other areas' server code may call of the ledger. */
export { applyCredit } from './actions/apply-credit.ts';
export { chargeNotice } from './actions/charge-notice.ts';
export { moveOpenItems } from './actions/move-open-items.ts';
export { payRefund } from './actions/pay-refund.ts';
export { postItem } from './actions/post-item.ts';
export { type ReceiptApplication, postReceipt, postReceipts } from './actions/post-receipt.ts';
export { proveLedger } from './actions/prove-ledger.ts';
export { releaseReservation } from './actions/release-reservation.ts';
export { reserveCredit } from './actions/reserve-credit.ts';
export { returnAid } from './actions/return-aid.ts';
export { returnReceipt } from './actions/return-receipt.ts';
export { returnRefund } from './actions/return-refund.ts';
export {
  type ReverseApplicationRefusal,
  reverseApplication,
} from './actions/reverse-application.ts';
export { type ReverseItemRefused, reverseItem } from './actions/reverse-item.ts';
export { transferCredit } from './actions/transfer-credit.ts';
export {
  companyOf,
  insertAccounts,
  lockAccount,
  lockAccounts,
  lockFree,
} from './store/accounts.ts';
export { roughlyHeld } from './store/entries.ts';
export { findIdentities, hasIdentities, recordIdentities } from './store/identities.ts';
export { type ItemRef, itemStatesAnywhere, standingOnto } from './store/items.ts';
export { receiptInUse } from './store/receipts.ts';
export { readyPostings, recordPostings, writePostings } from './store/postings.ts';
export { holdPeriods } from './store/closed.ts';
export type { Closed } from './rules/posting-day.ts';
export {
  type RateBook,
  bookedBase,
  insertRate,
  rateDecimals,
  rateOn,
  ratesInto,
} from './store/rates.ts';
export {
  type NamedItem,
  type SourceItem,
  itemsAtSource,
  nameSourceItems,
  sourceAdjustments,
} from './store/source-items.ts';
export { rolesOf, writtenOffSince } from './store/write-offs.ts';
export { setWriteOffPolicy } from './actions/set-write-off-policy.ts';
export { writeOffSmall } from './actions/write-off-item.ts';
export { writeOffPolicyOf } from './store/write-off-policy.ts';
export { undoImportedEntries } from './actions/undo-imported-entries.ts';
export { ownAuthority } from './actions/own-authority.ts';
export { askWriteOff, writeOffItem } from './actions/write-off-item.ts';
export { writeOffSettled } from './actions/write-off-settled.ts';
