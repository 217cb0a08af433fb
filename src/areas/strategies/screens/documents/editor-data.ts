/** What the editor asks of the desk: names to choose from, the check of a text, the proposal. */
import { useQuery } from '@tanstack/react-query';
import type { PolicyDesk } from '#areas/policies/screens/index.ts';
import {
  checkStrategy,
  proposeStrategy,
  strategyNames,
  type WireCheck,
} from '#areas/strategies/contract/documents.ts';
import { call } from '#web/api.ts';
import { words as refusals } from '../../words.ts';

export function useNames() {
  return useQuery({
    queryKey: ['strategies', 'names'],
    queryFn: ({ signal }) => call(strategyNames, { signal }),
  });
}

export const strategyDesk: PolicyDesk<WireCheck> = {
  kind: 'strategy',
  refusals,
  check: (written, signal) => call(checkStrategy, { body: { written }, signal }),
  propose: (body) => call(proposeStrategy, { body }),
};
