import { describe, expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, money } from '#kernel/money.ts';
import { checkCap } from './cap.ts';

const lost = 'forfeit_all_interest';

describe('the rate that may be agreed on', () => {
  test.each`
    state   | purpose       | written  | rate       | principal    | allowed  | max     | consequence
    ${'DC'} | ${'consumer'} | ${true}  | ${'25'}    | ${undefined} | ${false} | ${'24'} | ${lost}
    ${'DC'} | ${'consumer'} | ${true}  | ${'24'}    | ${undefined} | ${true}  | ${'24'} | ${null}
    ${'DC'} | ${'consumer'} | ${true}  | ${'24.01'} | ${undefined} | ${false} | ${'24'} | ${lost}
    ${'DC'} | ${'consumer'} | ${false} | ${'6'}     | ${undefined} | ${true}  | ${'6'}  | ${null}
    ${'DC'} | ${'consumer'} | ${false} | ${'7'}     | ${undefined} | ${false} | ${'6'}  | ${lost}
    ${'DC'} | ${'business'} | ${true}  | ${'30'}    | ${undefined} | ${false} | ${'24'} | ${lost}
    ${'DC'} | ${'business'} | ${true}  | ${'30'}    | ${100_000n}  | ${false} | ${'24'} | ${lost}
    ${'DC'} | ${'business'} | ${true}  | ${'30'}    | ${100_001n}  | ${true}  | ${null} | ${null}
    ${'DC'} | ${'business'} | ${false} | ${'7'}     | ${500_000n}  | ${false} | ${'6'}  | ${lost}
    ${'AL'} | ${'consumer'} | ${true}  | ${'18'}    | ${199_999n}  | ${false} | ${'8'}  | ${lost}
    ${'AL'} | ${'consumer'} | ${true}  | ${'18'}    | ${200_000n}  | ${true}  | ${null} | ${null}
    ${'NY'} | ${'consumer'} | ${true}  | ${'18'}    | ${undefined} | ${false} | ${'16'} | ${null}
    ${'NY'} | ${'business'} | ${true}  | ${'18'}    | ${undefined} | ${true}  | ${'25'} | ${null}
  `('$state $purpose $rate % of $principal: $allowed, $max', (given) => {
    const answer = checkCap({
      state: given.state,
      purpose: given.purpose,
      isWritten: given.written,
      ratePct: decimal(given.rate),
      principal:
        given.principal === undefined ? undefined : money(given.principal, currency('USD')),
    });
    expect(answer).toEqual({
      ok: true,
      value: { isAllowed: given.allowed, maxPct: given.max, consequence: given.consequence },
    });
  });

  test.each(['ZZ', 'constructor'])('%s has no row, and nobody guesses', (state) => {
    const asked = { state, purpose: 'business', isWritten: true, ratePct: decimal('1') } as const;
    expect(checkCap(asked)).toMatchObject({ ok: false, refusal: 'interest.no_cap_known' });
  });
});
