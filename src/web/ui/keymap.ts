/**
 * The reader's own letters: every single-character key may be moved to another letter or
 * switched off, as WCAG 2.1.4 asks. The choice lives in this browser.
 */
import { useSyncExternalStore } from 'react';
import { keep, kept } from './kept.ts';

export type Keymap = {
  /** False: no single character acts; Ctrl K and the arrows still do. */
  readonly letters: boolean;
  /** Standard letter to the reader's letter. */
  readonly moved: Readonly<Record<string, string>>;
};

const standard: Keymap = { letters: true, moved: {} };
const listeners = new Set<() => void>();
let current: Keymap = read();

export function useKeymap(): Keymap {
  return useSyncExternalStore(watch, () => current);
}

export function setKeymap(next: Keymap): void {
  current = next;
  keep('keys', JSON.stringify(next));
  for (const listener of listeners) listener();
}

/** The standard letter behind a typed one, or undefined when letters are off or moved away. */
export function typedLetter(typed: string): string | undefined {
  if (!current.letters) return undefined;
  const moved = Object.entries(current.moved).find(([, own]) => own === typed);
  if (moved !== undefined) return moved[0];
  return typed in current.moved ? undefined : typed;
}

/** How a key is written on its button: `Ctrl+k` as `Ctrl K`, with the reader's own letter. */
export function shownKey(key: string, keymap: Keymap): string {
  return key
    .split(' ')
    .map((part) => shownPart(part, keymap))
    .join(' ');
}

function shownPart(part: string, keymap: Keymap): string {
  const names: Record<string, string> = {
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    Enter: '↵',
    PageUp: 'PgUp',
    PageDown: 'PgDn',
  };
  const [modifier, key] = part.includes('+') ? part.split('+') : [undefined, part];
  const name = key ?? part;
  const shown = names[name] ?? keymap.moved[name] ?? name;
  if (modifier === 'Ctrl') return `Ctrl ${shown.toUpperCase()}`;
  if (modifier === 'Shift' && shown.length === 1) return shown.toUpperCase();
  return modifier === undefined ? shown : `${modifier} ${shown}`;
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Keymap {
  try {
    const stored: unknown = JSON.parse(kept('keys') ?? 'null');
    if (typeof stored !== 'object' || stored === null) return standard;
    const letters = !('letters' in stored) || stored.letters !== false;
    const moved = 'moved' in stored && isRecord(stored.moved) ? stored.moved : {};
    return { letters, moved };
  } catch {
    return standard;
  }
}

function isRecord(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((entry) => typeof entry === 'string')
  );
}
