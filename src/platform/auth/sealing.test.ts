import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeSeal, sealOf } from './sealing.ts';

test('what is sealed opens under its key and for its purpose alone', () => {
  const seal = makeSeal('one key');
  const sealed = seal.close('pass word', 'mailbox 1');
  expect(sealed).not.toContain('pass');
  expect(seal.open(sealed, 'mailbox 1')).toBe('pass word');
  expect(seal.open(sealed, 'mailbox 2')).toBeUndefined();
  expect(makeSeal('another').open(sealed, 'mailbox 1')).toBeUndefined();
  expect(seal.open(`${sealed.slice(0, -4)}AAAA`, 'mailbox 1')).toBeUndefined();
  expect(seal.open('', 'mailbox 1')).toBeUndefined();
});

test('without a setting the key lies beside the data, for its owner alone, and stays', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'dunlin-seal-'));
  const sealed = sealOf({ secretKey: undefined, dataDir }).close('x', 'p');
  expect(sealOf({ secretKey: undefined, dataDir }).open(sealed, 'p')).toBe('x');
  expect(statSync(path.join(dataDir, 'secret.key')).mode & 0o077).toBe(0);
  rmSync(dataDir, { recursive: true });
});

test('a mark tells the same text again under one key and one purpose, and nothing else', () => {
  const seal = makeSeal('a key');
  expect(seal.mark('123', 'bank')).toBe(seal.mark('123', 'bank'));
  expect(seal.mark('123', 'bank')).not.toBe(seal.mark('124', 'bank'));
  expect(seal.mark('123', 'bank')).not.toBe(seal.mark('123', 'other'));
  expect(seal.mark('123', 'bank')).not.toBe(makeSeal('another').mark('123', 'bank'));
});
