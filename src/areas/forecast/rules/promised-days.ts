/**
 * The day for which each open item is promised: a promise that names items speaks for those; one
 * for the whole account pays the oldest items first, as far as it reaches.
 */
export type PromiseTold = {
  readonly accountId: string;
  readonly currency: string;
  readonly dueOn: number;
  /** What of it has not come yet. */
  readonly left: bigint;
  /** None: the whole account. */
  readonly itemIds: readonly string[];
};

export type Promisable = {
  readonly itemId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly open: bigint;
};

/** Items come the oldest first; of several promises for an item the earliest counts. */
export function promisedDays(
  items: readonly Promisable[],
  promises: readonly PromiseTold[],
): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  const byAccount = Map.groupBy(items, ({ accountId }) => accountId);
  for (const promise of promises.toSorted((a, b) => a.dueOn - b.dueOn)) {
    const named = new Set(promise.itemIds);
    let { left } = promise;
    for (const { itemId, currency, open } of byAccount.get(promise.accountId) ?? []) {
      const isMeant = named.size === 0 ? currency === promise.currency : named.has(itemId);
      if (!isMeant || left <= 0n || open <= 0n || days.has(itemId)) continue;
      days.set(itemId, promise.dueOn);
      left -= open;
    }
  }
  return days;
}
