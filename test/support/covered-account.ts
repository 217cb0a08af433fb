/** The account NORTH of somebody who is away from 6 to 10 July 2026, with $1,000 overdue. */
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { assignOwner } from '#areas/customers/actions/assign-owner.ts';
import { buildAll } from '#areas/worklist/actions/build-worklist.ts';
import { type AwayStory, deskWithAbsence } from './absences.ts';

/** Opens the desk on 1 July; `north` is Ana's, whom Ben covers from the 6th. */
export async function deskWithCoveredAccount(): Promise<AwayStory & { readonly north: Id }> {
  const desk = await deskWithAbsence();
  const north = await desk.account('NORTH');
  await desk.invoice(north, { amount: '1000', issued: '2026-05-01' });
  await desk.done((context) =>
    assignOwner(context, { accountId: north, memberId: desk.ana.memberId }),
  );
  await desk.done(async (context) => accept(await buildAll(context)));
  return { ...desk, north };
}
