/** Which columns a narrow grid keeps. */
import { describe, expect, test } from 'vitest';
import { type Column, fitting, tracks } from './columns.ts';

const column = (id: string, width: number, drop?: number): Column<null> => ({
  id,
  header: id,
  cell: () => null,
  width,
  ...(drop === undefined ? {} : { drop }),
});
const columns = [column('name', 100), column('age', 80, 1), column('touch', 80, 2)];
const names = (width: number): string[] => fitting(columns, width).map(({ id }) => id);

describe('the columns that fit', () => {
  test('are all of them where there is room', () => {
    expect(names(260)).toEqual(['name', 'age', 'touch']);
  });

  test('lose the least needed first', () => {
    expect(names(200)).toEqual(['name', 'age']);
    expect(names(120)).toEqual(['name']);
  });

  test('never lose one that may not go', () => {
    expect(names(40)).toEqual(['name']);
  });

  test('are all shown before the width is known', () => {
    expect(names(0)).toEqual(['name', 'age', 'touch']);
  });
});

test('a column grows only where it says so', () => {
  expect(tracks([column('rank', 38), { ...column('name', 100), grow: 2 }])).toBe(
    '38px minmax(100px, 2fr)',
  );
});

test('a column that may shrink goes down to its least width', () => {
  expect(tracks([{ ...column('name', 290), least: 180, grow: 2 }])).toBe('minmax(180px, 2fr)');
});
