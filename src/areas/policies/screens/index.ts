/** What the screens of other areas may show of the policies. */
export { PolicyLife } from './PolicyLife.tsx';
export { StateTag } from './StateTag.tsx';
export { usePolicies, usePolicy } from './life-data.ts';
