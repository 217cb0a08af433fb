/** A person who is away from 6 to 10 July 2026 with another who covers their list. */
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Actor } from '#platform/action.ts';
import { planAbsence } from '#areas/team/index.ts';
import { deskOn, type Story } from './builders.ts';

export type AwayStory = Story & {
  readonly absenceId: Id;
  readonly ana: Actor & { readonly memberId: Id };
  readonly ben: Actor & { readonly memberId: Id };
};

/** Opens the desk on 1 July 2026 with the absence planned. */
export async function deskWithAbsence(): Promise<AwayStory> {
  const desk = await deskOn('2026-07-01');
  const ana = named(await desk.member('collector'));
  const ben = named(await desk.member('senior'));
  const { absenceId } = await desk.done((context) =>
    planAbsence(context, {
      memberId: ana.memberId,
      from: day('2026-07-06'),
      to: day('2026-07-10'),
      kind: 'vacation',
      note: '',
      handsOn: false,
      parts: [{ work: 'worklist', coverId: ben.memberId, companyId: null, letters: null }],
    }),
  );
  return { ...desk, absenceId, ana, ben };
}

function named({ ref, memberId }: Actor): Actor & { readonly memberId: Id } {
  if (memberId === null) throw new Error(`${ref} is nobody`);
  return { ref, memberId };
}
