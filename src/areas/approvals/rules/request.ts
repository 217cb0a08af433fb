/**
 * A request for approval: somebody asks for what they may not do alone.
 *
 *   open ──enough said yes──▶ granted ──the asking area does it──▶ done, or failed
 *    ├──one said no────────▶ refused
 *    ├──who asked thought better─▶ withdrawn
 *    └──its day passed──────▶ expired
 *
 * The rule a newcomer would break: nobody decides their own request, neither by their own right
 * nor for somebody they cover; and one person's right counts once, whoever speaks for it.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, atLeast } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Authority } from './authority.ts';
import { fromRole, routeApproval } from './route.ts';

export const requestStates = ['open', 'granted', 'refused', 'withdrawn', 'expired'] as const;
export type RequestState = (typeof requestStates)[number];

export type Decision = {
  readonly memberId: Id;
  /** Whom they covered in it. */
  readonly forMember: Id | null;
  readonly said: 'yes' | 'no';
};

export type Standing = {
  readonly requestedBy: Id;
  /** In the company's base currency: the amount, and what counts with it. */
  readonly weight: Money;
  /** At least this role decides, whatever the amount. */
  readonly least: string | null;
  readonly needs: 1 | 2;
  readonly expiresOn: Day;
  /** Null while nobody ended it; `expired` is never written. */
  readonly ended: 'granted' | 'refused' | 'withdrawn' | null;
  readonly decisions: readonly Decision[];
};

export function stateOf({ ended, expiresOn }: Standing, today: Day): RequestState {
  if (ended !== null) return ended;
  return today > expiresOn ? 'expired' : 'open';
}

export type Approver = { readonly memberId: Id; readonly roles: readonly string[] };

export type DecisionRefusal =
  | 'approvals.not_open'
  | 'approvals.own_request'
  | 'approvals.decided_already'
  | 'approvals.beyond_authority';

/**
 * By whose right may this person decide? Their own first, else that of somebody whom they cover
 * today; refuses in the order of the refusals above.
 */
export function mayDecide(
  standing: Standing,
  approver: Approver,
  covered: readonly Approver[],
  authority: Authority,
  today: Day,
): Outcome<{ forMember: Id | null }, DecisionRefusal> {
  const state = stateOf(standing, today);
  if (state !== 'open') return refuse('approvals.not_open', { state });
  if (standing.requestedBy === approver.memberId) return refuse('approvals.own_request');
  const spent = new Set(
    standing.decisions.flatMap(({ memberId, forMember }) => [memberId, forMember ?? memberId]),
  );
  if (spent.has(approver.memberId)) return refuse('approvals.decided_already');
  const { weight } = standing;
  const limits = fromRole(authority.limits, standing.least);
  if (reaches(approver, weight, limits)) return accept({ forMember: null });
  const stands = covered.find(
    (each) =>
      each.memberId !== standing.requestedBy &&
      !spent.has(each.memberId) &&
      reaches(each, weight, limits),
  );
  if (stands) return accept({ forMember: stands.memberId });
  const { role } = routeApproval(weight, limits, authority.dualFrom);
  return refuse('approvals.beyond_authority', { who: role ?? 'nobody' });
}

function reaches({ roles }: Approver, weight: Money, limits: Authority['limits']): boolean {
  return limits.some(
    ({ role, most }) => roles.includes(role) && (most === null || atLeast(most, weight)),
  );
}

/** How many say yes: as it was asked, or two where the authority has asked for two since. */
export function needsNow(
  { needs, weight }: Pick<Standing, 'needs' | 'weight'>,
  { limits, dualFrom }: Authority,
): 1 | 2 {
  return routeApproval(weight, limits, dualFrom).needsSecondPerson ? 2 : needs;
}

/**
 * What the words said so far come to; undefined while more are needed. A yes counts while who said
 * it is at the desk and the right it was said by reaches the request: not once they left, or their
 * role was taken away. `rights` are the people at the desk of those words.
 */
export function verdictOf(
  standing: Pick<Standing, 'needs' | 'weight' | 'least'>,
  decisions: readonly Decision[],
  rights: readonly Approver[],
  authority: Authority,
): 'granted' | 'refused' | undefined {
  if (decisions.some(({ said }) => said === 'no')) return 'refused';
  const limits = fromRole(authority.limits, standing.least);
  const holds = new Map(rights.map((each) => [each.memberId, each]));
  const yes = decisions.filter(({ memberId, forMember }) => {
    const right = holds.get(forMember ?? memberId);
    return holds.has(memberId) && right && reaches(right, standing.weight, limits);
  });
  return yes.length >= needsNow(standing, authority) ? 'granted' : undefined;
}
