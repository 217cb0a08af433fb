/** The language of the person's terminal: Spanish when the locale says so. */
import type { Language } from '#kernel/words.ts';

export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return locale.startsWith('es') ? 'es' : 'en';
}
