/**
 * To whom a step goes: the contact in the role that the policy names, who can be reached by its
 * channel; else whoever pays there; else anybody. Nobody: the contact has to be found first.
 */
import { type Recipient, type StepAct } from './document.ts';

export type Person = {
  readonly contactId: string;
  readonly role: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: 'en' | 'es';
};

export type Addressee = { readonly person: Person | null; readonly address: string };

/** Who pays, where the policy says no more than that. */
const payers = ['billing', 'accounts_payable', 'approver', 'parent', 'student', 'owner'];

/** Null when the channel needs an address and there is none; a letter goes to the customer. */
export function addresseeOf(
  people: readonly Person[],
  to: Recipient,
  act: StepAct,
): Addressee | null {
  const reachable = people.filter((person) => act === 'letter' || addressFor(person, act) !== '');
  const roles = to === 'billing' ? payers : [to, ...payers];
  const person =
    roles.map((role) => reachable.find((each) => each.role === role)).find(Boolean) ??
    reachable[0] ??
    null;
  if (person === null) return act === 'letter' ? { person: null, address: '' } : null;
  return { person, address: act === 'letter' ? '' : addressFor(person, act) };
}

function addressFor({ email, phone }: Person, act: StepAct): string {
  return (act === 'email' ? email : phone) ?? '';
}
