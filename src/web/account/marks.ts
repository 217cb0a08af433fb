/** The items marked on one account, for a promise on just those. */
import { useCallback, useMemo, useState } from 'react';
import type { Item } from '#areas/ledger/contract.ts';

export type Marks = {
  marked: ReadonlySet<string>;
  /** The same as they were when they were marked. */
  items: readonly Item[];
  onMark: (item: Item) => void;
};

type Kept = { accountId: string; items: readonly Item[] };

export function useMarks(accountId: string): Marks {
  const [state, setState] = useState<Kept>({ accountId, items: [] });
  const items = state.accountId === accountId ? state.items : none;
  const onMark = useCallback(
    (item: Item) =>
      setState((before) => {
        const kept = before.accountId === accountId ? before.items : none;
        const others = kept.filter(({ itemId }) => itemId !== item.itemId);
        return { accountId, items: others.length < kept.length ? others : [...kept, item] };
      }),
    [accountId],
  );
  const marked = useMemo(() => new Set(items.map(({ itemId }) => itemId)), [items]);
  return { marked, items, onMark };
}

const none: readonly Item[] = [];
