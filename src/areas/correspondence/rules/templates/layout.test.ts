import { expect, test } from 'vitest';
import { layOut, markOf, plainValue } from './layout.ts';

test('the same words become text and HTML, and a block stands where its mark stands', () => {
  const table = { text: 'INV-1  500.00', html: '<table></table>' };
  const filled = `Dear Ana,\r\nhello\n\n\n\n${markOf('items_table')}\n\n- one\n- two\n`;
  expect(layOut(filled, { items_table: table })).toEqual({
    text: 'Dear Ana,\nhello\n\nINV-1  500.00\n\n- one\n- two\n',
    html: '<p>Dear Ana,<br>\nhello</p>\n<table></table>\n<ul><li>one</li><li>two</li></ul>',
  });
});

test('what a customer is called is never markup, and never a mark', () => {
  const name = plainValue(`<img src=x onerror="a()">${markOf('items_table')}\r\nBcc: x`);
  const { text, html } = layOut(`To ${name}`, { items_table: { text: 'T', html: '<b>' } });
  expect(html).toBe('<p>To &lt;img src=x onerror=&quot;a()&quot;&gt; items_table Bcc: x</p>');
  expect(text).toBe('To <img src=x onerror="a()"> items_table Bcc: x\n');
});

test('a table that somebody copied keeps its columns', () => {
  expect(layOut('INV-1  500.00\nINV-20  5.00', {}).html).toBe(
    '<pre>INV-1  500.00\nINV-20  5.00</pre>',
  );
});
