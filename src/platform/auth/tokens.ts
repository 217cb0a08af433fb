/**
 * Tokens: 32 random bytes that their holder shows again. We keep only their SHA-256, so a
 * stolen database opens no door.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const tokenBytes = 32;

export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** A plain hash is enough: a random token cannot be guessed from a list. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares in a time that does not tell how much of them agrees. */
export function sameToken(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(one)), Buffer.from(hashToken(other)));
}
