/**
 * A desk with customers who pay in ways that are known, for the tests of the forecast: each day
 * what was due to happen on it happens, through the actions of the product.
 */
import { type Day, day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Story, deskOn } from './builders.ts';
import { draws } from './payers.ts';

export type PayingDesk = Story & {
  readonly accounts: Readonly<Record<string, Id>>;
  /** Items that are open at the end, by their number. */
  readonly open: ReadonlyMap<string, Id>;
  readonly today: Day;
};

type Habit = { readonly name: string; readonly delay: (draw: number) => number };

const habits: readonly Habit[] = [
  { name: 'PROMPT', delay: (draw) => Math.floor(draw * 3) - 2 },
  { name: 'SLOW', delay: (draw) => 15 + Math.floor(draw * 6) },
];

/** Half a year of weekly invoices of two customers, and one of whom nothing is known. */
export async function payingDesk(weeks = 26): Promise<PayingDesk> {
  const start = day('2026-01-05');
  const today = plusDays(start, 7 * weeks);
  const story = await deskOn(start);
  const accounts: Record<string, Id> = {};
  for (const { name } of [...habits, { name: 'NEW' }]) accounts[name] = await story.account(name);
  const next = draws(11);
  const coming: { on: Day; happen: () => Promise<unknown> }[] = [];
  const open = new Map<string, Id>();
  for (const { name, delay } of habits) {
    const accountId = accounts[name] ?? notThere(name);
    for (let week = 0; week < weeks; week += 1) {
      for (const half of [0, 3]) {
        const issued = plusDays(start, 7 * week + half);
        const due = plusDays(issued, 14);
        const number = `${name}-${week}-${half}`;
        const amount = String(500 + Math.floor(next() * 500));
        coming.push({
          on: issued,
          happen: async () => {
            open.set(number, await story.invoice(accountId, { amount, issued, due, number }));
          },
        });
        const on = plusDays(due, delay(next()));
        coming.push({
          on,
          happen: async () => {
            const item = open.get(number) ?? notThere(number);
            open.delete(number);
            await story.receipt(accountId, {
              amount,
              on,
              reference: number,
              pays: [[item, amount]],
            });
          },
        });
      }
    }
  }
  for (const { on, happen } of coming.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    if (on >= today) continue;
    story.on(on);
    await happen();
  }
  story.on(today);
  const newcomer = { amount: '250', issued: plusDays(today, -3), number: 'NEW-1' };
  open.set('NEW-1', await story.invoice(accounts['NEW'] ?? notThere('NEW'), newcomer));
  return { ...story, accounts, open, today };
}

function notThere(name: string): never {
  throw new Error(`${name} is not there`);
}
