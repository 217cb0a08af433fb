/** What the screens of other areas may show of promises. */
export { askable } from './ask.ts';
export { PromiseCards } from './PromiseCards.tsx';
export { type PromiseFor, PromiseForm } from './PromiseForm.tsx';
