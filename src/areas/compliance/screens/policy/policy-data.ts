/** What the screens of the contact policy ask: what counts, the check of a text, the proposal. */
import { useQuery } from '@tanstack/react-query';
import {
  checkContactPolicy,
  contactPolicy,
  proposeContactPolicy,
} from '#areas/compliance/contract/policy.ts';
import type { PolicyDesk } from '#areas/policies/screens/index.ts';
import { call } from '#web/api.ts';
import { words as refusals } from '../../words.ts';

export function useContactPolicy() {
  return useQuery({
    queryKey: ['policies', 'contact', 'in force'],
    queryFn: ({ signal }) => call(contactPolicy, { query: {}, signal }),
  });
}

type CheckedPolicy = Awaited<ReturnType<typeof check>>;

async function check(written: string, signal: AbortSignal) {
  const checked = await call(checkContactPolicy, { body: { written }, signal });
  const problems = checked.problems.map(({ says: message, ...at }) => ({ ...at, message }));
  return { ...checked, problems };
}

export const contactDesk: PolicyDesk<CheckedPolicy> = {
  kind: 'contact',
  refusals,
  check,
  propose: (body) => call(proposeContactPolicy, { body }),
};
