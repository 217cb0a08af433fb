/** The companies that the reader may see. */
import { useQuery } from '@tanstack/react-query';
import { type Me, session } from '#areas/team/contract.ts';
import { call } from '#web/api.ts';

export function useReaderCompanies(): Me['companies'] {
  const me = useQuery({
    queryKey: ['companies'],
    staleTime: 60_000,
    queryFn: ({ signal }) => call(session, { signal }),
  });
  return me.data?.companies ?? [];
}
