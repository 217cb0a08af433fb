/** A question that the invented company's collector handed up, and that waits for its answer. */
import { escalate } from '#areas/escalations/actions/escalate.ts';
import type { Desk } from '#platform/action.ts';
import { type Cast, lateAccounts } from './demo-cast.ts';
import { act } from './demo-desk.ts';

export async function escalateOne(desk: Desk, cast: Cast): Promise<void> {
  const account = (await lateAccounts(desk)).at(2);
  const toMember = cast.people.get('manager');
  const by = cast.people.get('collector');
  if (!account || !toMember || !by) return;
  const { accountId } = account;
  const question = 'They ask for 60 days to sell their stock. Do we agree, or hold deliveries?';
  const doing = { action: 'escalations.escalate', by, reason: question };
  await act(desk, doing, (context) =>
    escalate(context, { accountId, desk: 'manager', toMember, question }),
  );
}
