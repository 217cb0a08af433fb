/**
 * A list in its person's own order: what moves when a row is moved.
 *
 *   by score ──moved──▶ by hand ──done, or its days are over──▶ by score
 *
 * Rows placed by hand stand first, so moving a row below others keeps those above it where they
 * were seen. The rule a newcomer would break: what somebody else pinned for the person of the
 * list stays where it is, and nothing of theirs is moved above it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

/** Another desk may keep an order for longer, or for more rows. */
export const handPolicy = {
  /** A place ends after so many days, unless the row is done before. */
  days: 7,
  /** So far down a list rows can be moved one by one; to the top they go from anywhere. */
  places: 100,
} as const;

/** A row of the list from its top, as the person sees it. */
export type Standing<Mark> = {
  readonly accountId: Id;
  /** Null: its score put it there. */
  readonly hand: HandPlace<Mark> | null;
};

export type HandPlace<Mark> = {
  readonly place: number;
  /** False: it was only kept above a row that was moved. */
  readonly moved: boolean;
  readonly pinned: boolean;
  /** The place is of another list, that of the owner whom the person covers. */
  readonly inherited: boolean;
  /** Who put it there, when and until when: not the rule's business. */
  readonly mark: Mark;
};

export type MoveTo = 'top' | 'rank' | { readonly before: Id } | { readonly after: Id };

export type Move<Mark> = {
  readonly accountId: Id;
  readonly to: MoveTo;
  /** Somebody else orders the list: what they move is pinned, and they may move what is. */
  readonly pins: boolean;
  readonly mark: Mark;
};

/** A place to be kept. */
export type Placed<Mark> = Omit<HandPlace<Mark>, 'inherited'> & { readonly accountId: Id };

export type MoveRefusal = 'worklist.pinned' | 'worklist.too_far_down' | 'worklist.not_by_hand';

/**
 * The places of the list once the row is moved, from the first on; `order` is the list down to
 * the row, or to the one it is moved to. Refuses a row that is not there, one that somebody
 * pinned, and a place above one that is.
 */
export function placesAfter<Mark>(
  order: readonly Standing<Mark>[],
  move: Move<Mark>,
): Outcome<readonly Placed<Mark>[], MoveRefusal> {
  const from = order.findIndex(({ accountId }) => accountId === move.accountId);
  const row = order[from];
  if (row?.hand?.pinned && !move.pins) return refuse('worklist.pinned');
  const rest = order.filter(({ accountId }) => accountId !== move.accountId);
  if (move.to === 'rank') {
    if (!row?.hand || row.hand.inherited) return refuse('worklist.not_by_hand');
    return accept(numbered(rest, move.mark));
  }
  const pins = move.pins ? 0 : rest.findLastIndex(({ hand }) => hand?.pinned === true) + 1;
  const at = move.to === 'top' ? pins : indexOf(rest, move.to);
  if (at === undefined || at >= handPolicy.places) {
    return refuse('worklist.too_far_down', { places: handPolicy.places });
  }
  if (at < pins) return refuse('worklist.pinned');
  const { accountId, pins: pinned, mark } = move;
  const hand = { place: 0, moved: true, pinned, inherited: false, mark };
  return accept(numbered(rest.toSpliced(at, 0, { accountId, hand }), move.mark));
}

function indexOf(
  rest: readonly Standing<unknown>[],
  to: { readonly before: Id } | { readonly after: Id },
): number | undefined {
  const beside = 'before' in to ? to.before : to.after;
  const at = rest.findIndex(({ accountId }) => accountId === beside);
  if (at < 0) return undefined;
  return 'before' in to ? at : at + 1;
}

/** Places from the first row to the last that was moved; rows between are kept in theirs. */
function numbered<Mark>(rows: readonly Standing<Mark>[], mark: Mark): readonly Placed<Mark>[] {
  const last = rows.findLastIndex(({ hand }) => hand?.moved === true);
  const placed: Placed<Mark>[] = [];
  let place = 0;
  for (const { accountId, hand } of rows.slice(0, last + 1)) {
    place += 1;
    // A pin of the owner's list holds by itself, as long as it need not move down.
    if (hand?.inherited && hand.place >= place) place = hand.place;
    else placed.push({ accountId, place, ...markOf(hand, mark) });
  }
  return placed;
}

function markOf<Mark>(hand: HandPlace<Mark> | null, mark: Mark) {
  if (hand === null) return { moved: false, pinned: false, mark };
  return { moved: hand.moved, pinned: hand.pinned, mark: hand.mark };
}
