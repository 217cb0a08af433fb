import { expect, test } from 'vitest';
import { whyHere } from './why-here.ts';

test('rules are told by their sentences, in the reader’s language', () => {
  expect(whyHere('US.STAY', 'en')).toMatch(/bankrupt/iu);
  expect(whyHere('US.STAY', 'es')).toMatch(/quiebra/iu);
  expect(whyHere('US.STAY, US.STAY', 'en')).toMatch(/collect\. A petition/u);
});

test('what is no rule stays as it was written', () => {
  expect(whyHere('paid_since', 'es')).toBe('paid_since');
  expect(whyHere('they called, and will pay', 'en')).toBe('they called, and will pay');
});
