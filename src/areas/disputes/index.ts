/** What other areas' server code may call of the disputes. */
export { recordDisputes, withdrawDispute } from './store.ts';
