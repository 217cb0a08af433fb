/** The drawn map is the map. */
import { expect, test } from 'vitest';
import { withMap } from '../../bin/map.ts';
import { textOf } from './source.ts';

test('ARCHITECTURE.md shows architecture.ts as it is; redraw it with node bin/map.ts', () => {
  const document = textOf('ARCHITECTURE.md');
  expect(document).toBe(withMap(document));
});
