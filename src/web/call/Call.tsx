/** A call of one account, with its place in the list that one walks: what is next is known. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { CallPage } from '#areas/correspondence/screens/index.ts';
import { worklist } from '#areas/worklist/contract.ts';
import { keptWalked, useLock, useReasonText } from '#areas/worklist/screens/index.ts';
import { call } from '../api.ts';
import { paths } from '../paths.ts';
import { say } from '../ui/said.ts';
import { useWords } from '../ui/say.ts';
import { words } from './words.ts';

export function Call() {
  const t = useWords(words);
  const { accountId } = useParams({ from: `/desk${paths.call}` });
  const navigate = useNavigate();
  const reasonText = useReasonText();
  const { row, next } = usePlaceInList(accountId);
  useLock(accountId);
  const [first] = row?.reasons ?? [];
  const goOn = (): void => {
    if (next === undefined) {
      say({ text: t('last_one') });
      void navigate({ to: paths.worklist });
    } else void navigate({ to: paths.call, params: { accountId: next } });
  };
  return (
    <CallPage
      accountId={accountId}
      why={first && reasonText(first)}
      onNext={goOn}
      onBack={() => void navigate({ to: paths.account, params: { accountId } })}
    />
  );
}

/**
 * The account's row of the walked list, and the one below it; found when the call opens, because
 * the row is gone once the call is written down.
 */
function usePlaceInList(accountId: string) {
  const walked = keptWalked() ?? {};
  const list = useQuery({
    queryKey: ['worklist', 'walked for a call', accountId],
    staleTime: Infinity,
    queryFn: ({ signal }) => call(worklist, { query: { ...walked, limit: 200 }, signal }),
  });
  const rows = list.data?.rows ?? [];
  const at = rows.findIndex((row) => row.accountId === accountId);
  const free = rows.filter((row, index) => index > at && row.inWorkBy === null);
  const others = rows.filter((row) => row.accountId !== accountId && row.inWorkBy === null);
  return { row: rows[at], next: (free[0] ?? others[0])?.accountId };
}
