import { expect, test } from 'vitest';
import { copyLetter } from './copy-letter.ts';

const told = { to: 'Ann\r\nBcc: x', company: 'Main', numbers: ['1004', '1004', '1005'] };

test('the lines are in the language of the reader, and no name ends a header', () => {
  expect(copyLetter(told, 'en').subject).toBe('Main: copy of 1004, 1005');
  expect(copyLetter(told, 'es').subject).toBe('Main: copia de 1004, 1005');
  expect(copyLetter(told, 'en').body).toContain('Dear Ann Bcc: x,');
});
