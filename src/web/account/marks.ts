/** The items marked on one account, for a promise on just those. */
import { useCallback, useState } from 'react';

export type Marks = { marked: ReadonlySet<string>; onMark: (itemId: string) => void };

export function useMarks(accountId: string): Marks {
  const [state, setState] = useState<{ accountId: string; marked: ReadonlySet<string> }>({
    accountId,
    marked: new Set(),
  });
  const marked = state.accountId === accountId ? state.marked : none;
  const onMark = useCallback(
    (itemId: string) =>
      setState((before) => {
        const next = new Set(before.accountId === accountId ? before.marked : none);
        if (!next.delete(itemId)) next.add(itemId);
        return { accountId, marked: next };
      }),
    [accountId],
  );
  return { marked, onMark };
}

const none: ReadonlySet<string> = new Set();
