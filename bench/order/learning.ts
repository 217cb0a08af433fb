/** A warm-up in which half of the customers are left alone by chance, and what is learned of it. */
import { bookRate } from '#areas/worklist/rules/worth/rates.ts';
import { type Episode, type Learned, learn } from '#areas/worklist/rules/worth/response.ts';
import {
  type LatePaying,
  type Standing,
  horizonDays,
} from '#areas/worklist/rules/worth/standing.ts';
import { type Policy, work } from './desk.ts';
import { shuffled } from './policies.ts';
import { type Settings, chances, makeWorld } from './world.ts';

type Seen = { at: number; day: number; standing: Standing; asked: boolean };

/** Works another world than the one that is judged. */
export function warmUp(seed: number, settings: Settings): Learned | undefined {
  const seen: Seen[] = [];
  let last: LatePaying = { paid: 0, lateDays: 0 };
  const left = (at: number, day: number): boolean =>
    chances((seed * 31 + at * 7919 + Math.floor(day / 7) * 104_729) >>> 0)() < 0.5;
  const explore: Policy = {
    name: 'warm-up',
    order: (cases, day, { collectors, minutesADay }, book) => {
      last = book;
      for (const { at, standing } of cases) {
        if (left(at, day)) seen.push({ at, day, standing, asked: false });
      }
      const open = cases.filter(({ at }) => !left(at, day));
      const order = shuffled(open, day);
      const room = Math.round((collectors * minutesADay) / 4.5);
      const chosen = new Set(order.slice(0, room).map(({ at }) => at));
      for (const { at, standing } of open) {
        if (chosen.has(at)) seen.push({ at, day, standing, asked: true });
      }
      return order.slice(0, room);
    },
  };
  const end = settings.warmUp + horizonDays;
  const { paidOn } = work(seed, settings, explore, { days: settings.warmUp, end });
  const world = makeWorld(seed, settings, end);
  const episodes: Episode[] = seen.map(({ at, day, standing, asked }) => {
    const bills = world[at]?.bills ?? [];
    let [due, got] = [0, 0];
    bills.forEach((bill, index) => {
      const on = paidOn[at]?.[index] ?? Infinity;
      if (bill.due >= day || on < day) return;
      due += bill.cents;
      if (on <= day + horizonDays) got += bill.cents;
    });
    return { standing, asked, share: due === 0 ? 0 : got / due };
  });
  return learn(episodes, bookRate(last));
}
