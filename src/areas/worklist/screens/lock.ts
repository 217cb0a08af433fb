/**
 * Saying that one works an account while its page is open, so that nobody calls it twice.
 * The say-so ends with the page, or by itself when the browser is gone.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { lockAccount } from '#areas/worklist/contract.ts';
import { call } from '#web/api.ts';
import { useMay } from '#web/ui/reader.tsx';

const renewMillis = 60_000;

/** Who else works the account, or null. */
export function useLock(accountId: string): string | null {
  const allowed = useMay()('worklist.work') === undefined;
  const params = { accountId };
  const lock = useQuery({
    queryKey: ['lock', accountId],
    enabled: allowed,
    refetchInterval: renewMillis,
    gcTime: 0,
    queryFn: () => call(lockAccount, { params, body: { release: false } }),
  });
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
  return lock.data === undefined || lock.data.mine ? null : lock.data.by;
}
