import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId } from '#platform/ids.ts';
import { mergedLimits } from './merged-limits.ts';

const today = day('2026-11-20');
const limit = (kind: string, untilOn: string | null = null) => ({
  grantId: newId(),
  kind,
  untilOn: untilOn === null ? null : day(untilOn),
});

test.each([
  ['only the one that goes', [limit('standing')], [], ['standing'], []],
  ['both of a kind', [limit('standing')], [limit('standing')], [], ['standing']],
  ['another kind', [limit('insurance')], [limit('standing')], ['insurance'], []],
  ['one that is over', [limit('temporary', '2026-11-19')], [], [], []],
  ['one on its last day', [limit('temporary', '2026-11-20')], [], ['temporary'], []],
  [
    'over on the one that stays',
    [limit('temporary', '2026-12-01')],
    [limit('temporary', '2026-11-01')],
    ['temporary'],
    [],
  ],
  ['nothing', [], [limit('standing')], [], []],
])('%s', (_, gone, stays, come, end) => {
  const merged = mergedLimits(gone, stays, today);
  expect(merged.come.map(({ kind }) => kind)).toEqual(come);
  expect(merged.end.map(({ kind }) => kind)).toEqual(end);
});

test('a limit that came over already neither comes nor ends', () => {
  const both = [limit('standing')];
  expect(mergedLimits(both, both, today)).toEqual({ come: [], end: [] });
});
