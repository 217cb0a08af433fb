/** What other areas' server code may call of credit. */
export { proveCredit } from './actions/prove-credit.ts';
export { type SalesOrder, recordOrders } from './store/orders.ts';
