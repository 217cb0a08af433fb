/** What other areas' server code may call of refunds. */
export { setCredit } from './actions/set-credit.ts';
