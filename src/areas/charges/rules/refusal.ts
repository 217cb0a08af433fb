/** Every no of the charges, by name; the words have a sentence for each. */
import type { ShortRefusal } from './short.ts';
import type { TermsRefusal } from './terms.ts';

export type ChargesRefusal =
  | ShortRefusal
  | TermsRefusal
  | 'charges.day_ahead'
  | 'charges.decided_already'
  | 'charges.ended_already'
  | 'charges.no_such_charge'
  | 'charges.no_such_run'
  | 'charges.not_waived'
  | 'charges.nothing_to_charge'
  | 'charges.own_run';
