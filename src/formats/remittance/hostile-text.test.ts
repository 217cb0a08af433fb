/** Texts that nobody writes but to make a reader wait: each is read in the time of its length. */
import { expect, test } from 'vitest';
import { textOfHtml } from './html.ts';
import { readRemittanceText } from './text.ts';

/** At the square of this many characters a reader is at it for minutes. */
const many = 300_000;

function repeated(text: string): string {
  return text.repeat(Math.ceil(many / text.length));
}

test.each([
  ['comments that never end', '<!--'],
  ['marks that never close', '<'],
  ['line breaks that never close', '<br '],
  ['scripts that never end', '<script '],
])('a mail of %s is text', (_, mark) => {
  expect(textOfHtml(`<p>Invoice INV-77</p>${repeated(mark)}`)).toContain('Invoice INV-77');
});

test('a line of blanks between two words is kept', () => {
  expect(textOfHtml(`<p>a${repeated('&nbsp;')}b</p>`)).toMatch(/^a {50000}b/u);
});

test.each([
  ['an order number that never comes', repeated('PO-')],
  ['blanks behind an order', `PO${repeated(' ')}x`],
  ['blanks behind a check', `check${repeated(' ')}x`],
  ['a ruled line', `x${repeated('-')}x`],
  ['marks and marks', `x${repeated('*#')}x`],
])('an advice with %s still tells its document', (_, line) => {
  const read = readRemittanceText(`Invoice INV-77 1,200.00\n${line}`);
  expect(read.ok ? read.value.remittance.lines : []).toMatchObject([{ reference: 'INV-77' }]);
});
