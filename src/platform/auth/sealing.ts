/**
 * Secrets of others that the desk must know again, such as a mailbox's password: sealed before
 * they reach the database (AES-256-GCM), opened only where they are used.
 *
 * The key is never in the database: whoever has a copy of that alone can open nothing. What was
 * sealed for one purpose opens for no other.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Seal = {
  close(text: string, purpose: string): string;
  /** Undefined for what another key has sealed. */
  open(sealed: string, purpose: string): string | undefined;
  /** The same text gives the same mark, from which nobody without the key learns the text. */
  mark(text: string, purpose: string): string;
};

const version = 'v1';

/** A seal under a key of any length. */
export function makeSeal(key: string): Seal {
  const bytes = createHash('sha256').update(`dunlin seal ${key}`).digest();
  return {
    close(text, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(purpose));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const whole = Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
      return `${version}.${whole.toString('base64url')}`;
    },
    open(sealed, purpose) {
      const [mark, text = ''] = sealed.split('.');
      const whole = Buffer.from(text, 'base64url');
      if (mark !== version || whole.length < 28) return undefined;
      try {
        const cipher = createDecipheriv('aes-256-gcm', bytes, whole.subarray(0, 12))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(whole.subarray(12, 28));
        return Buffer.concat([cipher.update(whole.subarray(28)), cipher.final()]).toString('utf8');
      } catch {
        // Another key, or somebody changed it: either way it opens nothing.
        return undefined;
      }
    },
    mark(text, purpose) {
      const markKey = createHmac('sha256', bytes).update('mark').digest();
      return createHmac('sha256', markKey).update(`${purpose}\n${text}`).digest('base64url');
    },
  };
}

/** The seal of this installation: by the setting, else by a key of its own beside the data. */
export function sealOf({
  secretKey,
  dataDir,
}: {
  readonly secretKey: string | undefined;
  readonly dataDir: string;
}): Seal {
  let made: Seal | undefined;
  // Only who seals or opens something needs a key.
  const seal = (): Seal => (made ??= makeSeal(secretKey ?? keyIn(dataDir)));
  return {
    close: (text, purpose) => seal().close(text, purpose),
    open: (sealed, purpose) => seal().open(sealed, purpose),
    mark: (text, purpose) => seal().mark(text, purpose),
  };
}

function keyIn(dataDir: string): string {
  const file = path.join(dataDir, 'secret.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    // Of two that start at once one writes the key, and both read it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!there) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
