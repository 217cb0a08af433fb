/** The colour of a promise's state; the word beside it says the same. */
import type { WirePromise } from '#areas/promises/contract.ts';
import type { Tone } from '#web/ui/Tag.tsx';

export const promiseTones: Record<WirePromise['state'], Tone> = {
  open: 'warn',
  kept: 'good',
  partly: 'warn',
  broken: 'late',
  superseded: 'plain',
  withdrawn: 'plain',
};
