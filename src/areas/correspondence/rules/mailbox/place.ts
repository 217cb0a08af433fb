/**
 * Whose mail it is: the account that it belongs to, or why a person must say.
 *
 *   answers our message ▶ a person linked this sender before ▶ the address of a contact
 *
 * A number alone links nobody: whoever knows an invoice's number is not yet its customer, and an
 * answer to a stranger would give the customer's papers away. It only makes a suggestion.
 */
import type { Id } from '#kernel/ids.ts';

export type Evidence = {
  /** Accounts of our messages that it answers, the nearest first. */
  readonly answered: readonly Id[];
  /** Accounts of the mails that it answers. */
  readonly thread: readonly Id[];
  /** The account that a person linked this address to, the latest word. */
  readonly learned: Id | null;
  /** Accounts whose customer has a contact with this address. */
  readonly contacts: readonly Id[];
  /** Accounts with a document of a number that the mail names. */
  readonly cited: readonly Id[];
};

export type Linked = {
  readonly accountId: Id;
  readonly how: 'our_message' | 'sender' | 'contact' | 'number';
};

export type Placing =
  | { readonly linked: Linked; readonly candidates: readonly Id[] }
  | { readonly linked: null; readonly candidates: readonly Id[] };

const mostCandidates = 10;

/** The account, or the accounts that a person may choose from. */
export function placeMail(evidence: Evidence): Placing {
  const { answered, thread, learned, contacts, cited } = evidence;
  const known = new Set([...contacts, ...(learned === null ? [] : [learned])]);
  const [ours] = answered;
  // A forwarded answer may come from anybody; the message itself knows its account.
  if (ours !== undefined) return linkedTo(ours, 'our_message');
  // The one whose documents it names, among those it may speak for.
  const named = [...known].filter((account) => cited.includes(account));
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) {
    return linkedTo(only, only === learned ? 'sender' : 'contact');
  }
  const earlier = thread.find((account) => known.has(account));
  if (earlier !== undefined) return linkedTo(earlier, 'sender');
  if (learned !== null) return linkedTo(learned, 'sender');
  const [contact, ...more] = contacts;
  if (contact !== undefined && more.length === 0) return linkedTo(contact, 'contact');
  const candidates = [...new Set([...thread, ...named, ...contacts, ...cited])];
  return { linked: null, candidates: candidates.slice(0, mostCandidates) };
}

/** The same as a suggestion only: a person says whether it is so. */
export function suggested({ linked, candidates }: Placing): Placing {
  const first = linked === null ? [] : [linked.accountId];
  return { linked: null, candidates: [...first, ...candidates] };
}

function linkedTo(accountId: Id, how: Linked['how']): Placing {
  return { linked: { accountId, how }, candidates: [] };
}
