/** What a grid must know about its surroundings: its width, its place, whether it is printed. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The element's width in pixels; 0 before it is on the page. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    setWidth(element.clientWidth);
    // At once: a frame with the columns of the old width would be seen as a jump.
    const measure = (): void => flushSync(() => setWidth(element.clientWidth));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

/** How far below the start of the scroller's content the element begins. */
export function useOffset(
  ref: RefObject<HTMLElement | null>,
  scroller: HTMLElement | null,
): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || scroller === null) return undefined;
    const measure = (): void => {
      const from = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setOffset(Math.round(from + scroller.scrollTop));
    };
    measure();
    // Whatever grows above the grid makes the whole content grow.
    const observer = new ResizeObserver(measure);
    observer.observe(scroller.firstElementChild ?? scroller);
    return () => observer.disconnect();
  }, [ref, scroller]);
  return offset;
}

/** True while the page is being printed, when every loaded row must be on it. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const start = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
