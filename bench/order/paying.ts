/** How a customer pays day by day, given who spoke with them when. */
import { type Customer, type Habit, type Settings, habits } from './world.ts';

/** A contact that reached somebody. */
export type Touch = { readonly day: number; readonly times: number };

/** What was done with a customer, and when what was stuck is settled. */
export type Dealings = { readonly touches: readonly Touch[]; readonly settledOn: number };

export const untouched: Dealings = { touches: [], settledOn: Infinity };

const fadesIn = 10;
const repeatDays = 30;
const repeatTimes = 0.6;

/** The hazard that a bill is paid on a day; nought before it is due. */
export function hazardOn(customer: Customer, due: number, day: number, dealings: Dealings): number {
  if (day < due) return 0;
  return baseOn(customer, day, dealings.settledOn) * speedOn(customer, day, dealings);
}

function baseOn(customer: Customer, day: number, settledOn: number): number {
  const habit: Habit = habits[customer.habit];
  if (habit.settles !== undefined && day >= settledOn) return habit.settles.daily;
  if (habit.everyDays === undefined) return habit.daily;
  return (day + 1000 * habit.everyDays) % habit.everyDays === 3 ? habit.daily : 0;
}

function speedOn({ pace }: Customer, day: number, { touches }: Dealings): number {
  let speed = pace;
  for (const { day: on, times } of touches) {
    const age = day - on;
    if (age >= 0 && age < fadesIn) speed *= 1 + (times - 1) * (1 - age / fadesIn);
  }
  return speed;
}

export type Way = 'call' | 'email';

/** What a contact that reaches them does; the next ones in a month do less and less. */
export function touched(
  customer: Customer,
  dealings: Dealings,
  { way, day, luck }: { readonly way: Way; readonly day: number; readonly luck: () => number },
  { works }: Settings,
): Dealings {
  const habit: Habit = habits[customer.habit];
  const lately = dealings.touches.filter((touch) => day - touch.day < repeatDays).length;
  const times = works ? 1 + (habit[way] - 1) * repeatTimes ** lately : 1;
  const touches = [...dealings.touches, { day, times }];
  const stuck = works && habit.settles !== undefined && dealings.settledOn === Infinity;
  if (!stuck || way !== 'call') return { ...dealings, touches };
  const wait = Math.ceil(-(habit.settles?.days ?? 0) * Math.log(1 - luck()));
  return { touches, settledOn: day + wait };
}

/** The day on which each bill is paid under these dealings; Infinity when not before the end. */
export function paidDays(customer: Customer, dealings: Dealings, end: number): readonly number[] {
  return customer.bills.map(({ due, threshold }) => {
    let sum = 0;
    for (let day = due; day < end; day += 1) {
      sum += hazardOn(customer, due, day, dealings);
      if (sum >= threshold) return day;
    }
    return Infinity;
  });
}

/** The chance that what is due is paid within so many days: of one who knows the habit. */
export function trueChance(
  customer: Customer,
  day: number,
  dealings: Dealings,
  {
    days,
    times,
    settles,
  }: { readonly days: number; readonly times: number; readonly settles: boolean },
): number {
  const habit: Habit = habits[customer.habit];
  const wait = Math.round(habit.settles?.days ?? 0);
  const settledOn = settles ? Math.min(dealings.settledOn, day + wait) : dealings.settledOn;
  const after = { touches: times === 1 ? [] : [{ day, times }], settledOn };
  let sum = 0;
  for (let at = 0; at < days; at += 1) sum += hazardOn(customer, day, day + at, after);
  return 1 - Math.exp(-sum);
}
