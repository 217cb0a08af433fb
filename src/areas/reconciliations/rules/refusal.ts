/** Every no of the reconciliations, by name; the words have a sentence for each. */
import type { SignRefusal } from './signing.ts';

export type ReconciliationRefusal =
  | SignRefusal
  | 'reconciliation.day_ahead'
  | 'reconciliation.ends_before_it_begins'
  | 'reconciliation.frozen'
  | 'reconciliation.no_item_of_ours'
  | 'reconciliation.no_such_account'
  | 'reconciliation.no_such_difference'
  | 'reconciliation.no_such_reconciliation'
  | 'reconciliation.nothing_read';
