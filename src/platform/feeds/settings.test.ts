import { describe, expect, test } from 'vitest';
import { readFeeds } from './settings.ts';

const hostKey = `SHA256:${'a'.repeat(43)}`;
const bank = { kind: 'sftp', name: 'bank', company: 'MAIN', path: '/out', host: 'h', user: 'u' };
const secrets = {
  read: (file: string) => {
    if (file === 'missing') throw new Error('missing is not there');
    return `text of ${file}\n`;
  },
  env: { SECRET: 's3cret' },
};
const read = (...feeds: object[]) => readFeeds(JSON.stringify({ feeds }), secrets);

describe('feeds are set up', () => {
  test('with secrets from files and from the environment', () => {
    expect(read({ ...bank, hostKey, keyFile: 'key' })).toMatchObject([
      { port: 22, privateKey: 'text of key\n' },
    ]);
    expect(read({ ...bank, hostKey, passwordFile: 'pw' })).toMatchObject([
      { password: 'text of pw' },
    ]);
    expect(read({ ...bank, hostKey, passwordEnv: 'SECRET' })).toMatchObject([
      { password: 's3cret' },
    ]);
  });

  test('as folders', () => {
    const folder = { kind: 'folder', name: 'scans', company: 'MAIN', path: '/srv', match: '*.csv' };
    expect(read(folder)).toEqual([folder]);
  });
});

test.each<[string, object[], string]>([
  ['a server without a pinned key', [{ ...bank, keyFile: 'key' }], 'hostKey'],
  ['a server without a secret', [{ ...bank, hostKey }], 'bank: name a keyFile'],
  ['a secret that is not set', [{ ...bank, hostKey, passwordEnv: 'NONE' }], 'passwordEnv'],
  ['a key that is not there', [{ ...bank, hostKey, keyFile: 'missing' }], 'missing is not there'],
  [
    'two feeds of one name',
    [
      { ...bank, hostKey, keyFile: 'k' },
      { ...bank, hostKey, keyFile: 'k' },
    ],
    'two feeds are called bank',
  ],
  ['a kind that is not known', [{ ...bank, kind: 'ftp' }], 'feeds.0'],
])('%s is a problem that says what to mend', (_, feeds, words) => {
  expect(() => read(...feeds)).toThrow(words);
});
