/** What the address of an account page holds: the day, the filter of the items, the open item. */
import { useCallback } from 'react';
import { items } from '#areas/ledger/contract.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSearchState } from '../ui/search.ts';

export type AccountSearch = ReturnType<
  typeof useSearchState<NonNullable<typeof items.query>>
>[0] & {
  item: string | undefined;
};
export type AccountSearchChange = (change: {
  [Name in keyof AccountSearch]?: AccountSearch[Name] | undefined;
}) => void;

export function useAccountSearch(): [AccountSearch, AccountSearchChange] {
  const [search, setSearch] = useSearchState(items);
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const item = typeof raw.item === 'string' ? raw.item : undefined;
  const change: AccountSearchChange = useCallback(
    ({ item: opened, ...rest }) => {
      if (opened === undefined && Object.keys(rest).length > 0) setSearch(rest);
      else
        void navigate({
          to: '.',
          // One step back leaves the account, whether or not an item was looked at.
          replace: true,
          search: (before) => ({ ...before, item: opened }),
        });
    },
    [setSearch, navigate],
  );
  return [{ ...search, item }, change];
}
