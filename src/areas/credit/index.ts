/** What other areas' server code may call of credit. */
export { proveCredit } from './actions/prove-credit.ts';
export { recordOrders } from './store/orders.ts';
