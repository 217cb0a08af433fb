/** Campaigns as the screens ask for them. */
import { useQuery } from '@tanstack/react-query';
import { campaigns } from '#areas/portfolios/contract.ts';
import type { AnswerOf, QueryOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';

export function useCampaigns(search: QueryOf<typeof campaigns>) {
  return useQuery<AnswerOf<typeof campaigns>>({
    queryKey: ['campaigns', search],
    queryFn: ({ signal }) => call(campaigns, { query: search, signal }),
  });
}
