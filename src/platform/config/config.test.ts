import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the settings', () => {
  test('have a default each, and the data lies in the checkout wherever a command runs', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: undefined,
      port: 4000,
      host: '127.0.0.1',
      dataDir: path.resolve('.data'),
      today: undefined,
      seed: 'demo',
      mail: undefined,
      telephony: { dialLink: 'tel:{number}', callerNumber: undefined, texts: undefined },
      logLevel: 'warn',
      proxies: [],
      feeds: [],
      mailboxes: [],
      insideHosts: [],
    });
  });

  test('are read from the environment', () => {
    const config = readConfig({
      DATABASE_URL: 'postgres://desk:secret@db:5432/desk',
      PORT: '8080',
      HOST: '0.0.0.0',
      DUNLIN_DATA: '/var/lib/dunlin',
      DUNLIN_TODAY: '2026-11-21',
      DUNLIN_SEED: 'none',
      LOG_LEVEL: 'debug',
      DUNLIN_PROXIES: '10.0.0.5, 10.1.0.0/16',
      DUNLIN_WEBHOOK_HOSTS: 'erp.local, 10.0.0.5',
    });
    expect(config).toEqual({
      databaseUrl: 'postgres://desk:secret@db:5432/desk',
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/var/lib/dunlin',
      today: '2026-11-21',
      seed: 'none',
      mail: undefined,
      telephony: { dialLink: 'tel:{number}', callerNumber: undefined, texts: undefined },
      logLevel: 'debug',
      proxies: ['10.0.0.5', '10.1.0.0/16'],
      insideHosts: ['erp.local', '10.0.0.5'],
      feeds: [],
      mailboxes: [],
    });
  });

  test('that are empty count as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
  });

  test('that are wrong are all listed, each with its name and what to write', () => {
    expect(
      problemsOf({
        PORT: '70000',
        HOST: 'all of them',
        DUNLIN_TODAY: '2026-02-30',
        DUNLIN_SEED: 'big',
        LOG_LEVEL: 'loud',
        DUNLIN_PROXIES: '10.0.0.5,the proxy',
      }),
    ).toEqual([
      'PORT: "70000" is not a port; write a number from 1 to 65535, or 0 for any free one',
      'HOST: "all of them" is not a host; write 127.0.0.1 for this machine, 0.0.0.0 for all',
      'DUNLIN_TODAY: "2026-02-30" is not a day; write YYYY-MM-DD, 2026-11-21',
      'DUNLIN_SEED: "big" is not known; write one of demo, none',
      'LOG_LEVEL: "loud" is not known; write one of fatal, error, warn, info, debug, trace, silent',
      'DUNLIN_PROXIES: "the proxy" is not an address; write 10.0.0.5 or 10.1.0.0/16, with commas',
    ]);
  });

  test.each([
    ['localhost', 'is not an address'],
    ['mysql://me:secret@db/desk', 'is an address of mysql, not postgres'],
    ['postgres://me:secret@db', 'names no database'],
  ])('the database address %s is refused without repeating its password', (text, why) => {
    const [problem = ''] = problemsOf({ DATABASE_URL: text });
    expect(problem).toMatch(new RegExp(`^DATABASE_URL: ${why}; write postgres://`, 'u'));
    expect(problem).not.toContain('secret');
  });

  test('the message of the error can be shown as it is', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(
      /^The settings cannot be used:\n {2}PORT: .*\n {2}LOG_LEVEL: .*$/u,
    );
  });
});
