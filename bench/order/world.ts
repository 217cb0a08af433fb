/**
 * An invented book whose causes are known: who pays by what habit, and what asking changes.
 *
 * Every invoice carries one threshold, drawn once; it is paid on the first day on which its
 * summed daily chance passes it. Whatever a policy does, the luck is the same, so that what a
 * policy adds is exact. The numbers are assumptions about no real book.
 */
export type Habit = {
  readonly share: number;
  /** Daily hazard of paying, once due. */
  readonly daily: number;
  /** By how much a call, or a mail, multiplies it; the effect fades in ten days. */
  readonly call: number;
  readonly email: number;
  /** Pays on every so many-th day only. */
  readonly everyDays?: number;
  /** Nothing moves before a call has it looked into: mean days until then, and the hazard after. */
  readonly settles?: { readonly days: number; readonly daily: number };
};

export const habits = {
  prompt: { share: 0.46, daily: 0.22, call: 1.1, email: 1.05 },
  forgetful: { share: 0.18, daily: 0.018, call: 9, email: 5 },
  slow: { share: 0.14, daily: 0.015, call: 3, email: 1.5 },
  pay_run: { share: 0.07, daily: 0.85, call: 1, email: 1, everyDays: 14 },
  disputed: { share: 0.06, daily: 0.002, call: 1, email: 1, settles: { days: 12, daily: 0.09 } },
  insolvent: { share: 0.04, daily: 0.0015, call: 1.2, email: 1 },
  sensitive: { share: 0.05, daily: 0.06, call: 0.5, email: 0.9 },
} satisfies Readonly<Record<string, Habit>>;
export type HabitName = keyof typeof habits;

export type Settings = {
  readonly customers: number;
  readonly collectors: number;
  readonly minutesADay: number;
  readonly days: number;
  /** Days of randomised work from which a model learns. */
  readonly warmUp: number;
  /** A customer is left in peace for so many days after a contact. */
  readonly gap: number;
  /** How often the segment tells the habit. */
  readonly signal: number;
  /** The share of customers whom a call annoys; the others keep their proportions. */
  readonly sensitive: number;
  /** False: nothing that anybody does changes anything. */
  readonly works: boolean;
};

export const standardSettings: Settings = {
  customers: 4000,
  collectors: 1,
  minutesADay: 330,
  days: 60,
  warmUp: 45,
  gap: 7,
  signal: 0.55,
  sensitive: 0.05,
  works: true,
};

export type Bill = { readonly due: number; readonly cents: number; readonly threshold: number };

export type Customer = {
  readonly habit: HabitName;
  /** What the desk sees of the habit, right as often as the signal says. */
  readonly segment: string;
  /** How often somebody answers the telephone. */
  readonly answers: number;
  /** Pays faster or slower than its habit. */
  readonly pace: number;
  readonly bills: readonly Bill[];
  /** Draws the luck of its calls. */
  readonly luckSeed: number;
};

/** Bills begin so many days before the first morning. */
export const historyDays = 90;
const terms = 30;

export function makeWorld(seed: number, settings: Settings, until: number): readonly Customer[] {
  const draw = chances(seed);
  return Array.from({ length: settings.customers }, (_, at) => {
    const habit = drawHabit(draw(), settings.sensitive);
    const seen =
      draw() < settings.signal ? habit : (names[Math.floor(draw() * names.length)] ?? habit);
    const size = Math.exp(0.7 * normal(draw));
    const rate = 0.05 * (0.5 + draw());
    const person = { habit, segment: seen, answers: 0.25 + 0.4 * draw() };
    const pace = Math.exp(0.35 * normal(draw));
    const bills: Bill[] = [];
    for (let day = -historyDays; day < until; day += 1) {
      if (draw() >= rate) continue;
      const cents = Math.round(100 * Math.exp(8 + 1.3 * normal(draw)) * size);
      bills.push({ due: day + terms, cents, threshold: -Math.log(1 - draw()) });
    }
    return { ...person, pace, bills, luckSeed: (seed * 7919 + at * 104_729) >>> 0 };
  });
}

// The keys are those of the table above.
const names = Object.keys(habits) as HabitName[];

function drawHabit(lot: number, sensitive: number): HabitName {
  const rest = (1 - sensitive) / (1 - habits.sensitive.share);
  let left = lot;
  for (const name of names) {
    left -= name === 'sensitive' ? sensitive : habits[name].share * rest;
    if (left < 0) return name;
  }
  return 'prompt';
}

/** Chances from a seed: a counter through a mixer (splitmix). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}
