import { describe, expect, test } from 'vitest';
import { imapServer } from '#test/support/imap-server.ts';
import { mailText } from '#test/support/mails.ts';
import { tokenServer } from '#test/support/token-server.ts';
import { accessToken } from '../oauth2/access-token.ts';
import { BoxError, type MailServer } from './mail-server.ts';
import { openBox } from './open-box.ts';
import { watchBox } from './watch.ts';

const problemOf = async (server: MailServer): Promise<string> => {
  try {
    await using open = await openBox(server);
    return `opened ${open.uidValidity}`;
  } catch (error) {
    return error instanceof BoxError ? `${error.problem}: ${error.message}` : String(error);
  }
};

test('mails of a real server come byte for byte, and one too large by its head', async () => {
  const small = mailText({ body: 'Grüße, año' });
  await using imap = await imapServer({ mails: [small, mailText({ body: 'x'.repeat(9000) })] });
  await using open = await openBox(imap.server);
  expect(await open.uids()).toEqual([1, 2]);
  const mail = await open.fetch(1, 5000);
  expect(
    Buffer.from(mail?.raw ?? [])
      .toString('latin1')
      .trim(),
  ).toContain('Subject: Your invoice');
  const large = await open.fetch(2, 5000);
  expect(large?.raw).toBeNull();
  expect(Buffer.from(large?.head ?? []).toString()).toContain('Message-ID');
  expect(await open.fetch(3, 5000)).toBeUndefined();
});

describe('a box that cannot be opened says why and no secret', () => {
  test('a wrong password, a wrong folder, nobody there', async () => {
    await using imap = await imapServer();
    const wrong = { kind: 'password', password: 'wr0ng-secret' } as const;
    const refused = await problemOf({ ...imap.server, signIn: wrong });
    expect(refused).toContain('sign_in_refused');
    expect(refused).not.toContain('wr0ng-secret');
    expect(await problemOf({ ...imap.server, folder: 'Nowhere' })).toContain('no_such_folder');
    expect(await problemOf({ ...imap.server, port: 1 })).toContain('unreachable');
  });
});

describe('hosted mail is opened with a token', () => {
  test('that is asked for once and kept; a new refresh token is handed on', async () => {
    const answer = { access_token: 'access-1', expires_in: 3600, refresh_token: 'refresh-2' };
    await using tokens = await tokenServer([answer]);
    await using imap = await imapServer({ token: 'access-1' });
    const { tokenUrl } = tokens;
    const signIn = { kind: 'oauth2', tokenUrl, clientId: 'desk', refreshToken: 'one' } as const;
    const renewed: string[] = [];
    const keep = (token: string): Promise<void> => {
      renewed.push(token);
      return Promise.resolve();
    };
    const server = { ...imap.server, signIn };
    {
      await using open = await openBox(server, { renewed: keep });
      expect(open.uidValidity).toBe(7n);
    }
    expect(renewed).toEqual(['refresh-2']);
    const after = { ...signIn, refreshToken: 'refresh-2' };
    expect(await accessToken(after, keep)).toBe('access-1');
    expect(tokens.asked).toEqual(['grant_type=refresh_token&refresh_token=one&client_id=desk']);
  });

  test('that is refused is a problem by its name', async () => {
    await using tokens = await tokenServer([{ error: 'invalid_grant' }]);
    const signIn = {
      kind: 'oauth2',
      tokenUrl: tokens.tokenUrl,
      clientId: 'desk',
      refreshToken: 'old-secret',
    } as const;
    await using imap = await imapServer();
    const problem = await problemOf({ ...imap.server, signIn });
    expect(problem).toContain('token_refused');
    expect(problem).toContain('invalid_grant');
    expect(problem).not.toContain('old-secret');
  });
});

test('who waits at a box is told of a new mail, also after the line broke', async () => {
  await using imap = await imapServer({ mails: [mailText({})] });
  let news = 0;
  let heard: () => void = () => undefined;
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      heard = resolve;
    });
  const first = next();
  const watch = watchBox({
    server: imap.server,
    onNews: () => {
      news += 1;
      heard();
    },
    onError: () => undefined,
  });
  await first;
  const second = next();
  imap.comes(mailText({}));
  await second;
  const again = next();
  imap.cut();
  await again;
  expect(imap.connections()).toBe(2);
  expect(news).toBeGreaterThanOrEqual(3);
  await watch.stop();
});
