/**
 * Small things kept in this browser: theme, language and keys for good, a file's settings for
 * as long as the tab. A browser may refuse to keep any.
 */
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

/** What was kept for this tab under the name, or null. */
export function keptInTab(name: string): string | null {
  try {
    return sessionStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Keeps the text for as long as the tab. */
export function keepInTab(name: string, text: string): void {
  try {
    sessionStorage.setItem(prefix + name, text);
  } catch {
    // As above.
  }
}
