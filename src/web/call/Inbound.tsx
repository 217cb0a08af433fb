/** A call that comes in, over whatever one was doing: the place one came from is kept. */
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { InboundPage } from '#areas/correspondence/screens/index.ts';
import { paths } from '../paths.ts';

export function Inbound() {
  const navigate = useNavigate();
  const router = useRouter();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const accountId = typeof search.account === 'string' ? search.account : null;
  const goBack = (): void => {
    if (router.history.canGoBack()) router.history.back();
    else void navigate({ to: paths.worklist });
  };
  return (
    <InboundPage
      accountId={accountId}
      // One step back leaves the call, whichever accounts were looked at.
      onPick={(picked) =>
        void navigate({
          to: paths.inboundCall,
          replace: true,
          search: picked === null ? {} : { account: picked },
        })
      }
      onDone={goBack}
    />
  );
}
