import { expect, test } from 'vitest';
import { serials, trackingDigits } from './tracking.ts';

test('mailer id and serial number together have fifteen digits', () => {
  const first = { mailerId: '123456', mailClass: 'first_class' } as const;
  expect(trackingDigits(first, 42n, '06101-1234')).toBe('00300123456000000042061011234');
  const large = { mailerId: '987654321', mailClass: 'standard' } as const;
  expect(trackingDigits(large, 42n, '06101')).toBe('0030198765432100004206101');
  expect(trackingDigits(large, 1_000_041n, '')).toBe('00301987654321000041');
  expect(serials('123456')).toBe(1_000_000_000n);
});
