/** The SHA-256 of bytes, in hex: the name under which a file is known, whatever it is called. */
import { createHash } from 'node:crypto';

export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
