/**
 * Where a reader was on a list: the row and how far down, kept while the tab lives, so that
 * coming back lands on the same spot.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useScroller } from './scroller.ts';

type Place = { readonly key: string | null; readonly top: number };

const places = new Map<string, Place>();
const start: Place = { key: null, top: 0 };

function rememberPlace(name: string, place: Partial<Place>): void {
  places.set(name, { ...(places.get(name) ?? start), ...place });
}

/** The row one was on in the named list, and how to move it. */
export function usePlace(name: string): [string | null, (key: string) => void] {
  const [moved, setMoved] = useState<{ name: string; key: string } | null>(null);
  const at = moved?.name === name ? moved.key : (places.get(name)?.key ?? null);
  const move = useCallback(
    (key: string) => {
      rememberPlace(name, { key });
      setMoved({ name, key });
    },
    [name],
  );
  return [at, move];
}

/** Scrolls back to where the reader was once the list is there, and remembers as it moves. */
export function useKeptScroll(name: string, ready: boolean): void {
  const scroller = useScroller();
  const restored = useRef('');
  useLayoutEffect(() => {
    if (!ready || scroller === null || restored.current === name) return;
    restored.current = name;
    scroller.scrollTo({ top: places.get(name)?.top ?? 0 });
  }, [name, ready, scroller]);
  useEffect(() => {
    if (scroller === null) return undefined;
    const note = (): void => {
      if (restored.current === name) rememberPlace(name, { top: scroller.scrollTop });
    };
    scroller.addEventListener('scroll', note, { passive: true });
    return () => scroller.removeEventListener('scroll', note);
  }, [name, scroller]);
}
