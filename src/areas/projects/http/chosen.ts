/** What a request says of findings, as the store reads it; only of companies that are shown. */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import type { Choice } from '../actions/answer-findings.ts';
import type { FindingKind, findings } from '../contract.ts';
import type { FindingState } from '../rules/finding.ts';
import type { FindingFilter } from '../store/chosen.ts';

export type Which = Omit<QueryOf<typeof findings>, 'limit' | 'cursor'>;

export function filterOf({ kind, state, owner, company }: Which, session: Session): FindingFilter {
  return {
    kinds: kind === undefined ? undefined : [kind],
    states: statesOf(state),
    ownerId: owner === undefined ? undefined : owner === 'me' ? session.memberId : id(owner),
    companies: visibleCompanies(session, company),
  };
}

function statesOf(state: Which['state']): readonly FindingState[] {
  if (state === 'standing') return ['open', 'in_work'];
  return state === 'answered' ? ['accepted', 'not_a_problem'] : [state];
}

type WireChosen = {
  readonly keys?: readonly { accountId: string; kind: FindingKind; subject: string }[] | undefined;
  readonly all?: (Which & { count: number }) | undefined;
};

/** Those that were named, else all that the filter shows. */
export function choiceOf(
  { keys, all }: WireChosen,
  session: Session,
): Outcome<Choice, 'finding.none_chosen'> {
  if (keys !== undefined) {
    const named = keys.map(({ accountId, kind, subject }) => {
      return { accountId: id(accountId), kind, subject };
    });
    return accept({ chosen: { keys: named, companies: session.companyIds }, expected: null });
  }
  if (all === undefined) return refuse('finding.none_chosen');
  return accept({ chosen: filterOf(all, session), expected: all.count });
}

/** The company that is named, or the first that is shown; null when that is none. */
export function companyOf(session: Session, code: string | undefined): Id | null {
  const visible = visibleCompanies(session, code);
  const shown = visible === 'all' ? session.companies.map((each) => each.companyId) : visible;
  return shown[0] ?? null;
}
