import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './passwords.ts';

test('only the password itself fits its hash', async () => {
  const hash = await hashPassword('a tall tree');
  expect(await isPassword('a tall tree', hash)).toBe(true);
  expect(await isPassword('A tall tree', hash)).toBe(false);
  expect(await isPassword('', hash)).toBe(false);
});

test('two hashes of one password differ, and both fit', async () => {
  const [one, other] = [await hashPassword('ñandú'), await hashPassword('ñandú')];
  expect(one).not.toBe(other);
  expect(await isPassword('ñandú'.normalize('NFD'), other)).toBe(true);
});

test('a hash of other cost still fits, so that the cost can rise', async () => {
  // The reference implementation's own example: argon2id, 65536 KiB, 2 passes, 1 lane.
  const reference =
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPassword('password', reference)).toBe(true);
  expect(await isPassword('differentpassword', reference)).toBe(false);
});

test.each(['', 'plain text', '$argon2i$v=19$m=65536,t=2,p=1$c29t$CTFh', '$argon2id$v=19$m=1$x$y'])(
  'what is no hash fits nothing: %j',
  async (kept) => {
    expect(await isPassword(kept, kept)).toBe(false);
  },
);
