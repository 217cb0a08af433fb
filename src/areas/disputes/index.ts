/** What other areas' server code may call of the disputes. */
export { recordDisputes } from './store.ts';
