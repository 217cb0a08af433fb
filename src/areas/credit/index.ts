/** What other areas' server code may call of credit. */
export { recordOrders } from './store.ts';
