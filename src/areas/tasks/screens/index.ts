/** What the screens of other areas may show of tasks. */
export { AccountTasks } from './AccountTasks.tsx';
