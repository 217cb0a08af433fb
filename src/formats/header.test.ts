import { describe, expect, test } from 'vitest';
import { findHeader } from './header.ts';

function headerOf(...lines: string[]): number | undefined {
  const rows = lines.map((text, at) => ({ line: at + 1, cells: text.split('|') }));
  return findHeader(rows).index;
}

describe('the header is the first full row of labels', () => {
  test.each([
    ['at the top', ['Customer|Due|Amount', 'C1|2020-01-01|5.00'], 0],
    ['below a title', ['Open items as of 2020-01-01', 'Customer|Due|Amount', 'C1|x|5.00'], 1],
    ['below padded lines', ['Company|ACME|', 'Customer|Due|Amount', 'C1|1/2/2020|5.00'], 1],
    [
      'of a report with group headings',
      [
        'Acme',
        'Aging',
        'x|Date|Due|Amount',
        '1 - 30 days',
        '|2020-01-01|y|5.00',
        'Total',
        '|2020-01-02|z|6.00',
      ],
      2,
    ],
    ['with figures in its names', ['Customer|0-30|31-60|90', 'C1|5.00|1.00|2.00'], 0],
    ['with a name left out', ['|Customer|Amount', '7|C1|5.00'], 0],
    ['over text only', ['Name|City', 'Acme|Dallas'], 0],
    ['of one column', ['PmtInfId', 'Payment-Info-12345'], 0],
    ['missing over dates', ['12/15/2018|Your payment|1,525.00', '12/16/2018|x|3.00'], undefined],
    ['missing over codes', ['C0001|Acme', 'C0002|Zweig'], undefined],
    ['missing over addresses', ['Acme|ap@acme.example', 'Zweig|ap@zweig.example'], undefined],
    ['of nothing', [], undefined],
  ])('%s', (_, lines, expected) => {
    expect(headerOf(...lines)).toBe(expected);
  });
});
