import { expect, test } from 'vitest';
import { markFacturX } from './factur-x.ts';

test('a PDF without a description of its own is no Factur-X', () => {
  expect(() => markFacturX(Buffer.from('%PDF-1.4\nnothing'))).toThrow(/no description/u);
});
