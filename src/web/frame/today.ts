/** The state of the desk that the frame shows, asked again every minute. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { today } from '#areas/worklist/contract.ts';
import { call } from '../api.ts';
import { useCompany } from './company.ts';

export function useDesk() {
  return useDeskState().desk;
}

/** The same, and whether it could not be asked. */
export function useDeskState() {
  const [company] = useCompany();
  const asked = useQuery(deskQuery(company));
  return { desk: asked.data, lost: asked.isError };
}

function deskQuery(company: string | undefined) {
  return queryOptions({
    queryKey: ['today', company ?? ''],
    queryFn: ({ signal }) => call(today, { query: { company }, signal }),
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });
}
