/**
 * Passwords, kept as argon2id in the PHC text format.
 *
 * The cost is OWASP's smallest for argon2id: 19 MiB, two passes, one lane. It stands in every
 * hash, so it can rise later without locking anybody out.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const hashBytes = 32;
const pattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/u;

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, with a new salt. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltBytes);
  const message = Buffer.from(password.normalize('NFKC'));
  const hash = await derive('argon2id', { ...cost, message, nonce, tagLength: hashBytes });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(nonce)}$${text(hash)}`;
}

/** Is this the password of the hash? False also for a hash that cannot be read. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = pattern.exec(kept) ?? [];
  if (salt === undefined || hash === undefined) return false;
  const wanted = Buffer.from(hash, 'base64');
  const got = await derive('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: wanted.length,
  });
  return timingSafeEqual(got, wanted);
}

/** Base64 without padding, as PHC writes it. */
function text(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
