import { describe, expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { type MoveTo, type Standing, handPolicy, placesAfter } from './hand-order.ts';

const of = (letter: string) => id(`00000000-0000-7000-8000-0000000000${letter.padStart(2, '0')}`);

/** `a*` was moved, `b'` is kept above a moved one, `c!` is pinned, `d^` inherits its pin. */
function list(text: string): Standing<string>[] {
  return text.split(' ').map((word, at) => {
    const sign = word.slice(1);
    const pinned = sign === '!' || sign === '^';
    const hand = {
      place: at + 1,
      moved: sign !== "'",
      pinned,
      inherited: sign === '^',
      mark: 'old',
    };
    return { accountId: of(word.charAt(0)), hand: sign === '' ? null : hand };
  });
}

const to = (text: string): MoveTo => {
  if (text === 'top' || text === 'rank') return text;
  const beside = of(text.slice(-1));
  return text.startsWith('before') ? { before: beside } : { after: beside };
};

describe('the places after a move', () => {
  test.each`
    order           | row    | where         | pins     | places
    ${'a b c d'}    | ${'d'} | ${'top'}      | ${false} | ${'1d*'}
    ${'a b c d'}    | ${'c'} | ${'before b'} | ${false} | ${"1a' 2c*"}
    ${'a b c d'}    | ${'a'} | ${'after b'}  | ${false} | ${"1b' 2a*"}
    ${'a* b c d'}   | ${'d'} | ${'top'}      | ${false} | ${'1d* 2a*'}
    ${"a' b* c d"}  | ${'b'} | ${'rank'}     | ${false} | ${''}
    ${"a* b' c* d"} | ${'c'} | ${'rank'}     | ${false} | ${'1a*'}
    ${'a! b c d'}   | ${'d'} | ${'top'}      | ${false} | ${'1a! 2d*'}
    ${'a! b c d'}   | ${'d'} | ${'top'}      | ${true}  | ${'1d! 2a!'}
    ${'a! b c d'}   | ${'a'} | ${'rank'}     | ${false} | ${'worklist.pinned'}
    ${'a! b c d'}   | ${'d'} | ${'before a'} | ${false} | ${'worklist.pinned'}
    ${'a^ b c d'}   | ${'c'} | ${'after a'}  | ${false} | ${'2c*'}
    ${'a^ b c d'}   | ${'c'} | ${'before a'} | ${true}  | ${'1c! 2a!'}
    ${'a^ b c d'}   | ${'a'} | ${'rank'}     | ${true}  | ${'worklist.not_by_hand'}
    ${'a b c d'}    | ${'b'} | ${'rank'}     | ${false} | ${'worklist.not_by_hand'}
    ${'a b c d'}    | ${'b'} | ${'after e'}  | ${false} | ${'worklist.too_far_down'}
  `('$order, $row to $where: $places', ({ order, row, where, pins, places }) => {
    const move = { accountId: of(row), to: to(where), pins, mark: 'new' };
    const outcome = placesAfter(list(order), move);
    expect(outcome.ok ? written(outcome.value) : outcome.refusal).toBe(places);
  });
});

type Written = { accountId: string; place: number; moved: boolean; pinned: boolean };

function written(places: readonly Written[]): string {
  return places
    .map(({ accountId, place, moved, pinned }) => {
      return `${place}${accountId.slice(-1)}${pinned ? '!' : moved ? '*' : "'"}`;
    })
    .join(' ');
}

test('who moved a row before stays the one who moved it', () => {
  const move = { accountId: of('b'), to: 'top', pins: false, mark: 'new' } as const;
  const outcome = placesAfter(list('a* b c'), move);
  const marks = outcome.ok ? outcome.value.map(({ mark }) => mark) : [];
  expect(marks).toEqual(['new', 'old']);
});

test('rows further down than the policy keeps in order go only to the top', () => {
  const rows = Array.from({ length: handPolicy.places + 1 }, (_, at) => ({
    accountId: id(`00000000-0000-7000-8000-${String(at).padStart(12, '0')}`),
    hand: null,
  }));
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) throw new Error('there are rows');
  const deep = { accountId: first.accountId, to: { after: last.accountId }, pins: false, mark: '' };
  expect(placesAfter(rows, deep)).toMatchObject({ refusal: 'worklist.too_far_down' });
  const top = { accountId: last.accountId, to: 'top', pins: false, mark: '' } as const;
  expect(placesAfter(rows, top)).toMatchObject({ ok: true });
});
