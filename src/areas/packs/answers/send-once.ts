/**
 * A pack that somebody asks for themselves: pressed twice it is sent once.
 *
 * Within ten minutes the same wish is answered with the issue that was made for it, unless it is
 * asked for once more in so many words. Two presses at once share a key, so that one waits.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Actor, Desk } from '#platform/action.ts';
import { lastAsked } from '../store/issues.ts';
import { type Making, makeIssue } from './make-issue.ts';

type Asking = { readonly actor: Actor; readonly memberId: Id; readonly again: boolean };
type Sent = { readonly issueId: Id; readonly already: boolean };

const sameWishMs = 10 * 60_000;

export async function sendOnce(
  desk: Desk,
  making: Making,
  { actor, memberId, again }: Asking,
): Promise<Outcome<Sent, 'packs.issued_already' | 'idempotency.key_used_otherwise'>> {
  const { company, maker, asOf, settings } = making;
  const { companyId } = company;
  const wish = { companyId, kind: maker.kind, ownerId: memberId, asOf, settings };
  const last = await lastAsked(desk.db, wish);
  if (last && !again && isFresh(desk, last.madeAt)) {
    return accept({ issueId: last.issueId, already: true });
  }
  const after = last?.issueId ?? 'the first';
  const told = [companyId, maker.kind, asOf, JSON.stringify(settings), after];
  const key = `packs.send_to_me ${told.join(' ')}`;
  const made = await makeIssue(desk, making, { actor, reason: 'asked for', key });
  return made.ok ? accept({ ...made.value, already: false }) : made;
}

function isFresh({ clock }: Desk, madeAt: Instant): boolean {
  return Date.parse(clock.now()) - Date.parse(madeAt) < sameWishMs;
}
