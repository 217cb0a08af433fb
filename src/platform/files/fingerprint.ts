/** The SHA-256 of bytes, in hex: the name under which a file is known, whatever it is called. */
import { createHash, hash } from 'node:crypto';

export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The database's own `md5()` of a text: only to see whether a kept text is still the same. */
export function sameness(text: string): string {
  return hash('md5', text);
}
