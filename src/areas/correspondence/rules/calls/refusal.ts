/** Every no that the telephone says, by name; its words have a sentence for each. */
import type { CallRefusal as OutcomeRefusal } from './outcome.ts';
import type { TellingRefusal } from './telling.ts';

export type CallRefusal =
  | OutcomeRefusal
  | TellingRefusal
  | 'call.amount_unreadable'
  | 'call.blocked'
  | 'call.callback_in_past'
  | 'call.callback_unreadable'
  | 'call.claim_ended'
  | 'call.ended_already'
  | 'call.needs_person'
  | 'call.no_such_account'
  | 'call.no_such_call'
  | 'call.no_such_claim'
  | 'call.no_such_contact'
  | 'call.no_such_person'
  | 'call.not_your_call'
  | 'call.number_unfit'
  | 'call.override_is_the_managers'
  | 'call.paid_in_the_future'
  | 'call.plan_beyond_authority'
  | 'call.speaks_not'
  | 'call.told_nothing'
  | 'call.unfinished'
  | 'call.without_email';
