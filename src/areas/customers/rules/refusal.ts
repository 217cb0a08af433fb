/**
 * Every no that this area says, by name; its words have a sentence for each.
 *
 * A new refusal is added here, so that it cannot leave without its sentence.
 */
import type { ContactRefusal } from './contact.ts';
import type { StatusRefusal } from './status.ts';

export type AssignRefusal =
  | 'customers.owner_has_left'
  | 'customers.owner_sees_other_companies'
  | 'customers.owner_unchanged';

export type CustomersRefusal =
  | AssignRefusal
  | ContactRefusal
  | StatusRefusal
  | 'customers.merged_already'
  | 'customers.no_such_account'
  | 'customers.no_such_contact'
  | 'customers.not_pinned'
  | 'customers.requests_wait';
