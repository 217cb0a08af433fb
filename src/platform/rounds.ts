/**
 * The same question asked by many at once is looked up once a round.
 *
 * Who asks while a look is under way waits for the next one, which begins after they asked: an
 * answer is never older than its question, and nothing is remembered between rounds.
 */
export type Rounds<T> = (key: string, look: () => Promise<T>) => Promise<T>;

type Round<T> = { readonly current: Promise<T>; next: Promise<T> | undefined };

export function makeRounds<T>(): Rounds<T> {
  const rounds = new Map<string, Round<T>>();

  function begin(key: string, look: () => Promise<T>): Promise<T> {
    const current = look();
    const round: Round<T> = { current, next: undefined };
    rounds.set(key, round);
    const end = (): void => {
      if (rounds.get(key) === round) rounds.delete(key);
    };
    void current.then(end, end);
    return current;
  }

  return (key, look) => {
    const round = rounds.get(key);
    if (!round) return begin(key, look);
    const again = (): Promise<T> => begin(key, look);
    round.next ??= round.current.then(again, again);
    return round.next;
  };
}
