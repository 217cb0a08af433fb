/**
 * Asks for what one may not do alone. Nothing of it is done until it is granted; the area that
 * asked hears `approvals.request_granted` and does it then, if it still can be done.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { RequestRefusal } from '../rules/refusal.ts';
import { routeApproval } from '../rules/route.ts';
import { authorityOf } from '../store/authority.ts';
import { type NewRequest, insertRequest, lockSubject, openOn } from '../store/requests.ts';

export type RequestApproval = Omit<NewRequest, 'requestId' | 'needs' | 'requestedBy' | 'expiresOn'>;

export async function requestApproval(
  context: Context,
  wish: RequestApproval,
): Promise<Outcome<{ requestId: Id }, RequestRefusal>> {
  const { tx, actor, today } = context;
  if (actor.memberId === null) return refuse('approvals.only_people_ask');
  await lockSubject(tx, wish.kind, wish.subjectKey);
  if (await openOn(tx, wish.kind, wish.subjectKey, today)) return refuse('approvals.asked_already');
  const { limits, dualFrom, validDays } = await authorityOf(tx, wish.companyId, wish.kind);
  const { role, needsSecondPerson } = routeApproval(wish.weight, limits, dualFrom);
  if (role === null) return refuse('approvals.nobody_may', { amount: formatMoney(wish.weight) });
  const requestId = context.newId();
  await insertRequest(context, {
    ...wish,
    requestId,
    needs: needsSecondPerson ? 2 : 1,
    requestedBy: actor.memberId,
    expiresOn: plusDays(today, validDays),
  });
  const { kind, accountId } = wish;
  context.did({ what: 'approval asked', id: requestId, facts: { kind } });
  await context.tell({ name: 'approvals.approval_asked', accountId, payload: { requestId, kind } });
  return accept({ requestId });
}
