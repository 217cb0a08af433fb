/** What other areas' server code may call of credit. */
export { type SalesOrder, recordOrders } from './store/orders.ts';
