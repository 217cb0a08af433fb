/**
 * What the mail of an account asks of the day: a customer waits for an answer, or nothing that
 * is sent arrives. Neither asks for money, so neither is silenced where dunning is.
 */
import type { AccountFacts, Reason } from './work.ts';

/** As much of a subject as the row has room for. */
const subjectRoom = 80;

/** The customer wrote and nobody answered; the one that waits longest is named. */
export function replyWaiting({ replies }: Pick<AccountFacts, 'replies'>): Reason[] {
  const [first, ...others] = replies;
  if (first === undefined) return [];
  const { mailId, person, since } = first;
  const subject = first.subject.slice(0, subjectRoom);
  const named = subject === '' ? 'none' : 'some';
  const facts = { mailId, person, subject, named, since, others: others.length };
  return [{ kind: 'reply_waiting', phrase: 'reason.reply_waiting', facts }];
}

/** Mail comes back from an address: it is mended before anything else is sent there. */
export function fixContact({ returned }: Pick<AccountFacts, 'returned'>): Reason[] {
  const [first, ...others] = returned;
  if (first === undefined) return [];
  const { address, since } = first;
  const facts = { address, since, others: others.length };
  return [{ kind: 'fix_contact', phrase: 'reason.fix_contact', facts }];
}
