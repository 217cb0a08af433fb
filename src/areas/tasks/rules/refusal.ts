/** Every no that this area says, by name; its words have a sentence for each. */
import type { MoveRefusal } from './task.ts';

export type TasksRefusal =
  | MoveRefusal
  | 'task.circle'
  | 'task.company_unknown'
  | 'task.due_day_missing'
  | 'task.no_such_account'
  | 'task.no_such_line'
  | 'task.no_such_need'
  | 'task.no_such_person'
  | 'task.no_such_task'
  | 'task.not_yours'
  | 'task.person_sees_other_companies'
  | 'task.priority_is_the_managers';
