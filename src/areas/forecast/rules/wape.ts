/**
 * The error of a cash forecast: what weeks missed, as a share of the cash that came (WAPE). Weeks
 * of one currency, one distance and one kind are added; amounts of two currencies never are.
 */
export type WeekCame = {
  readonly currency: string;
  readonly ahead: number;
  readonly how: 'live' | 'back_test';
  readonly expected: bigint;
  readonly actual: bigint;
};

export type Wape = Pick<WeekCame, 'currency' | 'ahead' | 'how'> & {
  readonly weeks: number;
  readonly wape: number;
};

/** Nothing where no cash came: a share of nothing says nothing. */
export function wapeOf(weeks: readonly WeekCame[]): Wape[] {
  const groups = Map.groupBy(weeks, ({ currency, ahead, how }) => `${how} ${currency} ${ahead}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    const came = own.reduce((sum, { actual }) => sum + actual, 0n);
    if (!first || came <= 0n) return [];
    const missed = own.reduce((sum, { actual, expected }) => sum + distance(actual, expected), 0n);
    // A share, in ten-thousandths exactly; no amount is made from it.
    const wape = Number((missed * 10_000n) / came) / 10_000;
    const { currency, ahead, how } = first;
    return [{ currency, ahead, how, weeks: own.length, wape }];
  });
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}
