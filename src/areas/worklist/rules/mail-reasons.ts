/**
 * What the mail of an account asks of the day: a customer waits for an answer, or nothing that
 * is sent arrives. Neither asks for money, so neither is silenced where dunning is.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
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
  const { address, since, by } = first;
  const facts = { address, since, others: others.length };
  const phrase = by === 'letter' ? 'reason.letter_returned' : 'reason.fix_contact';
  return [{ kind: 'fix_contact', phrase, facts }];
}

/** So long an invoice may lie in a portal before somebody looks what became of it. */
const lookAfterDays = 7;

/** Something is to be done in their portal: put in, put right, or looked up. */
export function checkPortal({ portal }: Pick<AccountFacts, 'portal'>, today: Day): Reason[] {
  if (portal === null) return [];
  const of = (state: string) => portal.invoices.filter((each) => each.state === state);
  const [submit, rejected] = [of('to_submit'), of('rejected')];
  const silent = of('submitted').filter(({ since }) => daysBetween(since, today) >= lookAfterDays);
  const unpaid = of('approved').filter(({ dueOn }) => dueOn < today);
  const [first] = [...rejected, ...submit, ...silent, ...unpaid];
  if (first === undefined) return [];
  const facts = {
    portal: portal.portal,
    rejected: rejected.length,
    submit: submit.length,
    look: silent.length + unpaid.length,
    document: first.number,
  };
  return [{ kind: 'check_portal', phrase: 'reason.check_portal', facts }];
}
