/** How the parameters of a screen stand in its address: plain, without the empty ones. */
import { isPlain } from './api.ts';

/** The text behind the path, with its question mark; empty without parameters. */
export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (isPlain(value) && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
