/** Small readings of a board that its parts share. */
import type { BoardRow } from '#areas/cash/rules/board/rows.ts';
import type { BoardState, Item } from './board-state.ts';

/** A, B, C … */
export function letterOf(place: number): string {
  return String.fromCodePoint(65 + place);
}

/** Places of the rows that somebody still has to look at. */
export function toLookAt(
  rows: readonly BoardRow<Item>[],
  { kept, reasons }: Pick<BoardState, 'kept' | 'reasons'>,
): number[] {
  return rows.flatMap(({ status, item }, at) => {
    if (status === 'agrees' || status === 'credit' || kept.has(at)) return [];
    return item !== null && reasons.has(item.itemId) ? [] : [at];
  });
}

/** The row one is on: the one that was chosen, else the first that wants looking at. */
export function rowHere(
  rows: readonly BoardRow<Item>[],
  state: Pick<BoardState, 'kept' | 'reasons' | 'at' | 'chosen'>,
): number {
  if (state.chosen) return state.at;
  return toLookAt(rows, state)[0] ?? state.at;
}
