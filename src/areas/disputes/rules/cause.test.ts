import { expect, test } from 'vitest';
import { rootCauses, sideOf } from './cause.ts';

test('most causes are ours to mend', () => {
  expect(sideOf('price_wrong')).toBe('ours');
  expect(sideOf('customer_cash_flow')).toBe('theirs');
  expect(sideOf('unknown')).toBe('nobodys');
  expect(rootCauses.filter((cause) => sideOf(cause) === 'theirs')).toHaveLength(3);
});
