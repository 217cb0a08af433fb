import { describe, expect, test } from 'vitest';
import { plainName } from '#formats/values/header-name.ts';
import { fieldNames, kinds } from './kinds.ts';
import { synonyms } from './synonyms.ts';

function closed(name: string): string {
  return plainName(name).replaceAll(' ', '');
}

describe.each(kinds)('the synonyms of %s', (kind) => {
  const tiers: Readonly<Record<string, readonly string[]>> = synonyms[kind];

  test('name only its fields, and every field that a column can hold', () => {
    expect(Object.keys(tiers).toSorted()).toEqual(fieldNames(kind).toSorted());
  });

  test('stand once in each field', () => {
    for (const [field, names] of Object.entries(tiers)) {
      const plain = names.flatMap((tier) => [...new Set(tier.split(',').map(closed))]);
      expect([field, plain.filter((name, at) => plain.indexOf(name) !== at)]).toEqual([field, []]);
      expect(plain).not.toContain('');
    }
  });

  test('of the first tier stand for one field only', () => {
    const first = Object.values(tiers).flatMap((names) => [
      ...new Set((names[0] ?? '').split(',').map(closed)),
    ]);
    expect(first.filter((name, at) => first.indexOf(name) !== at)).toEqual([]);
  });
});
