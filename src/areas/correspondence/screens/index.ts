/** What the screens of other areas may show of the correspondence. */
export { Copies } from './Copies.tsx';
export { SendCopyForm } from './SendCopyForm.tsx';
