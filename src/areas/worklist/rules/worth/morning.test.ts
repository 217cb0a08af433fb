import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { standing } from '#test/support/standings.ts';
import { type Candidate, type Company, morningOf } from './morning.ts';
import { standardWorth } from './worth.ts';

const on = day('2026-11-16');
const terms = { sharePct: 10, most: 5_000_00n, warmUpUntil: null };
const moment = { on, policy: standardWorth };
const company: Company = {
  book: { paid: 300, lateDays: 10_000 },
  learned: undefined,
  capacity: 330,
  terms,
};

function candidate(at: number, stated: Partial<Candidate> = {}): Candidate {
  const overdue = BigInt(1000_00 + at);
  return {
    standing: standing({ accountId: `a${String(at).padStart(4, '0')}`, overdue }),
    customerId: `c${at}`,
    mustBeWorked: false,
    answered: false,
    running: undefined,
    ...stated,
  };
}

const many = Array.from({ length: 600 }, (_, at) => candidate(at));

test('only accounts for which the day has room draw, and a tenth of them is left alone', () => {
  const { priced, minutes } = morningOf(many, company, moment);
  const planned = priced.filter(({ worth }) => worth.planned);
  expect(planned).toHaveLength(73);
  expect(minutes).toBeLessThanOrEqual(330);
  expect(priced.filter(({ drawn }) => drawn !== null)).toHaveLength(73);
  const left = planned.filter(({ drawn }) => drawn?.side === 'left_alone');
  expect(left.length).toBeGreaterThan(1);
  expect(left.length).toBeLessThan(18);
});

test('the plan is the same whether somebody measures or not', () => {
  const order = (stated: Company) =>
    morningOf(many, stated, moment).priced.map(({ worth }) => [worth.accountId, worth.planned]);
  expect(order({ ...company, terms: null })).toEqual(order(company));
});

test('an episode that runs goes on: nobody draws again within its days', () => {
  const running = { side: 'left_alone' as const, chance: 0.1, lastDay: day('2026-12-01') };
  const { priced } = morningOf([candidate(1, { running })], company, moment);
  expect(priced[0]?.drawn).toEqual({ ...running, begins: false });
});

test('what must be worked takes its minutes first and is never left alone', () => {
  const musts = many.map((each) => ({ ...each, mustBeWorked: true }));
  const { priced, room } = morningOf([...musts.slice(0, 60), ...many.slice(60)], company, moment);
  expect(room).toBe(330 - 60 * standardWorth.minutes.call);
  const forced = priced.filter(({ candidate: { mustBeWorked } }) => mustBeWorked);
  expect(forced.every(({ drawn, worth }) => drawn === null && !worth.planned)).toBe(true);
});

test('who was answered for today is priced, and neither planned nor drawn', () => {
  const { priced } = morningOf([candidate(1, { answered: true })], company, moment);
  expect(priced[0]).toMatchObject({ worth: { planned: false }, drawn: null });
});
