/** What a cell has no room for is said in full by its title, from the moment one points at it. */
import type { PointerEvent } from 'react';

/** Gives the cell under the pointer its whole text as a title when some of it is cut off. */
export function sayWhatIsCut({ target }: PointerEvent): void {
  if (!(target instanceof Element)) return;
  const cell = target.closest<HTMLElement>('.grid-cell');
  if (cell === null || target.closest('[title]:not(.grid-cell)') !== null) return;
  if (isCut(cell) || [...cell.querySelectorAll('*')].some(isCut)) cell.title = cell.innerText;
  else cell.removeAttribute('title');
}

/** A pixel more than there is room for may be the rounding of a letter's edge. */
function isCut(element: Element): boolean {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  if (clientWidth === 0) return false;
  return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
}
