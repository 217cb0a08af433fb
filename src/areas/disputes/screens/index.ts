/** What the screens of other areas may show of the disputes. */
export { DisputeForm } from './DisputeForm.tsx';
