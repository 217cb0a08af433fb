/** What the forecast says of one account, asked once for all who show a part of it. */
import { useQuery } from '@tanstack/react-query';
import { accountForecast } from '#areas/forecast/contract/accounts.ts';
import { call } from '#web/api.ts';

export function useAccountForecast(accountId: string) {
  return useQuery({
    queryKey: ['account', accountId, 'forecast'],
    queryFn: ({ signal }) => call(accountForecast, { params: { accountId }, signal }),
  });
}
