/** An account as the order of work sees it: nothing special about it. */
import type { Standing } from '#areas/worklist/rules/worth/standing.ts';
import type { Outcome } from '#areas/worklist/rules/worth/uplift.ts';

export function standing(stated: Partial<Standing> = {}): Standing {
  return {
    accountId: 'a',
    segment: null,
    overdue: 1_000_00n,
    daysLate: 12,
    lateItems: 1,
    paying: { paid: 3, lateDays: 60 },
    usualDays: 9,
    contacts: 0,
    heeded: 0,
    recentContacts: 0,
    staysOpen: null,
    mayBe: ['call', 'email'],
    ...stated,
  };
}

/** Episodes with a planted effect: so much more of what is overdue is paid by whom was asked. */
export function outcomes(
  seed: number,
  stated: {
    readonly open: number;
    readonly leftAlone: number;
    readonly adds: number;
    readonly chance?: number;
  },
): readonly Outcome[] {
  const draw = chances(seed);
  const one = (leftAlone: boolean): Outcome => {
    const overdue = Math.round(100_000 * Math.exp(draw() + draw() - 1));
    return {
      customerId: `${seed} ${draw()}`,
      leftAlone,
      chance: stated.chance ?? stated.leftAlone / (stated.open + stated.leftAlone),
      overdue: BigInt(overdue),
      share: draw() < 0.4 + (leftAlone ? 0 : stated.adds) ? 1 : 0,
      expected: BigInt(Math.round(overdue * 0.1)),
      minutes: 4.5,
    };
  };
  const open = Array.from({ length: stated.open }, () => one(false));
  const left = Array.from({ length: stated.leftAlone }, () => one(true));
  return [...open, ...left].toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
}

/** Chances from a seed: a counter through a mixer. */
function chances(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
