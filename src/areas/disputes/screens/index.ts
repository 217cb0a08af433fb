/** What the screens of other areas may show of the disputes. */
export { DisputeForm } from './DisputeForm.tsx';
export { CauseForm } from './causes/CauseForm.tsx';
export { LateCause } from './causes/LateCause.tsx';
