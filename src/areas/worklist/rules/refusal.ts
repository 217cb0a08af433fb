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
  | 'worklist.control_group'
  | 'worklist.needs_person'
  | 'worklist.no_such_account'
  | 'worklist.not_on_the_list'
  | 'worklist.only_your_order';

export type ExperimentRefusal =
  | 'worklist.share_out_of_bounds'
  | 'worklist.stake_below_nought'
  | 'worklist.warm_up_too_long';

export type WorklistRefusal =
  | AnswerRefusal
  | ExperimentRefusal
  | HandOverRefusal
  | OrderRefusal
  | SnoozeRefusal
  | TakeOverRefusal
  | 'worklist.company_unknown'
  | 'worklist.locked_save'
  | 'worklist.not_listed'
  | 'worklist.only_your_brief'
  | 'worklist.stake_unreadable';
