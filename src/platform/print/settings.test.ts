import { expect, test } from 'vitest';
import { readPrinter } from './settings.ts';

test('without a key we print ourselves; with one the provider does', () => {
  expect(readPrinter({})).toEqual({ settings: undefined, problems: [] });
  expect(readPrinter({ LOB_API_KEY: 'test_abc' })).toMatchObject({
    settings: { apiKey: 'test_abc', baseUrl: 'https://api.lob.com' },
    problems: [],
  });
  const all = { LOB_API_KEY: 'test_abc', LOB_WEBHOOK_SECRET: 's', LOB_HAND_AFTER_MINUTES: '60' };
  expect(readPrinter(all).settings).toMatchObject({ webhookSecret: 's', handAfterMinutes: 60 });
});

test.each([
  [{ LOB_API_KEY: 'my secret' }, 'LOB_API_KEY'],
  [{ LOB_API_KEY: 'live_secret', LOB_BASE_URL: 'http://print.example' }, 'LOB_BASE_URL'],
  [{ LOB_API_KEY: 'live_secret', LOB_BASE_URL: 'nonsense' }, 'LOB_BASE_URL'],
  [{ LOB_API_KEY: 'live_secret', LOB_HAND_AFTER_MINUTES: 'soon' }, 'LOB_HAND_AFTER_MINUTES'],
])('what is wrong is said, and no secret with it: %#', (env, name) => {
  const { settings, problems } = readPrinter(env);
  expect(settings).toBeUndefined();
  expect(problems.join()).toContain(name);
  expect(problems.join()).not.toContain('secret');
});
