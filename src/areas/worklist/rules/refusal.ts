/** Every no that this area says, by name; its words have a sentence for each. */
import type { MoveRefusal } from './hand-order.ts';
import type { SnoozeRefusal } from './snooze.ts';

export type AnswerRefusal =
  | 'worklist.locked'
  | 'worklist.needs_person'
  | 'worklist.no_such_account';

export type HandOverRefusal =
  | 'worklist.hand_over_empty'
  | 'worklist.hand_over_replaced'
  | 'worklist.needs_person'
  | 'worklist.no_absence_ahead'
  | 'worklist.no_such_account'
  | 'worklist.only_the_cover'
  | 'worklist.only_the_owner';

export type TakeOverRefusal =
  | 'worklist.needs_person'
  | 'worklist.no_such_account'
  | 'worklist.nobody_has_it';

export type OrderRefusal =
  | MoveRefusal
  | 'worklist.needs_person'
  | 'worklist.no_such_account'
  | 'worklist.not_on_the_list'
  | 'worklist.only_your_order';

export type WorklistRefusal =
  | AnswerRefusal
  | HandOverRefusal
  | OrderRefusal
  | SnoozeRefusal
  | TakeOverRefusal
  | 'worklist.locked_save'
  | 'worklist.not_listed'
  | 'worklist.only_your_brief';
