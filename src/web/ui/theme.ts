/** Light, dark, or as the machine says. `public/theme.js` does the same before the first paint. */
import { useSyncExternalStore } from 'react';
import { keep, kept } from './kept.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const listeners = new Set<() => void>();
const machine = matchMedia('(prefers-color-scheme: dark)');
machine.addEventListener('change', paint);

export function useTheme(): Theme {
  return useSyncExternalStore(watch, chosen);
}

export function setTheme(theme: Theme): void {
  keep('theme', theme === 'system' ? null : theme);
  paint();
  for (const listener of listeners) listener();
}

function chosen(): Theme {
  const stored = kept('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function paint(): void {
  const theme = chosen();
  const dark = theme === 'dark' || (theme === 'system' && machine.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
