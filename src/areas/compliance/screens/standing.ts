/** What stands about an account, asked once for every card that shows it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { accountCompliance } from '#areas/compliance/contract/standing.ts';
import { call } from '#web/api.ts';

export function useCompliance(accountId: string) {
  return useQuery({
    queryKey: ['account', accountId, 'compliance'],
    queryFn: ({ signal }) => call(accountCompliance, { params: { accountId }, signal }),
  });
}

/** Asks again for everything of the account after something was written down. */
export function useComplianceChanged(): (accountId: string) => void {
  const queries = useQueryClient();
  return (accountId) => void queries.invalidateQueries({ queryKey: ['account', accountId] });
}
