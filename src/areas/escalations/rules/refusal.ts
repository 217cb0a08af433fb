/** Why an escalation is not made or moved on. */
import type { ActRefusal, AddresseeRefusal } from './escalation.ts';

export type EscalationRefusal =
  | ActRefusal
  | AddresseeRefusal
  | 'escalations.only_people'
  | 'escalations.no_such_account'
  | 'escalations.no_such_escalation';
