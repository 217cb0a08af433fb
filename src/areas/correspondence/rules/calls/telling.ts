/**
 * May a caller be told what an account owes? Who they are is verified first, then whether the
 * account is theirs to hear about.
 *
 * The rule a newcomer would break: a parent who knows the student's birthday is verified and
 * still a third party. Without the student's consent, or a debt of their own, they hear nothing
 * (20 USC 1232g, 34 CFR 99.30, 99.31); whoever is told nothing may still leave a message.
 */

/** How the caller stands to whoever owes, as the contact's role or as the caller says. */
export const callerRelations = [
  'accounts_payable',
  'approver',
  'executive',
  'owner',
  'student',
  'parent',
  'guarantor',
  'spouse',
  'adjuster',
  'attorney',
  'other',
  'stranger',
] as const;
export type CallerRelation = (typeof callerRelations)[number];

export type Caller = {
  readonly relation: CallerRelation;
  /** A contact that the desk has on file. */
  readonly onFile: boolean;
  /** Answered enough of the questions, or called from the number on file. */
  readonly verified: boolean;
  /** Whoever owes has said that this person may be told, and it stands. */
  readonly authorised: boolean;
};

export type TellingRefusal =
  | 'call.not_verified'
  | 'call.not_on_file'
  | 'call.third_party'
  | 'call.ferpa'
  | 'call.attorney_only';

export type Telling =
  | { readonly told: true; readonly because: 'own' | 'authorised' | 'guarantor' }
  | { readonly told: false; readonly refusal: TellingRefusal };

const persons: ReadonlySet<string> = new Set(['student', 'consumer']);
const own: ReadonlySet<CallerRelation> = new Set(['owner', 'student']);

/** What may be said to the caller of an account of this kind. */
export function mayBeTold(accountKind: string, caller: Caller): Telling {
  if (!caller.verified) return { told: false, refusal: 'call.not_verified' };
  if (caller.authorised) return { told: true, because: 'authorised' };
  if (persons.has(accountKind)) return ofPerson(accountKind, caller);
  if (caller.relation === 'attorney') return { told: false, refusal: 'call.attorney_only' };
  if (!caller.onFile) return { told: false, refusal: 'call.not_on_file' };
  return { told: true, because: 'own' };
}

function ofPerson(accountKind: string, { relation, onFile }: Caller): Telling {
  if (!onFile) return { told: false, refusal: 'call.not_on_file' };
  if (own.has(relation)) return { told: true, because: 'own' };
  // Whoever stands in for the debt hears about that debt.
  if (relation === 'guarantor') return { told: true, because: 'guarantor' };
  if (relation === 'attorney') return { told: false, refusal: 'call.attorney_only' };
  // Reg F counts a spouse as the consumer, 12 CFR 1006.6(a)(1); FERPA does not.
  if (relation === 'spouse' && accountKind !== 'student') return { told: true, because: 'own' };
  return {
    told: false,
    refusal: accountKind === 'student' ? 'call.ferpa' : 'call.third_party',
  };
}

/** What a caller may be asked to show who they are; each is answered from our own records. */
export const checks = ['account', 'invoice', 'amount', 'postal_code', 'email', 'phone'] as const;
export type Check = (typeof checks)[number];

export type Answered = { readonly check: Check; readonly right: boolean };

/** Two right and none wrong; one wrong answer needs a third that is right. */
export function isVerified(answers: readonly Answered[]): boolean {
  const right = new Set(answers.filter((each) => each.right).map(({ check }) => check)).size;
  const wrong = answers.filter((each) => !each.right).length;
  return right >= 2 + wrong;
}
