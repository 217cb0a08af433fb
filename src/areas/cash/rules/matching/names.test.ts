import { describe, expect, test } from 'vitest';
import { customersNamed, indexNames, namesCustomer } from './names.ts';

const index = indexNames([
  { id: 'sapphire', name: 'Sapphire Construction Ltd' },
  { id: 'parker', name: 'Parker HVAC LP' },
  { id: 'superior', name: 'University of Superior' },
  { id: 'triumph-reno', name: 'Triumph Auto Parts Reno' },
  { id: 'triumph-boston', name: 'Triumph Auto Parts Boston' },
  { id: 'gomez', name: 'Gómez & Davis Oil & Gas' },
  { id: 'marine', name: 'Vanguard Marine' },
  { id: 'marine-co', name: 'Vanguard Marine Company' },
]);

describe('a name as banks write it', () => {
  test.each([
    ['SAPPHIRE CONSTRUCTION LTD', 'exact', ['sapphire']],
    ['SAPPHIRE CONSTRU', 'cut', ['sapphire']],
    ['SAPPH CONST LTD', 'short', ['sapphire']],
    ['THE SAPPHIRE CON', 'cut', ['sapphire']],
    ['SAPPHIRE CONSTRUCTION LTD OPERATING', 'exact', ['sapphire']],
    ['SAPHPIRE CONSTRUCTION', 'slip', ['sapphire']],
    ['SAPPHIRE ONSTRUCTION LTD', 'slip', ['sapphire']],
    ['PH LP', 'initials', ['parker']],
    ['UNIV OF SUPERIOR', 'short', ['superior']],
    ['GOMEZ & DAVIS OI', 'cut', ['gomez']],
  ])('%s fits %s', (name, fit, ids) => {
    const found = customersNamed(index, name);
    expect(found.map(({ accountId }) => accountId)).toEqual(ids);
    expect(found[0]?.fit).toBe(fit);
  });

  test('one that is cut before customers differ means all of them', () => {
    const found = customersNamed(index, 'TRIUMPH AUTO PAR');
    expect(found.map(({ accountId }) => accountId)).toEqual(['triumph-boston', 'triumph-reno']);
  });

  test('at the length where banks cut, a shorter customer is no better than a longer one', () => {
    const found = customersNamed(index, 'VANGUARD MARINE');
    expect(found.map(({ accountId }) => accountId)).toEqual(['marine', 'marine-co']);
  });

  test('a stranger is nobody', () => {
    expect(customersNamed(index, 'CORPAY')).toEqual([]);
    expect(customersNamed(index, '')).toEqual([]);
  });
});

test('a text names a customer in full or as far as it was not cut', () => {
  expect(namesCustomer('INV-1 PARKER HVAC LP', 'Parker HVAC LP')).toBe(true);
  expect(namesCustomer('INV-1 SAPPHIRE CON', 'Sapphire Construction Ltd')).toBe(true);
  expect(namesCustomer('INV-1 SAPPHIRE CON', 'Parker HVAC LP')).toBe(false);
});
