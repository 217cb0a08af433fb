/** Whatever the gate may say no with has its sentence, and every pack its name. */
import { expect, test } from 'vitest';
import { businessRules } from '../rules/business-facts.ts';
import { packs } from '../rules/may-contact.ts';
import { packName } from './packs.ts';
import { reasonText, reasons } from './reasons.ts';

test('every rule and every fact has a sentence in both languages', () => {
  const ids = [
    ...[...packs.values()].flatMap((pack) => pack.rules.map(({ id }) => id)),
    ...businessRules,
  ];
  expect(ids.filter((id) => reasonText(id, 'en') === id || reasonText(id, 'es') === id)).toEqual(
    [],
  );
  expect(reasonText('HOUSE.CAP3IN7', 'en')).toBe(reasons['HOUSE.CAP']?.en);
});

test('every pack has a name', () => {
  expect([...packs.keys()].filter((id) => packName(id, 'en') === id)).toEqual([]);
});
