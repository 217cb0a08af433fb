import { expect, test } from 'vitest';
import { element } from './write.ts';

test('text is escaped, and an element without content is left out', () => {
  expect(element('a', 'Smith & <Sons>\u0007', { id: '"1"' })).toBe(
    '<a id="&quot;1&quot;">Smith &amp; &lt;Sons&gt;</a>',
  );
  expect(element('a', [element('b', null), element('c', '')])).toBe('');
  expect(element('a', [element('b', '1'), undefined])).toBe('<a><b>1</b></a>');
});
