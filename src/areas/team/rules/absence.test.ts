import { describe, expect, test } from 'vitest';
import { type Day, day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import {
  absenceState,
  acceptBackEarly,
  acceptCancel,
  acceptDays,
  acceptHandBack,
  overlaps,
} from './absence.ts';

const [ana, ben] = [composeId(1, 0, 0, 1), composeId(1, 0, 0, 2)];
const july = (number: number): Day => day(`2026-07-${String(number).padStart(2, '0')}`);
const away = (from: number, last: number, memberId = ana) => {
  return { memberId, from: july(from), last: july(last) };
};

describe('days planned on 8 July', () => {
  test.each`
    wish            | known                  | answer
    ${away(13, 17)} | ${[]}                  | ${'accepted'}
    ${away(6, 8)}   | ${[]}                  | ${'accepted'}
    ${away(17, 13)} | ${[]}                  | ${'team.absence_backwards'}
    ${away(1, 7)}   | ${[]}                  | ${'team.absence_in_the_past'}
    ${away(13, 17)} | ${[away(17, 20)]}      | ${'team.absence_overlaps'}
    ${away(13, 17)} | ${[away(10, 13)]}      | ${'team.absence_overlaps'}
    ${away(13, 17)} | ${[away(18, 20)]}      | ${'accepted'}
    ${away(13, 17)} | ${[away(13, 17, ben)]} | ${'accepted'}
  `('$wish.from to $wish.last beside $known.length others is $answer', (row) => {
    const outcome = acceptDays(row.wish, row.known, july(8));
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(row.answer);
  });

  test('more than a year is no absence', () => {
    const wish = { memberId: ana, from: july(13), last: day('2027-07-14') };
    expect(acceptDays(wish, [], july(8))).toMatchObject({ refusal: 'team.absence_too_long' });
    expect(acceptDays({ ...wish, last: day('2027-07-13') }, [], july(8)).ok).toBe(true);
  });

  test('days touch when they share one', () => {
    expect(overlaps(away(1, 3), away(3, 5))).toBe(true);
    expect(overlaps(away(1, 3), away(4, 5))).toBe(false);
  });
});

const planned = {
  from: july(6),
  to: july(10),
  cancelled: false,
  endedOn: null,
  handedBack: false,
};

describe('an absence from 6 to 10 July', () => {
  test.each`
    change                  | on    | state            | cancel   | end                    | back
    ${{}}                   | ${5}  | ${'planned'}     | ${true}  | ${undefined}           | ${false}
    ${{}}                   | ${6}  | ${'active'}      | ${false} | ${{ lastOn: null }}    | ${false}
    ${{}}                   | ${9}  | ${'active'}      | ${false} | ${{ lastOn: july(8) }} | ${false}
    ${{}}                   | ${10} | ${'active'}      | ${false} | ${{ lastOn: july(9) }} | ${false}
    ${{}}                   | ${11} | ${'over'}        | ${false} | ${undefined}           | ${true}
    ${{ endedOn: july(7) }} | ${8}  | ${'over'}        | ${false} | ${undefined}           | ${true}
    ${{ handedBack: true }} | ${11} | ${'handed_back'} | ${false} | ${undefined}           | ${false}
    ${{ cancelled: true }}  | ${7}  | ${'cancelled'}   | ${false} | ${undefined}           | ${false}
  `('with $change on the $on. it is $state', ({ change, on, state, cancel, end, back }) => {
    const facts = { ...planned, ...change };
    expect(absenceState(facts, july(on))).toBe(state);
    expect(acceptCancel(facts, july(on)).ok).toBe(cancel);
    const early = acceptBackEarly(facts, july(on));
    expect(early.ok ? early.value : undefined).toEqual(end);
    expect(acceptHandBack(facts, july(on)).ok).toBe(back);
  });
});
