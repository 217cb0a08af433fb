/** Small choices kept in this browser: theme, language, keys. A browser may refuse to keep any. */
const prefix = 'dunlin.';

/** What was kept under the name, or null. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Keeps the text; null forgets it. */
export function keep(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, text);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
