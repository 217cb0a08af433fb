import { describe, expect, test } from 'vitest';
import { standing } from '#test/support/standings.ts';
import { type Episode, assumedResponse, fewest, learn, responseOf } from './response.ts';

const book = 0.03;
const nothing = { book, learned: undefined };

/** Retail answers a call, health does not; half of each was left alone. */
function episodes(count: number, adds: { retail: number; health: number }): Episode[] {
  return Array.from({ length: count }, (_, at) => {
    const segment = at % 4 < 2 ? ('retail' as const) : ('health' as const);
    const asked = at % 2 === 0;
    const lot = ((at * 37) % 100) / 100;
    const chance = 0.4 + (asked ? adds[segment] : 0);
    return {
      standing: standing({ segment, accountId: `a${at}` }),
      asked,
      share: lot < chance ? 1 : 0,
    };
  });
}

describe('while nothing is learned', () => {
  test('a call brings an assumed part of what would stay unpaid', () => {
    const { adds, alone, basis } = responseOf(standing({ staysOpen: 0.5 }), 'call', nothing);
    expect(adds).toBeCloseTo(0.5 * assumedResponse.call, 6);
    expect(alone).toBe(0.5);
    expect(basis).toBe('assumed');
  });

  test('the next contact in a month says less', () => {
    const adds = [0, 1, 2].map(
      (recentContacts) => responseOf(standing({ recentContacts }), 'call', nothing).adds,
    );
    expect(adds).toEqual(adds.toSorted((a, b) => b - a));
    expect(new Set(adds).size).toBe(3);
  });
});

describe('learning', () => {
  test('too few on a side teach nothing', () => {
    expect(learn(episodes(2 * fewest - 2, { retail: 0.3, health: 0 }), book)).toBeUndefined();
  });

  test('who answers a call is told apart from who does not', () => {
    const learned = learn(episodes(8000, { retail: 0.3, health: 0 }), book);
    const known = { book, learned };
    const retail = responseOf(standing({ segment: 'retail' }), 'call', known);
    const health = responseOf(standing({ segment: 'health' }), 'call', known);
    expect(retail.adds).toBeGreaterThan(health.adds + 0.08);
    expect(retail.basis).toBe('learned');
  });

  test('where asking changes nothing, next to nothing is expected of it', () => {
    const learned = learn(episodes(8000, { retail: 0, health: 0 }), book);
    const { adds } = responseOf(standing({ segment: 'retail' }), 'call', { book, learned });
    expect(Math.abs(adds)).toBeLessThan(0.02);
  });

  test('where asking drives people away, the response is below nought', () => {
    const learned = learn(episodes(8000, { retail: -0.35, health: 0.1 }), book);
    const retail = responseOf(standing({ segment: 'retail' }), 'call', { book, learned });
    expect(retail.adds).toBeLessThan(0);
  });
});
