/** What the screens of other areas may show of the documents. */
export { Originals } from './Originals.tsx';
export { OriginalsIntake } from './OriginalsIntake.tsx';
