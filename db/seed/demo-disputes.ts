/** What the invented customers contest is followed: each dispute has its case, one its answer. */
import { tellAnswer } from '#areas/disputes/actions/note-case.ts';
import { takeUpBrought } from '#areas/disputes/index.ts';
import { listCases } from '#areas/disputes/store/board.ts';
import type { Desk } from '#platform/action.ts';
import { act } from './demo-desk.ts';

/** More than the invented book has open. */
const most = 500;

export async function followDisputes(desk: Desk, zone: string): Promise<void> {
  await act(desk, { action: 'disputes.take_up' }, (context) => takeUpBrought(context, zone, most));
  const page = { limit: 1, offset: 0, now: desk.clock.now() };
  const [first] = await listCases(desk.db, { companies: 'all', state: 'open' }, page);
  if (!first) return;
  const { accountId, caseId } = first;
  const said = {
    by: 'Warehouse',
    verdict: 'partly',
    answer: 'Two of twelve cartons came back unopened; the other ten were signed for.',
  } as const;
  await act(desk, { action: 'disputes.tell_answer' }, (context) =>
    tellAnswer(context, { accountId, caseId, ...said }),
  );
}
