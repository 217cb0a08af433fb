/** What other areas' server code may call of the tasks. */
export { assignTask } from './actions/assign-task.ts';
export { commentTask } from './actions/comment-task.ts';
export { moveTask } from './actions/move-task.ts';
export { planTask } from './actions/plan-task.ts';
export type { By } from './actions/standing-task.ts';
export { makeTask } from './actions/make-task.ts';
