/** What other areas' server code may call of the ledger. */
export { insertAccount, lockAccount, lockAccounts } from './store/accounts.ts';
export { recordPostings } from './store/postings.ts';
