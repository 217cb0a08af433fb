import { expect, test } from 'vitest';
import { giveMemoryBack } from './memory.ts';

test('what nobody holds any more is given back', () => {
  const held = new WeakRef({ rows: Array.from({ length: 1000 }, (_, index) => index) });
  return new Promise<void>((resolve) => {
    // A reference is kept alive until the turn ends in which it was made.
    setTimeout(() => {
      giveMemoryBack();
      expect(held.deref()).toBeUndefined();
      resolve();
    }, 1);
  });
});
