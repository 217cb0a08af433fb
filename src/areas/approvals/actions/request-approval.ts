/**
 * Asks for what one may not do alone. Nothing of it is done until it is granted; the area that
 * asked hears `approvals.request_granted` and does it then, if it still can be done.
 *
 * Where money leaves, what the same customer was given in the days before counts with it: many
 * small requests reach the person whom one large one would have reached.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { formatMoney, type Money, money, plus } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { RequestRefusal } from '../rules/refusal.ts';
import { fromRole, routeApproval } from '../rules/route.ts';
import { countsTogether, togetherDays } from '../rules/splitting.ts';
import { authorityOf } from '../store/authority.ts';
import {
  askedSince,
  insertRequest,
  lockAccountRequests,
  lockSubject,
  type NewRequest,
  openOn,
} from '../store/requests.ts';

type Given = 'requestId' | 'needs' | 'requestedBy' | 'expiresOn' | 'before' | 'least';

export type RequestApproval = Omit<NewRequest, Given> & {
  /** This request alone, in the company's base currency. */
  readonly weight: Money;
  /** What the asking area knows was done for this customer lately, asked for or not. */
  readonly before?: Money;
  /** At least this role decides, whatever the amount. */
  readonly least?: NewRequest['least'];
};

export async function requestApproval(
  context: Context,
  wish: RequestApproval,
): Promise<Outcome<{ requestId: Id }, RequestRefusal>> {
  const { tx, actor, today } = context;
  const { kind, accountId, companyId } = wish;
  if (actor.memberId === null) return refuse('approvals.only_people_ask');
  await lockSubject(tx, kind, wish.subjectKey);
  if (await openOn(tx, kind, wish.subjectKey, today)) return refuse('approvals.asked_already');
  const { limits, dualFrom, validDays } = await authorityOf(tx, companyId, kind);
  const before = await givenBefore(context, wish);
  const weight = plus(wish.weight, before);
  const least = wish.least ?? null;
  const { role, needsSecondPerson } = routeApproval(weight, fromRole(limits, least), dualFrom);
  if (role === null) return refuse('approvals.nobody_may', { amount: formatMoney(weight) });
  const requestId = context.newId();
  const expiresOn = plusDays(today, validDays);
  await insertRequest(context, {
    ...wish,
    requestId,
    weight,
    before,
    least,
    needs: needsSecondPerson ? 2 : 1,
    requestedBy: actor.memberId,
    expiresOn,
  });
  context.did({ what: 'approval asked', id: requestId, facts: { kind } });
  const payload = { requestId, kind, companyId, expiresOn };
  await context.tell({ name: 'approvals.approval_asked', accountId, payload });
  return accept({ requestId });
}

/**
 * What is asked for on an account and still under way, in the company's base currency: it counts
 * with what somebody does there alone.
 */
export async function askedLately(
  { tx, today }: Context,
  { accountId, kind }: { readonly accountId: Id; readonly kind: NewRequest['kind'] },
): Promise<bigint> {
  await lockAccountRequests(tx, accountId, kind);
  const lately = { since: plusDays(today, -togetherDays), today, done: false };
  return askedSince(tx, accountId, kind, lately);
}

/** What counts with it: what was done lately, and what is asked for and still under way. */
async function givenBefore(
  { tx, today }: Context,
  { accountId, kind, weight, before }: RequestApproval,
): Promise<Money> {
  const known = before ?? money(0n, weight.currency);
  if (accountId === null || !countsTogether(kind)) return known;
  await lockAccountRequests(tx, accountId, kind);
  const lately = { since: plusDays(today, -togetherDays), today, done: before === undefined };
  return plus(known, money(await askedSince(tx, accountId, kind, lately), weight.currency));
}
