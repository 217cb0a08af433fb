/**
 * The row one is on, moved by the keyboard and kept when the list changes: if the row goes,
 * the cursor stays where it was, on the row that took its place.
 */
import { useEffect, useRef } from 'react';
import { type KeyBinding, useKeys } from '../keys.ts';
import { words } from '../words.ts';
import { useWords } from '../say.ts';

export type Cursor = {
  readonly keys: readonly string[];
  readonly at: string | null;
  readonly onMove: (key: string) => void;
  readonly onOpen?: ((key: string) => void) | undefined;
  readonly onMark?: ((key: string) => void) | undefined;
  readonly pageRows: number;
  /** False when another grid of the page has the keys. */
  readonly active: boolean;
};

/** The index of the row one is on, or −1; registers the moving keys. */
export function useCursor(cursor: Cursor): number {
  const { keys, at, onMove } = cursor;
  const index = at === null ? -1 : keys.indexOf(at);
  const last = useRef(0);
  const lost = keys.length > 0 && index < 0;
  useEffect(() => {
    if (index >= 0) last.current = index;
    if (!lost) return;
    const next = keys[Math.min(last.current, keys.length - 1)];
    if (next !== undefined) onMove(next);
  }, [index, lost, keys, onMove]);
  useKeys(useMovingKeys(cursor, index));
  return index;
}

function useMovingKeys(cursor: Cursor, index: number): readonly KeyBinding[] {
  const t = useWords(words);
  const { keys, onMove, onOpen, onMark, pageRows, active } = cursor;
  if (!active || keys.length === 0) return [];
  const to = (next: number) => () => {
    const key = keys[Math.max(0, Math.min(next, keys.length - 1))];
    if (key !== undefined) onMove(key);
  };
  const here = keys[index];
  const bindings: (KeyBinding | false)[] = [
    { key: 'j', phrase: t('key_next'), run: to(index + 1) },
    { key: 'k', phrase: t('key_previous'), run: to(index - 1) },
    { key: 'ArrowDown', phrase: t('key_next'), run: to(index + 1), unlisted: true },
    { key: 'ArrowUp', phrase: t('key_previous'), run: to(index - 1), unlisted: true },
    { key: 'Home', phrase: t('key_first'), run: to(0) },
    { key: 'End', phrase: t('key_last'), run: to(keys.length - 1) },
    { key: 'PageDown', phrase: t('key_page_down'), run: to(index + pageRows) },
    { key: 'PageUp', phrase: t('key_page_up'), run: to(index - pageRows) },
    onOpen !== undefined &&
      here !== undefined && { key: 'Enter', phrase: t('key_open'), run: () => onOpen(here) },
    onMark !== undefined &&
      here !== undefined && { key: 'Space', phrase: t('key_mark'), run: () => onMark(here) },
    onMark !== undefined &&
      here !== undefined && {
        key: 'Shift+j',
        phrase: t('key_mark_on'),
        run: () => {
          onMark(here);
          to(index + 1)();
        },
      },
  ];
  return bindings.filter((binding) => binding !== false).map((b) => ({ ...b, group: 'move' }));
}
