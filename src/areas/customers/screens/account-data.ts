/** One account as the screens ask for it, and what must be asked again after a change. */
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Account, account, accounts, timeline } from '#areas/customers/contract.ts';
import { call } from '#web/api.ts';
import type { Times } from '#web/ui/AsOf.tsx';
import { useList } from '#web/ui/list.ts';

/** Everything under this key belongs to one account. */
export function accountKey(accountId: string): readonly unknown[] {
  return ['account', accountId];
}

export function useAccount(accountId: string | null, times: Times = {}): UseQueryResult<Account> {
  const { asOf, knownAt } = times;
  return useQuery<Account>({
    queryKey: [...accountKey(accountId ?? ''), 'card', asOf ?? '', knownAt ?? ''],
    enabled: accountId !== null,
    placeholderData: (before, query) => (query?.queryKey[1] === accountId ? before : undefined),
    queryFn: ({ signal }): Promise<Account> =>
      call(account, { params: { accountId: accountId ?? '' }, query: { asOf, knownAt }, signal }),
  });
}

export function useTimeline(accountId: string, kind?: string, limit = 50) {
  return useList({
    key: [...accountKey(accountId), 'timeline', kind ?? '', limit],
    fetchPage: (cursor, signal) =>
      call(timeline, { params: { accountId }, query: { kind, limit, cursor }, signal }),
  });
}

/** Asks again for everything that a change of the account may have touched. */
export function useAccountChanged(): (accountId: string) => void {
  const queries = useQueryClient();
  return useCallback(
    (accountId: string) => {
      void queries.invalidateQueries({ queryKey: accountKey(accountId) });
      void queries.invalidateQueries({ queryKey: ['worklist'] });
      void queries.invalidateQueries({ queryKey: ['promises'] });
      void queries.invalidateQueries({ queryKey: ['today'] });
    },
    [queries],
  );
}

/** Accounts by any number or name, once two letters are typed. */
export function useAccountsFound(typed: string) {
  const q = typed.trim();
  const found = useQuery({
    queryKey: ['find', '', q],
    enabled: q.length > 1,
    queryFn: ({ signal }) => call(accounts, { query: { q, limit: 8 }, signal }),
  });
  return found.data?.rows ?? [];
}
