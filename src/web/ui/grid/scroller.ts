/** The element that scrolls the page's work; grids lay out only the rows that it shows. */
import { createContext, useContext } from 'react';

export const ScrollerContext = createContext<HTMLElement | null>(null);

export function useScroller(): HTMLElement | null {
  return useContext(ScrollerContext);
}
