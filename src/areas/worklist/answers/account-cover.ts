/** Whether an account's owner is away, who covers it, and what the cover must know. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { memberById } from '#areas/team/index.ts';
import type { Desk } from '#platform/action.ts';
import type { Session } from '#platform/auth/session.ts';
import type { AccountCover } from '../contract.ts';
import { coversOf } from '../store/covered.ts';
import { type HandOver, latestHandOvers, nextAbsenceOf } from '../store/hand-over.ts';
import { placeOf } from '../store/place.ts';

type Reader = Pick<Session, 'memberId' | 'permissions'>;

export async function accountCover(
  { db, clock }: Desk,
  accountId: Id,
  { memberId, permissions }: Reader,
): Promise<Outcome<AccountCover, 'worklist.no_such_account'>> {
  const today = clock.today();
  const place = await placeOf(db, accountId);
  if (!place) return refuse('worklist.no_such_account');
  const { ownerId } = place;
  const absence = ownerId === null ? undefined : await nextAbsenceOf(db, ownerId, today);
  if (ownerId === null || !absence) return accept(nobodyAway);
  const [owner, covers, notes] = await Promise.all([
    memberById(db, ownerId),
    coversOf(db, [accountId], today),
    latestHandOvers(db, [{ accountId, absenceId: absence.absenceId }]),
  ]);
  const cover = covers.get(accountId);
  const note = notes.get(accountId);
  return accept({
    absence: { ...absence, owner: owner?.name ?? '', begun: absence.from <= today },
    cover: cover === undefined ? null : { memberId: cover.coverId, name: cover.cover },
    covering: cover?.coverId === memberId,
    mayWrite: ownerId === memberId || permissions.includes('team.plan_absence'),
    note: note === undefined ? null : wireNote(note, memberId),
  });
}

const nobodyAway: AccountCover = {
  absence: null,
  cover: null,
  covering: false,
  mayWrite: false,
  note: null,
};

function wireNote({ noteId, said, nextStep, avoid, by, at, readBy }: HandOver, reader: Id) {
  return {
    noteId,
    said,
    nextStep,
    avoid,
    by,
    at,
    readBy: readBy.map(({ name }) => name),
    read: readBy.some(({ memberId }) => memberId === reader),
  };
}
