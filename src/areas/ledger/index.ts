/** What other areas' server code may call of the ledger. */
export { insertAccounts, lockAccount, lockAccounts } from './store/accounts.ts';
export { type Identity, findIdentities, hasIdentities, recordIdentities } from './store/identities.ts';
export { itemStatesAnywhere, standingOnto } from './store/items.ts';
export { recordPostings } from './store/postings.ts';
