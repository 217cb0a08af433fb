/** The script with its gaps filled from the prep card, in both languages. */
import type { Language } from '#kernel/words.ts';
import { writtenDay, writtenMoney } from '#kernel/written.ts';
import type { Desk } from '#platform/action.ts';
import type { Session } from '#platform/auth/session.ts';
import type { CallContact, CallPrep } from '../../contract/calls.ts';
import type { Goal } from '../../rules/calls/goal.ts';
import { type Line, scriptOf } from '../../rules/calls/script.ts';
import { isAsked } from '../../rules/messages/asked.ts';
import type { CallAccount, CallItem } from '../../store/calls/prep.ts';

type Parts = {
  readonly session: Session;
  readonly goal: Goal | null;
  readonly items: readonly CallItem[];
  readonly contact: CallContact | undefined;
  readonly desk: Desk;
};

export function bothScripts(account: CallAccount, parts: Parts): CallPrep['script'] {
  return { en: script(account, parts, 'en'), es: script(account, parts, 'es') };
}

function script(
  { kind, companyName }: CallAccount,
  { session, goal, items, contact, desk }: Parts,
  language: Language,
): Line[] {
  const today = desk.clock.today();
  const asked = items.filter(isAsked);
  return scriptOf(kind, language, {
    person: contact?.name ?? '…',
    caller: session.name,
    company: companyName,
    phone: desk.telephony?.callerNumber ?? '…',
    amount: goal ? writtenMoney(goal.ask, language) : '…',
    by: writtenDay(goal?.by ?? today, language),
    document: (asked[0] ?? items[0])?.number ?? '…',
    others: Math.max(0, asked.length - 1),
  });
}
