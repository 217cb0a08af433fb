/**
 * A number that the payer quotes and nobody was ever billed under: it speaks against every
 * document, so it is told beside whatever else is believed.
 */
import { type Case } from './case.ts';
import { type Reason } from './model.ts';
import { slotsOf } from './slots.ts';

/** The reason, where numbers are quoted and none of them is or resembles one of ours. */
export function unknownReference(c: Case): Reason[] {
  const slots = slotsOf(c, null);
  const [first] = slots;
  if (
    !first ||
    slots.some(({ sure, paid, near }) => sure.length + paid.length + near().length > 0)
  ) {
    return [];
  }
  return [{ kind: 'unknown_reference', facts: { number: first.mention.written } }];
}
