/** What the screens of other areas may show of the authority to approve. */
export { useRoleName } from './roles.ts';
