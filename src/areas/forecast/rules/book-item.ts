/**
 * An invoice with the moments at which things became known of it, so that any past evening can
 * be shown as it was.
 *
 * A payment counts from the day on which the desk knew it, which may be later than the day of
 * the money; whoever trains on the later knowledge predicts the past too well.
 */
import type { KnownItem } from './known-item.ts';
import type { State } from './states.ts';

export type BookItem = KnownItem & {
  /** The day on which the desk knew that it was paid. */
  readonly knownOn: number | null;
  readonly states: readonly State[];
};

/** The book as the close of a day showed it. */
export function asKnownBy(items: readonly BookItem[], asOf: number): BookItem[] {
  return items
    .filter(({ issuedOn }) => issuedOn <= asOf)
    .map((item) => {
      const isKnown = item.knownOn !== null && item.knownOn <= asOf;
      return {
        ...item,
        paidOn: isKnown ? item.paidOn : null,
        knownOn: isKnown ? item.knownOn : null,
        states: statesBy(item.states, asOf),
      };
    });
}

/** States that had begun, and ended only if they had ended. */
function statesBy(states: readonly State[], asOf: number): State[] {
  return states
    .filter(({ from, kind }) => from <= asOf || (kind === 'contacted' && from === asOf + 1))
    .map((state) => ({
      ...state,
      // When a contact stops being felt is known from the start.
      until:
        state.kind === 'contacted' || (state.until !== null && state.until <= asOf)
          ? state.until
          : null,
    }));
}
