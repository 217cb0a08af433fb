/** What other areas' server code may call of the disputes. */
export { type KnownDispute, recordDisputes } from './store.ts';
