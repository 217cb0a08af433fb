/** Dice with a seed: the same seed throws the same numbers on every machine. */
export type Dice = {
  /** A whole number from 0 to `sides` − 1. */
  below(sides: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True so many times in a thousand. */
  permille(chance: number): boolean;
  pick<T>(things: readonly [T, ...T[]]): T;
  /** About `middle`, half of them within a factor of two; never less than 1. */
  around(middle: number): number;
};

/** By Tommy Ettinger's mulberry32, which needs only 32-bit integers. */
export function throwDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (sides: number): number => next() % sides;
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    permille: (chance) => below(1000) < chance,
    pick: (things) => things[below(things.length)] ?? things[0],
    around(middle) {
      // The mean of four throws is near enough to a bell curve; a power of two spreads it.
      const bell = (below(1000) + below(1000) + below(1000) + below(1000)) / 1000 - 2;
      return Math.max(1, Math.round(middle * 2 ** (bell * 2)));
    },
  };
}
