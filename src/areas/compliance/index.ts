/** What other areas' server code may call of the gate: ask before, write down after. */
export { type Permit, askPermit, askPermits } from './actions/ask-permits.ts';
export { overridePermit } from './actions/override-permit.ts';
export { type Intended, weighContacts } from './actions/weigh-contacts.ts';
export { readPastGate } from './actions/read-past-gate.ts';
export {
  type MadeContact,
  recordContact,
  recordContacts,
  reportContact,
  settleContact,
} from './actions/record-contact.ts';
export { recordConsent, recordOptOut } from './actions/record-consent.ts';
export { placeHold } from './actions/place-hold.ts';
export { setDebtProfile } from './actions/set-debt-profile.ts';
export { ruleTold, wireReasons } from './answers/wire.ts';
export type { Reason } from './rules/decide-contact.ts';
