import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readMail } from './settings.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'dunlin-mail-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const server = { SMTP_URL: 'smtps://ar:secret@mail.example:465', MAIL_FROM: 'AR <ar@x.example>' };

test('without settings nothing is sent; with a server and a sender it is', () => {
  expect(readMail({})).toEqual({ settings: undefined, problems: [] });
  expect(readMail(server)).toMatchObject({
    settings: { smtpUrl: server.SMTP_URL, mailFrom: server.MAIL_FROM },
    problems: [],
  });
});

test('the seal and the sign-in are read whole', () => {
  const key = path.join(home, 'dkim.pem');
  writeFileSync(key, 'KEY');
  const seal = { MAIL_DKIM_DOMAIN: 'x.example', MAIL_DKIM_SELECTOR: 's1', MAIL_DKIM_KEY: key };
  const signIn = {
    SMTP_OAUTH_USER: 'ar@x.example',
    SMTP_OAUTH_CLIENT_ID: 'id',
    SMTP_OAUTH_CLIENT_SECRET: 'secret',
    SMTP_OAUTH_REFRESH_TOKEN: 'token',
  };
  const { settings, problems } = readMail({ ...server, ...seal, ...signIn, MAIL_PER_MINUTE: '60' });
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    perMinute: 60,
    dkim: { domainName: 'x.example', keySelector: 's1', privateKey: 'KEY' },
    oauth2: { user: 'ar@x.example', accessUrl: '' },
  });
});

describe('what is wrong is said, and no secret with it', () => {
  test.each([
    [{ SMTP_URL: 'ftp://ar:secret@x' }, 'SMTP_URL: is no mail server'],
    [{ SMTP_URL: server.SMTP_URL }, 'one without the other'],
    [{ ...server, MAIL_FROM: 'nobody' }, 'MAIL_FROM: "nobody" is no sender'],
    [{ ...server, MAIL_PER_MINUTE: '0' }, 'MAIL_PER_MINUTE'],
    [{ ...server, MAIL_DKIM_DOMAIN: 'x' }, 'MAIL_DKIM_SELECTOR, MAIL_DKIM_KEY: missing'],
    [
      { ...server, MAIL_DKIM_DOMAIN: 'x', MAIL_DKIM_SELECTOR: 's', MAIL_DKIM_KEY: '/none' },
      'MAIL_DKIM_KEY: /none cannot be read',
    ],
    [{ ...server, SMTP_OAUTH_CLIENT_SECRET: 'secret' }, 'SMTP_OAUTH_USER'],
  ])('%#', (env, problem) => {
    const { settings, problems } = readMail(env);
    expect(settings).toBeUndefined();
    expect(problems.join('\n')).toContain(problem);
    expect(problems.join('\n')).not.toContain('secret');
  });
});
