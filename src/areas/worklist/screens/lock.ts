/**
 * Saying that one works an account while its page is open, so that nobody calls it twice.
 * The say-so ends with the page, or by itself within a minute when browser or server is gone.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { lockAccount } from '#areas/worklist/contract.ts';
import { call } from '#web/api.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useOthersAt } from './presence.ts';

const renewMillis = 20_000;

/** Who else works the account, or null. */
export function useLock(accountId: string): string | null {
  const allowed = useMay()('worklist.work') === undefined;
  const params = { accountId };
  const others = useOthersAt();
  const lock = useQuery({
    queryKey: ['lock', accountId],
    enabled: allowed,
    refetchInterval: renewMillis,
    gcTime: 0,
    queryFn: () => call(lockAccount, { params, body: { release: false } }),
  });
  const { data, refetch } = lock;
  const other = others?.get(accountId);
  // The other one has gone, or somebody took it over: ask the server whose it is now.
  const stale = data !== undefined && others !== undefined && data.mine === (other !== undefined);
  useEffect(() => {
    if (stale) void refetch();
  }, [stale, refetch]);
  useEffect(() => {
    if (!allowed) return undefined;
    const release = (): void => {
      // The page is going; a lock that cannot be released ends by itself.
      call(lockAccount, { params: { accountId }, body: { release: true } }).catch(() => undefined);
    };
    window.addEventListener('pagehide', release);
    return () => {
      window.removeEventListener('pagehide', release);
      release();
    };
  }, [accountId, allowed]);
  return data === undefined || data.mine ? null : data.by;
}
