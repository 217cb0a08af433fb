/** What other areas' server code may call of the promises. */
export { bringPromise, takeBackPromise } from './actions/bring-promise.ts';
