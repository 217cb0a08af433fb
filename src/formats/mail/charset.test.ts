import { expect, test } from 'vitest';
import { isUnreadable, mendMojibake, relabelled } from './charset.ts';

test.each([
  ['estÃ¡ pagada la factura nÃºmero 7', 'está pagada la factura número 7'],
  ['pay â€œsoonâ€\u009d', 'pay “soon”'],
  ['está pagada', 'está pagada'],
  ['SÃO PAULO and Ångström', 'SÃO PAULO and Ångström'],
  ['plain', 'plain'],
])('%s is read as %s', (written, meant) => {
  expect(mendMojibake(written)).toBe(meant);
});

test('a letter that the named charset could not read is seen, and the label changed', () => {
  expect(isUnreadable('est\uFFFD')).toBe(true);
  expect(isUnreadable('está')).toBe(false);
  expect(relabelled('Content-Type: text/plain; charset="UTF-8"')).toContain('windows-1252');
});
