/** Every no that this area says, by name; its words have a sentence for each. */
import type { SnoozeRefusal } from './snooze.ts';

export type AnswerRefusal =
  | 'worklist.locked'
  | 'worklist.needs_person'
  | 'worklist.no_such_account';

export type WorklistRefusal = AnswerRefusal | SnoozeRefusal | 'worklist.not_listed';
