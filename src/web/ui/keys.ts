/**
 * The one registry of keys: what each key does on the screen that is open now.
 *
 * Screens register `{key, phrase, run}`; the same list drives the keyboard, the `?` help and
 * the command palette. A dialog opens a new scope, in which only its own keys work. Single
 * characters act only outside fields, and a reader may move them or switch them off
 * (WCAG 2.1.4). Caps Lock changes nothing: only Shift makes a capital.
 */
import { createContext, useContext, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { typedLetter, useKeymap } from './keymap.ts';

export type KeyGroup = 'do' | 'move' | 'go' | 'show';

export type KeyBinding = {
  /** `n`, `Shift+j`, `g w`, `Ctrl+k`, `Enter`, `ArrowDown`, `Alt+ArrowDown`, `?`. */
  readonly key: string;
  /** What it does, in the reader's language. */
  readonly phrase: string;
  readonly run: () => void;
  readonly group?: KeyGroup;
  /** Works but is not listed: the second key of the same action. */
  readonly unlisted?: boolean;
};

type Registration = { scope: string; bindings: readonly KeyBinding[] };

const registrations = new Map<string, Registration>();
const scopes: string[] = ['page'];
const listeners = new Set<() => void>();
let pending: string | undefined;
let pendingTimer: ReturnType<typeof setTimeout> | undefined;

export const ScopeContext = createContext('page');

/** Registers keys for as long as the calling part is on the page. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const id = useId();
  const scope = useContext(ScopeContext);
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
    registrations.set(id, { scope, bindings });
  });
  useLayoutEffect(
    () => () => {
      registrations.delete(id);
    },
    [id],
  );
}

/** Opens a scope above the page's keys until the calling part goes. */
export function useKeyScope(): string {
  const id = useId();
  useLayoutEffect(() => {
    scopes.push(id);
    return () => {
      scopes.splice(scopes.indexOf(id), 1);
    };
  }, [id]);
  return id;
}

/** Every key of the open scope, for the help and the palette; later screens win. */
export function activeKeys(): readonly KeyBinding[] {
  const scope = scopes.at(-1);
  return [...registrations.values()].flatMap((registration) =>
    registration.scope === scope ? registration.bindings : [],
  );
}

/** The keys of the page itself, also while a dialog lies over it. */
export function pageKeys(): readonly KeyBinding[] {
  return [...registrations.values()].flatMap((registration) =>
    registration.scope === 'page' ? registration.bindings : [],
  );
}

/** The first key of a sequence that waits for its second, such as `g`. */
export function pendingKey(): string | undefined {
  return pending;
}

export function watchKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Listens to the keyboard; mounted once, by the frame. */
export function useKeyboard(): void {
  useKeymap();
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = nameOf(event);
  if (pressed === undefined || !mayAct(pressed, event)) return;
  const wanted = pending === undefined ? pressed : `${pending} ${pressed}`;
  setPending(undefined);
  const bindings = activeKeys();
  const found = bindings.findLast((binding) => binding.key === wanted);
  if (found !== undefined) {
    event.preventDefault();
    found.run();
    return;
  }
  if (bindings.some((binding) => binding.key.startsWith(`${pressed} `))) {
    event.preventDefault();
    setPending(pressed);
  }
}

/** The registry's name of the pressed key, with the reader's own letters undone. */
function nameOf(event: KeyboardEvent): string | undefined {
  // Alt with a letter writes characters on many keyboards; with an arrow it moves the row.
  if (event.altKey) return /^Arrow(Up|Down)$/u.test(event.key) ? `Alt+${event.key}` : undefined;
  if (event.key.length > 1) return event.shiftKey ? `Shift+${event.key}` : event.key;
  const lower = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return `Ctrl+${lower}`;
  const letter = typedLetter(lower);
  if (letter === undefined) return undefined;
  const isLetter = lower !== event.key.toUpperCase();
  if (letter === ' ') return event.shiftKey ? 'Shift+Space' : 'Space';
  return isLetter && event.shiftKey ? `Shift+${letter}` : letter;
}

const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
const pressable = 'a[href], button, summary, [role=option], [role=menuitem], [role=tab]';
const movable = '[role=menu], [role=listbox], [role=tablist], [role=radiogroup]';

/** Keys that the focused part needs for itself stay with it. */
function mayAct(name: string, event: KeyboardEvent): boolean {
  if (name.startsWith('Ctrl+')) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target === null) return true;
  if (target.closest(fields) !== null) return name === 'Escape';
  if (name === 'Enter' || name === 'Space') return target.closest(pressable) === null;
  if (/^((Shift|Alt)\+)?(Arrow|Home|End|Page)/u.test(name)) return target.closest(movable) === null;
  return true;
}

function setPending(key: string | undefined): void {
  clearTimeout(pendingTimer);
  if (key !== undefined) pendingTimer = setTimeout(() => setPending(undefined), 1500);
  if (pending === key) return;
  pending = key;
  for (const listener of listeners) listener();
}
