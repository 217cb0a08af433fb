import { expect, test } from 'vitest';
import { newAmong } from './count-equals.ts';

test('of three equal things of which one is known, two are new', () => {
  const things = ['a', 'a', 'b', 'a'].map((identity, thing) => ({ thing, identity }));
  expect(newAmong(things, new Map([['a', 1]]))).toEqual([
    { thing: 1, identity: 'a', occurrence: 2 },
    { thing: 2, identity: 'b', occurrence: 1 },
    { thing: 3, identity: 'a', occurrence: 3 },
  ]);
});
