/**
 * What a contact with an account is worth, and the order in which a day's minutes go furthest.
 *
 * worth(account, way) = overdue × what asking adds to the share paid × margin − goodwill. A price
 * of a minute is found such that what is planned fills the day; the rank is worth − price ×
 * minutes. An account is one piece of work: one conversation is about all that it owes.
 */
import { divideHalfUp } from '#kernel/money.ts';
import { type Learned, type Response, responseOf } from './response.ts';
import { type Standing, type Way, ways } from './standing.ts';

export type WorthPolicy = {
  /** Of a contact: what it takes, reached or not. */
  readonly minutes: Readonly<Record<Way, number>>;
  /** What a contact costs with a customer one wants to keep, in minor units. */
  readonly goodwill: Readonly<Record<Way, bigint>>;
  /** Of what is collected, the part that counts; 1 while the money is simply owed. */
  readonly margin: number;
};

/** A call takes seven minutes when somebody answers, else two and a half; two in five answer. */
export const standardWorth: WorthPolicy = {
  minutes: { call: 4.5, email: 1.5, sms: 1, letter: 4 },
  goodwill: { call: 0n, email: 0n, sms: 0n, letter: 0n },
  margin: 1,
};

export type Worth = {
  readonly accountId: string;
  readonly way: Way;
  /** What the contact is expected to add within the horizon, in minor units. */
  readonly gain: bigint;
  readonly minutes: number;
  readonly response: Response;
};

export type Known = { readonly book: number; readonly learned: Learned | undefined };

/**
 * The way that adds most, or undefined where none adds anything. A weaker way is not taken because
 * it is cheap: it uses up the contact that a stronger one could have had, for a week.
 */
export function worthOf(
  standing: Standing,
  known: Known,
  policy: WorthPolicy = standardWorth,
): Worth | undefined {
  const open = ways
    .filter((way) => standing.mayBe.includes(way))
    .map((way) => {
      const response = responseOf(standing, way, known);
      const gain = timesShare(standing.overdue, response.adds * policy.margin);
      return {
        accountId: standing.accountId,
        way,
        gain: gain - policy.goodwill[way],
        minutes: policy.minutes[way],
        response,
      };
    });
  const best = open.toSorted((a, b) => compare(b.gain, a.gain))[0];
  return best !== undefined && best.gain > 0n ? best : undefined;
}

export type Plan = {
  /** Of a minute, in minor units: what the last minute of the day still brings. */
  readonly price: number;
  readonly minutes: number;
  /** By what stays after its minutes are paid, the best first. */
  readonly order: readonly Ranked[];
};

export type Ranked = Worth & {
  /** Gain less minutes at the price. */
  readonly surplus: number;
  /** The day has room for it. */
  readonly planned: boolean;
};

/**
 * The price by bisection, so that the contacts that are worth it fill the minutes of the day. Of
 * several that are worth just the price as many are planned as the day has room for.
 */
export function planDay(worths: readonly Worth[], capacity: number): Plan {
  const price = priceOf(worths, capacity);
  const order = worths
    .map((each) => ({ ...each, surplus: surplusOf(each, price) }))
    .toSorted((a, b) => b.surplus - a.surplus || (a.accountId < b.accountId ? -1 : 1));
  let minutes = 0;
  const ranked = order.map((each) => {
    const planned = isWorth(each, price) && minutes + each.minutes <= capacity;
    if (planned) minutes += each.minutes;
    return { ...each, planned };
  });
  return { price, minutes, order: ranked };
}

const halvings = 50;
/** Prices are found to within this part of them; what lies so near is worth just the price. */
const tie = 1e-9;

function isWorth(
  { surplus, minutes }: Pick<Ranked, 'surplus' | 'minutes'>,
  price: number,
): boolean {
  return surplus >= -tie * price * minutes;
}

/** Nought while everything fits. */
function priceOf(worths: readonly Worth[], capacity: number): number {
  const planned = (price: number): number =>
    worths.reduce((sum, each) => (surplusOf(each, price) > 0 ? sum + each.minutes : sum), 0);
  if (planned(0) <= capacity) return 0;
  let low = 0;
  let high = worths.reduce((most, { gain, minutes }) => Math.max(most, Number(gain) / minutes), 0);
  for (let round = 0; round < halvings; round += 1) {
    const price = (low + high) / 2;
    if (planned(price) > capacity) low = price;
    else high = price;
  }
  return high;
}

function surplusOf({ gain, minutes }: Pick<Worth, 'gain' | 'minutes'>, price: number): number {
  return Number(gain) - price * minutes;
}

/** As fine as a float of this size still tells apart. */
const fineness = 1e12;

/** A part of an amount: the part is an estimate, the amount is multiplied exactly. */
export function timesShare(amount: bigint, share: number): bigint {
  return divideHalfUp(amount * BigInt(Math.round(share * fineness)), BigInt(fineness));
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
