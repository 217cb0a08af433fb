/** What other areas' server code may call of the customers. */
export { type EnsuredAccount, ensureAccounts } from './actions/ensure-accounts.ts';
export { addNote } from './actions/add-note.ts';
export { assignOwner } from './actions/assign-owner.ts';
export { endContact } from './actions/end-contact.ts';
export { setStatus } from './actions/set-status.ts';
export { endStatus } from './actions/end-status.ts';
export { setCreditLimit } from './actions/set-credit-limit.ts';
export { saveContact } from './actions/save-contact.ts';
export { type Contact, accountsOfAddress, contactsOf } from './store/contacts.ts';
export { refuseAddress } from './actions/refuse-address.ts';
export { type Delivery, deliveriesOf } from './store/delivery.ts';
export { saveTerms } from './store/terms.ts';
export { statusOn } from './store/facts.ts';
export { recordActivities, recordActivity, withdrawActivity } from './store/timeline.ts';
export { accountsNumbered, baseCurrencyOf, findAccount } from './store/accounts.ts';
export { proveAccounts } from './actions/prove-accounts.ts';
export { moveAccounts } from './actions/move-accounts.ts';
