/** Homes of a large book: the families that the whole book at once would give. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeHomes } from './homes.ts';

const parameters = { seed: 20_261_120, numRuns: 200 };

test('an id leads to the home that first settled it', () => {
  const homes = makeHomes();
  const anna = homes.ofCustomer('C1');
  homes.settle('item', 'I1', anna);
  expect(homes.find('item', 'I1')).toBe(anna);
  expect(homes.find('receipt', 'I1')).toBeUndefined();
  expect(homes.ofCustomer('C1')).toBe(anna);
  expect(homes.count()).toBe(1);
});

test('an id that comes back under another customer joins the two', () => {
  const homes = makeHomes();
  const [one, other, third] = ['C1', 'C2', 'C3'].map((number) => homes.ofCustomer(number));
  if (one === undefined || other === undefined || third === undefined) throw new Error('no home');
  homes.settle('receipt', 'P1', one);
  homes.settle('receipt', 'P1', other);
  expect(homes.familyOf(other)).toBe(homes.familyOf(one));
  expect(homes.familyOf(third)).not.toBe(homes.familyOf(one));
});

test('a hundred thousand ids are all found again', () => {
  const homes = makeHomes();
  const settled = Array.from({ length: 100_000 }, (_, index) => {
    const home = homes.ofCustomer(`C${index % 977}`);
    homes.settle('item', `INV-${index}`, home);
    return home;
  });
  expect(settled.map((_, index) => homes.find('item', `INV-${index}`))).toEqual(settled);
});

test('joining in any order gives one family to all who are joined', () => {
  const pairs = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })), { maxLength: 30 });
  fc.assert(
    fc.property(pairs, (joins) => {
      const homes = makeHomes();
      for (let number = 0; number <= 20; number += 1) homes.ofCustomer(`C${number}`);
      const groups = Array.from({ length: 21 }, (_, number) => new Set([number]));
      for (const [one, other] of joins) {
        homes.join(one, other);
        const both = new Set([...(groups[one] ?? []), ...(groups[other] ?? [])]);
        for (const each of both) groups[each] = both;
      }
      for (const [number, group] of groups.entries()) {
        const heads = new Set([...group].map((each) => homes.familyOf(each)));
        expect([...heads]).toEqual([homes.familyOf(number)]);
      }
      const heads = groups.map((_, number) => homes.familyOf(number));
      expect(new Set(groups).size).toBe(new Set(heads).size);
    }),
    parameters,
  );
});
