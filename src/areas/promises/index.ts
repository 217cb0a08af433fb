/** What other areas' server code may call of the promises. */
export { type MakeRefusal, makePromise } from './actions/make-promise.ts';
export { withdrawPromise } from './actions/withdraw-promise.ts';
export { bringPromise, takeBackPromise } from './actions/bring-promise.ts';
