import { expect, test } from 'vitest';
import { disputeReasonOf } from './dispute-reason.ts';

test.each([
  ['Two pallets arrived damaged.', 'damaged'],
  ['We did not receive the shipment.', 'not_received'],
  ['We were double billed for freight.', 'duplicate'],
  ['El precio es incorrecto.', 'price'],
  ['La mercancía llegó dañada.', 'damaged'],
  ['We do not agree.', 'other'],
])('“%s” is contested for %s', (words, reason) => {
  expect(disputeReasonOf(words)).toBe(reason);
});
