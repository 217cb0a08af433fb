/** What the server may ask the list: whom somebody covers, and who has an account open. */
export { coveredOwner } from './store/covered.ts';
export { otherHolder } from './store/locks.ts';
