/** What the screens of the credit policy ask: what counts, the check of a text, the proposal. */
import { useQuery } from '@tanstack/react-query';
import {
  checkCreditPolicy,
  creditPolicies,
  proposeCreditPolicy,
} from '#areas/credit/contract/policies.ts';
import type { PolicyDesk } from '#areas/policies/screens/index.ts';
import { call } from '#web/api.ts';
import { words as refusals } from '../../words.ts';

export function useCreditPolicies() {
  return useQuery({
    queryKey: ['policies', 'credit', 'in force'],
    queryFn: ({ signal }) => call(creditPolicies, { query: {}, signal }),
  });
}

type CheckedPolicy = Awaited<ReturnType<typeof check>>;

async function check(written: string, signal: AbortSignal) {
  const checked = await call(checkCreditPolicy, { body: { written }, signal });
  const problems = checked.problems.map(({ says: message, ...at }) => ({ ...at, message }));
  return { ...checked, problems };
}

export const creditDesk: PolicyDesk<CheckedPolicy> = {
  kind: 'credit',
  refusals,
  check,
  propose: (body) => call(proposeCreditPolicy, { body }),
};
