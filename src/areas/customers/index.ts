/** What other areas' server code may call of the customers. */
export { type EnsuredAccount, ensureAccounts } from './actions/ensure-accounts.ts';
export { saveTerms } from './store/terms.ts';
export { recordActivities, recordActivity } from './store/timeline.ts';
export { accountsNumbered } from './store/accounts.ts';
export { proveAccounts } from './actions/prove-accounts.ts';
