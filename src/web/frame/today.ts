/** The state of the desk that the frame shows, asked again every minute. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { today } from '#areas/worklist/contract.ts';
import { call } from '../api.ts';
import { useCompany } from './company.ts';

export function useDesk() {
  const [company] = useCompany();
  return useQuery(deskQuery(company)).data;
}

function deskQuery(company: string | undefined) {
  return queryOptions({
    queryKey: ['today', company ?? ''],
    queryFn: ({ signal }) => call(today, { query: { company }, signal }),
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });
}
