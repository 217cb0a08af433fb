/** What the palette finds: accounts by any number, name, amount, e-mail or telephone. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { accounts } from '#areas/customers/contract.ts';
import { call } from '../api.ts';
import { paths } from '../paths.ts';
import type { Found } from '../ui/Palette.tsx';
import { useCompany } from './company.ts';

export function useAccountFinder(typed: string): readonly Found[] | undefined {
  const navigate = useNavigate();
  const [company] = useCompany();
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['find', company ?? '', q],
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(accounts, { query: { q, company, limit: 12 }, signal }),
  });
  if (q.length < 2) return [];
  return found.data?.rows.map((row) => ({
    id: row.accountId,
    name: row.name,
    note: [row.number, row.match].filter(Boolean).join(' · '),
    run: () => void navigate({ to: paths.account, params: { accountId: row.accountId } }),
  }));
}
