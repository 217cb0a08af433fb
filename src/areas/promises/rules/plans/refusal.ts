/** Every no of plans, by name; the words have a sentence for each. */
import type { AmendRefusal, CatchUpRefusal } from './amend.ts';
import type { DraftRefusal } from './draft.ts';
import type { ReageRefusal } from './plan-law.ts';

export type PlansRefusal =
  | AmendRefusal
  | CatchUpRefusal
  | DraftRefusal
  | 'plan.amount_unreadable'
  | `plan.reage_${ReageRefusal}`
  | 'plan.beyond_authority'
  | 'plan.card_number'
  | 'plan.changed_since'
  | 'plan.item_not_open'
  | 'plan.item_on_plan'
  | 'plan.no_paper'
  | 'plan.no_such_account'
  | 'plan.no_such_mandate'
  | 'plan.no_such_plan'
  | 'plan.not_a_paper'
  | 'plan.not_approved'
  | 'plan.one_paper'
  | 'plan.wrong_state'
  | 'plan.rate_unreadable';
