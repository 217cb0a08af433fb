/** What the screens of other areas may show of complaints. */
export { ReceiveForm } from './ReceiveForm.tsx';
