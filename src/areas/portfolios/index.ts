/** What other areas' server code may call of the portfolio. */
export { assignNewAccounts } from './actions/assign-new-accounts.ts';
