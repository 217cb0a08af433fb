import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { describe, expect, test } from 'vitest';
import { type MailServer, mailServer } from '#test/support/mail-server.ts';
import { tokenServer } from '#test/support/token-server.ts';
import type { Letter } from './mailer.ts';

const letter: Letter = {
  messageId: 'one@main.example',
  from: { name: 'AR', address: 'ar@main.example' },
  replyTo: '',
  to: { name: 'Ana', address: 'ana@north.example' },
  subject: 'Invoice 1004',
  text: 'Please pay.',
  html: '',
  thread: [],
  headers: {},
  files: [],
};

const signIn = (accessUrl: string, refreshToken: string) => ({
  oauth2: {
    user: 'ar@main.example',
    clientId: 'desk',
    clientSecret: 'client-secret',
    refreshToken,
    accessUrl,
  },
});

test('a hosted server takes letters with a token that is asked for once and kept', async () => {
  await using tokens = await tokenServer([{ access_token: 'access-1', expires_in: 3600 }]);
  await using server = await mailServer(new Set(['access-1']));
  const mail = server.mailer(signIn(tokens.tokenUrl, 'refresh-a'));
  expect(await mail.send(letter)).toMatchObject({ state: 'sent' });
  expect(await mail.send(letter)).toMatchObject({ state: 'sent' });
  expect(server.letters).toHaveLength(2);
  expect(tokens.asked).toEqual([
    'grant_type=refresh_token&refresh_token=refresh-a&client_id=desk&client_secret=client-secret',
  ]);
});

test('a token that is no longer taken is asked for anew, with the new refresh token', async () => {
  await using tokens = await tokenServer([
    { access_token: 'access-1', expires_in: 3600, refresh_token: 'refresh-c' },
    { access_token: 'access-2', expires_in: 3600 },
  ]);
  const good = new Set(['access-1']);
  await using server = await mailServer(good);
  const mail = server.mailer(signIn(tokens.tokenUrl, 'refresh-b'));
  expect(await mail.send(letter)).toMatchObject({ state: 'sent' });
  good.clear();
  good.add('access-2');
  const refused = await mail.send(letter);
  expect(refused).toMatchObject({ state: 'not_sent', temporary: true });
  expect(JSON.stringify(refused)).not.toMatch(/access-1|refresh|client-secret/u);
  expect(await mail.send(letter)).toMatchObject({ state: 'sent' });
  expect(server.letters).toHaveLength(2);
  expect(tokens.asked[1]).toContain('refresh_token=refresh-c');
});

test('without a token nothing goes out, and no secret is told', async () => {
  await using tokens = await tokenServer([
    { error: 'invalid_grant', error_description: 'refresh-d of client-secret is revoked' },
  ]);
  await using server = await mailServer(new Set(['access-1']));
  const posted = await server.mailer(signIn(tokens.tokenUrl, 'refresh-d')).send(letter);
  expect(posted).toMatchObject({ state: 'not_sent', temporary: true });
  expect(posted.detail).toContain('invalid_grant');
  expect(posted.detail).not.toMatch(/refresh-d|client-secret/u);
  expect(server.letters).toEqual([]);
});

test('a server of tokens that is not there is worth another try', async () => {
  await using server = await mailServer(new Set(['access-1']));
  const nowhere = signIn('http://127.0.0.1:9/token', 'refresh-e');
  expect(await server.mailer(nowhere).send(letter)).toMatchObject({
    state: 'not_sent',
    temporary: true,
  });
});

/** What a domain's name servers say of its seal, and nothing of any other. */
function nameServer(name: string, publicKey: string) {
  const key = publicKey.replaceAll(/-----[^-]+-----|\s/gu, '');
  return (asked: string, type: string): Promise<string[][]> => {
    if (asked === name && type === 'TXT') return Promise.resolve([[`v=DKIM1; k=rsa; p=${key}`]]);
    return Promise.reject(Object.assign(new Error(`nothing for ${asked}`), { code: 'ENOTFOUND' }));
  };
}

const makePair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

async function sealed(server: MailServer, privateKey: string): Promise<string> {
  const dkim = { domainName: 'main.example', keySelector: 's1', privateKey };
  const file = { name: 'factura.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7') };
  const rich = { ...letter, subject: 'Factura vencida: año 2026', html: '<p>Páguela.</p>' };
  await server.mailer({ dkim }).send({ ...rich, text: 'Páguela, ñandú.', files: [file] });
  return server.letters.at(-1) ?? '';
}

const verdictOn = async (raw: string, publicKey: string) => {
  const resolver = nameServer('s1._domainkey.main.example', publicKey);
  const { results } = await dkimVerify(Buffer.from(raw), { resolver });
  return results.map(({ signingDomain, status }) => `${signingDomain} ${status.result}`);
};

describe('the seal of our mail, read by another program', () => {
  test('is good under the key that the domain publishes, and aligned with the sender', async () => {
    const { publicKey, privateKey } = makePair();
    await using server = await mailServer();
    const raw = await sealed(server, privateKey);
    expect(await verdictOn(raw, publicKey)).toEqual(['main.example pass']);
    expect(raw).toMatch(/^DKIM-Signature: .*a=rsa-sha256.*d=main\.example/imu);
  });

  test('is broken by a changed amount, a changed subject, another key', async () => {
    const { publicKey, privateKey } = makePair();
    await using server = await mailServer();
    const raw = await sealed(server, privateKey);
    const subject = raw.replace(/^Subject: .*$/mu, 'Subject: Pay somebody else');
    const body = raw.replace('P=C3=A1guela', 'Pague ya');
    expect(body).not.toBe(raw);
    for (const changed of [subject, body]) {
      expect(await verdictOn(changed, publicKey)).not.toContain('main.example pass');
    }
    expect(await verdictOn(raw, makePair().publicKey)).not.toContain('main.example pass');
  });
});
