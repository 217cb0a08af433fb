import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency, money } from '#kernel/money.ts';
import { rolesFrom, whoMayAgree, whoMayMove, whoMaySettle } from './bounds.ts';
import { draftPlan } from './draft.ts';
import { standardPlanPolicy } from './policy.ts';

const { bounds } = standardPlanPolicy;
const usd = currency('USD');
const today = day('2026-01-31');
const covered = money(100_000n, usd);

function verdict(count: number, firstOn: string, roles: readonly string[]) {
  const down = money(0n, usd);
  const drafted = draftPlan(
    {
      covered,
      down,
      fee: down,
      aprPct: decimal('0'),
      frequency: 'monthly',
      count,
      firstOn: day(firstOn),
      days: [],
      edits: [],
    },
    today,
  );
  if (!drafted.ok) throw new Error(drafted.refusal);
  return whoMayAgree({ covered, down, draft: drafted.value }, today, roles, bounds);
}

describe('who may agree to a plan', () => {
  test.each`
    count | firstOn         | roles             | least           | mine     | broken
    ${3}  | ${'2026-01-31'} | ${['collector']}  | ${'collector'}  | ${true}  | ${[]}
    ${12} | ${'2026-02-10'} | ${['collector']}  | ${'collector'}  | ${true}  | ${[]}
    ${3}  | ${'2026-02-11'} | ${['collector']}  | ${'manager'}    | ${false} | ${['first_too_late']}
    ${3}  | ${'2026-02-11'} | ${['senior']}     | ${'manager'}    | ${false} | ${['first_too_late']}
    ${3}  | ${'2026-02-11'} | ${['manager']}    | ${'manager'}    | ${true}  | ${[]}
    ${14} | ${'2026-01-31'} | ${['manager']}    | ${'controller'} | ${false} | ${['too_long']}
    ${14} | ${'2026-01-31'} | ${['controller']} | ${'controller'} | ${true}  | ${[]}
    ${40} | ${'2026-01-31'} | ${['controller']} | ${'cfo'}        | ${false} | ${['too_long']}
    ${3}  | ${'2026-01-31'} | ${[]}             | ${'collector'}  | ${false} | ${[]}
  `('$count months from $firstOn: $roles, least $least', (row) => {
    const { count, firstOn, roles, ...answer } = row;
    expect(verdict(count, firstOn, roles)).toEqual(answer);
  });

  test('an instalment under two percent of the debt, or too little down, is beyond them', () => {
    const strict = bounds.map((bound) => ({ ...bound, minDownBps: 1000, minInstallmentBps: 5000 }));
    const drafted = verdict(3, '2026-01-31', ['collector']);
    expect(drafted.mine).toBe(true);
    const down = money(0n, usd);
    const draft = {
      installments: [1, 2, 3].map((no) => ({
        no,
        dueOn: today,
        amount: money(33_333n, usd),
        principal: money(33_333n, usd),
        interest: down,
      })),
      total: covered,
      interest: down,
      fee: down,
    };
    const found = whoMayAgree({ covered, down, draft }, today, ['collector'], strict);
    expect(found).toEqual({
      least: null,
      mine: false,
      broken: ['down_too_small', 'instalment_too_small'],
    });
  });
});

test.each`
  offer       | roles             | least           | mine
  ${100_000n} | ${['collector']}  | ${'collector'}  | ${true}
  ${90_000n}  | ${['manager']}    | ${'manager'}    | ${true}
  ${89_999n}  | ${['manager']}    | ${'controller'} | ${false}
  ${70_000n}  | ${['controller']} | ${'controller'} | ${true}
  ${69_999n}  | ${['controller']} | ${'cfo'}        | ${false}
`('$offer cents of $1,000: least $least', ({ offer, roles, least, mine }) => {
  const found = whoMaySettle(covered, money(offer, usd), roles, bounds);
  expect(found).toMatchObject({ least, mine });
});

test.each`
  days  | endsOn          | least           | broken
  ${15} | ${'2026-12-31'} | ${'collector'}  | ${[]}
  ${16} | ${'2026-12-31'} | ${'manager'}    | ${['moved_too_far']}
  ${15} | ${'2027-02-01'} | ${'controller'} | ${['too_long']}
`('moved by $days days to end on $endsOn: least $least', ({ days, endsOn, least, broken }) => {
  const moved = { days, madeOn: today, endsOn: day(endsOn) };
  expect(whoMayMove(moved, ['collector'], bounds)).toMatchObject({ least, broken });
});

test('the roles from one up are those that may decide what it may', () => {
  expect(rolesFrom('controller')).toEqual(['controller', 'cfo']);
});
