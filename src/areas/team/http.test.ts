import { describe, expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { openDesk, password, type TestDesk } from '#test/support/http-desk.ts';

const wrong = 'not the password at all';

function enter(desk: TestDesk, email: string, tried: string) {
  return desk.ask('POST', '/api/v1/session', { body: { email, password: tried } });
}

describe('signing in', () => {
  test('names the real companies first, so that screens open on one of them', async () => {
    await using desk = await openDesk();
    await desk.company('ACME', { demo: true });
    await desk.company('MAIN');
    const answer = await enter(desk, (await desk.member('auditor')).email, password);
    expect(answer.body).toMatchObject({ companies: [{ code: 'MAIN' }, { code: 'ACME' }] });
  });

  test('answers who I am, and sets a cookie that scripts cannot read', async () => {
    await using desk = await openDesk();
    await desk.company('ACME');
    const person = await desk.member('auditor', { companies: ['ACME'] });
    const answer = await enter(desk, person.email.toUpperCase(), password);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        memberId: person.memberId,
        roles: ['auditor'],
        companies: [{ code: 'ACME', name: 'ACME', demo: false }],
        permissions: expect.arrayContaining(['aging.read']),
        csrf: expect.stringMatching(/^[\w-]{43}$/u),
      },
    });
    expect(answer.headers['set-cookie']).toMatch(
      /^dunlin=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u,
    );
  });

  test('stores neither the password nor the token', async () => {
    await using desk = await openDesk();
    const person = await desk.member('collector');
    const { cookie } = await desk.signIn(person);
    const [session] = await desk.db.all(sql`select token_hash from platform.session`);
    const [credential] = await desk.db.all(sql`select password_hash from platform.credential`);
    expect(session).toMatchObject({ token_hash: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    expect(JSON.stringify(session)).not.toContain(cookie.split('=')[1]);
    expect(credential).toMatchObject({
      password_hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u),
    });
  });

  test('never tells an unknown address, a wrong password and a locked member apart', async () => {
    await using desk = await openDesk();
    const { email } = await desk.member('collector');
    const unknown = await enter(desk, 'nobody@desk.example', password);
    const mistaken = await enter(desk, email, wrong);
    for (let tries = 0; tries < 5; tries += 1) await enter(desk, email, wrong);
    const locked = await enter(desk, email, password);
    for (const answer of [unknown, mistaken, locked]) {
      expect(answer).toMatchObject({ status: 401, body: { code: 'session.wrong_credentials' } });
      expect(answer.body).toEqual(unknown.body);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('is closed for 15 minutes after five failures in a row', async () => {
    await using desk = await openDesk();
    const { email } = await desk.member('collector');
    for (let tries = 0; tries < 4; tries += 1) await enter(desk, email, wrong);
    expect((await enter(desk, email, password)).status).toBe(200);
    for (let tries = 0; tries < 5; tries += 1) await enter(desk, email, wrong);
    expect((await enter(desk, email, password)).status).toBe(401);
    desk.wait(14);
    expect((await enter(desk, email, password)).status).toBe(401);
    desk.wait(2);
    expect((await enter(desk, email, password)).status).toBe(200);
  });

  test('counts guesses that come at once one by one', async () => {
    await using desk = await openDesk();
    const { email } = await desk.member('collector');
    const guesses = Array.from({ length: 8 }, (_, index) => enter(desk, email, `guess ${index}`));
    await Promise.all(guesses);
    expect((await enter(desk, email, password)).status).toBe(401);
  });

  test('over HTTPS sets a cookie that is bound to this host', async () => {
    await using desk = await openDesk({ proxies: ['127.0.0.1'] });
    const { email } = await desk.member('collector');
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'desk.example' };
    const body = { email, password };
    const origin = 'https://desk.example';
    const entered = await desk.ask('POST', '/api/v1/session', {
      body,
      headers: { ...headers, origin },
    });
    const cookie = String(entered.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-dunlin=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u);
    const shown = { ...headers, cookie: cookie.split(';')[0] ?? '' };
    expect((await desk.ask('GET', '/api/v1/session', { headers: shown })).status).toBe(200);
  });

  test('believes no forwarding header of a stranger', async () => {
    await using desk = await openDesk();
    const { email } = await desk.member('collector');
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' };
    const body = { email, password };
    const entered = await desk.ask('POST', '/api/v1/session', { body, headers });
    expect(entered.headers['set-cookie']).toMatch(/^dunlin=/u);
    const origin = 'https://evil.example';
    const foreign = await desk.ask('POST', '/api/v1/session', {
      body,
      headers: { ...headers, origin },
    });
    expect(foreign.status).toBe(403);
  });

  test('from the page of another site is refused', async () => {
    await using desk = await openDesk();
    const { email } = await desk.member('collector');
    const body = { email, password };
    const headers = { origin: 'https://evil.example' };
    const answer = await desk.ask('POST', '/api/v1/session', { body, headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'csrf.other_origin' } });
  });
});

describe('a session', () => {
  test('knows its member until it is signed out', async () => {
    await using desk = await openDesk();
    const browser = await desk.signIn(await desk.member('collector'));
    expect((await browser.get('/api/v1/session')).body).toMatchObject({ csrf: browser.csrf });
    expect((await browser.send('DELETE', '/api/v1/session')).body).toEqual({ signedOut: true });
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  test('ends after 8 idle hours', async () => {
    await using desk = await openDesk();
    const browser = await desk.signIn(await desk.member('collector'));
    desk.wait(7 * 60);
    expect((await browser.get('/api/v1/session')).status).toBe(200);
    desk.wait(7 * 60);
    expect((await browser.get('/api/v1/session')).status).toBe(200);
    desk.wait(8 * 60 + 1);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  test('ends after 24 hours, however busy', async () => {
    await using desk = await openDesk();
    const browser = await desk.signIn(await desk.member('collector'));
    for (let hour = 0; hour < 23; hour += 1) {
      desk.wait(60);
      expect((await browser.get('/api/v1/session')).status).toBe(200);
    }
    desk.wait(61);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  test('speaks the language that its member chose', async () => {
    await using desk = await openDesk();
    const browser = await desk.signIn(await desk.member('collector'));
    await browser.send('PUT', '/api/v1/session/language', { language: 'es' });
    const refused = await browser.send('POST', '/api/v1/members', {});
    expect(refused.body).toMatchObject({
      code: 'permission.missing',
      detail: 'No puede hacer esto: requiere el permiso team.manage.',
      facts: { permission: 'team.manage' },
    });
  });

  test('ends everywhere else when its member takes a new password', async () => {
    await using desk = await openDesk();
    const person = await desk.member('collector');
    const [here, there] = [await desk.signIn(person), await desk.signIn(person)];
    const next = 'four grey herons waiting';
    const path = '/api/v1/session/password';
    const bad = await here.send('PUT', path, { current: wrong, password: next });
    expect(bad.status).toBe(401);
    const easy = await here.send('PUT', path, { current: password, password: 'password1234' });
    expect(easy).toMatchObject({ status: 422, body: { code: 'team.password_too_easy' } });
    const done = await here.send('PUT', path, { current: password, password: next });
    expect(done.body).toEqual({ changed: true });
    expect((await here.get('/api/v1/session')).status).toBe(200);
    expect((await there.get('/api/v1/session')).status).toBe(401);
    expect((await enter(desk, person.email, next)).status).toBe(200);
    const kept = await desk.db.all(sql`select personal, changes from platform.audit`);
    expect(JSON.stringify(kept)).not.toContain(next);
  });
});

const newcomer = {
  name: 'Ana Ruiz',
  email: 'ana@desk.example',
  password: 'some words nobody says',
  language: 'es',
  roles: ['collector'],
};

describe('the people of the desk', () => {
  test('say who holds duties that belong apart, until they leave', async () => {
    await using desk = await openDesk();
    const admin = await desk.signIn(await desk.member('administrator'));
    const manager = await desk.member('manager');
    const rows = async () => (await admin.get('/api/v1/members')).body;
    const held = (apart: number, active: boolean) => ({
      rows: expect.arrayContaining([
        expect.objectContaining({ apart, active, roles: ['manager'] }),
      ]),
    });
    expect(await rows()).toMatchObject(held(1, true));
    const gone = { active: false, reason: 'left' };
    await admin.send('PUT', `/api/v1/members/${manager.memberId}`, gone);
    expect(await rows()).toMatchObject(held(0, false));
  });

  test('an administrator adds a person, who can sign in', async () => {
    await using desk = await openDesk();
    const admin = await desk.signIn(await desk.member('administrator'));
    const added = await admin.send('POST', '/api/v1/members', newcomer);
    expect(added.status).toBe(200);
    expect((await enter(desk, newcomer.email, newcomer.password)).status).toBe(200);
    const list = await admin.get('/api/v1/members');
    expect(list.body).toMatchObject({
      rows: expect.arrayContaining([
        {
          memberId: expect.any(String),
          name: 'Ana Ruiz',
          email: newcomer.email,
          roles: ['collector'],
          active: true,
          apart: 0,
        },
      ]),
    });
    const kept = await desk.db.all(sql`select personal from platform.audit`);
    expect(JSON.stringify(kept)).not.toContain(newcomer.password);
  });

  test.each`
    change                                    | refusal
    ${{ email: 'ANA@desk.example' }}          | ${'team.email_taken'}
    ${{ roles: ['poster', 'manager'] }}       | ${'team.duties_apart'}
    ${{ roles: ['administrator', 'poster'] }} | ${'team.duties_apart'}
    ${{ companies: ['NONE'] }}                | ${'team.no_such_company'}
    ${{ password: 'aaaaaaaaaaaaaaaa' }}       | ${'team.password_too_easy'}
  `('a person with $change is refused: $refusal', async ({ change, refusal }) => {
    await using desk = await openDesk();
    const admin = await desk.signIn(await desk.member('administrator'));
    await admin.send('POST', '/api/v1/members', newcomer);
    const other = { ...newcomer, email: 'other@desk.example', ...change };
    const answer = await admin.send('POST', '/api/v1/members', other);
    expect(answer.body).toMatchObject({ code: refusal });
    expect((await enter(desk, 'other@desk.example', newcomer.password)).status).toBe(401);
  });

  test('whoever is let go is signed out at once and stays out', async () => {
    await using desk = await openDesk();
    const admin = await desk.signIn(await desk.member('administrator'));
    const person = await desk.member('collector');
    const browser = await desk.signIn(person);
    const path = `/api/v1/members/${person.memberId}`;
    await admin.send('PUT', path, { active: false, reason: 'left the company' });
    expect((await browser.get('/api/v1/session')).status).toBe(401);
    expect(
      await desk.db.all(sql`
      select 1 from platform.session where member_id = ${person.memberId}`),
    ).toEqual([]);
    expect((await enter(desk, person.email, password)).status).toBe(401);
  });

  test('a change of roles counts from the next request on', async () => {
    await using desk = await openDesk();
    const admin = await desk.signIn(await desk.member('administrator'));
    const person = await desk.member('collector');
    const browser = await desk.signIn(person);
    const path = `/api/v1/members/${person.memberId}`;
    await admin.send('PUT', path, { roles: ['auditor'], reason: 'moved to audit' });
    const { body } = await browser.get('/api/v1/session');
    expect(body).toMatchObject({ roles: ['auditor'] });
    expect(JSON.stringify(body)).not.toContain('promises.make');
  });

  test('nobody changes themselves, and of two administrators at once one must stay', async () => {
    await using desk = await openDesk();
    const [one, other] = [await desk.member('administrator'), await desk.member('administrator')];
    const [oneAt, otherAt] = [await desk.signIn(one), await desk.signIn(other)];
    const change = { active: false, reason: 'a quarrel' };
    const self = await oneAt.send('PUT', `/api/v1/members/${one.memberId}`, change);
    expect(self.body).toMatchObject({ code: 'team.not_yourself' });
    const answers = await Promise.all([
      oneAt.send('PUT', `/api/v1/members/${other.memberId}`, change),
      otherAt.send('PUT', `/api/v1/members/${one.memberId}`, change),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('an administrator of one company neither makes nor changes people of another', async () => {
    await using desk = await openDesk();
    await desk.company('ACME');
    await desk.company('BOLT');
    const admin = await desk.signIn(await desk.member('administrator', { companies: ['ACME'] }));
    const foreign = { ...newcomer, companies: ['BOLT'] };
    expect(await admin.send('POST', '/api/v1/members', foreign)).toMatchObject({
      status: 404,
      body: { code: 'team.no_such_company' },
    });
    await admin.send('POST', '/api/v1/members', newcomer);
    const entered = await enter(desk, newcomer.email, newcomer.password);
    expect(entered.body).toMatchObject({ companies: [{ code: 'ACME' }] });
    const everywhere = await desk.member('collector');
    const path = `/api/v1/members/${everywhere.memberId}`;
    expect(await admin.send('PUT', path, { active: false, reason: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'team.no_such_member' },
    });
  });
});

describe('an API key', () => {
  const wish = { name: 'the bank feed', permissions: ['aging.read'], expiresInDays: 30 };

  async function keyOf(desk: TestDesk) {
    const person = await desk.member('collector');
    const browser = await desk.signIn(person);
    const made = await browser.send('POST', '/api/v1/api-keys', wish);
    // Held to its contract by the serializer.
    const { key, keyId } = made.body as { key: string; keyId: string };
    return { person, browser, key, keyId, headers: { authorization: `Bearer ${key}` } };
  }

  test('opens what it was given and no more, without a CSRF token', async () => {
    await using desk = await openDesk();
    const { key, headers } = await keyOf(desk);
    expect(key).toMatch(/^dk_[\w-]{43}$/u);
    const me = await desk.ask('GET', '/api/v1/session', { headers });
    expect(me.body).toMatchObject({ permissions: ['aging.read'] });
    const body = { language: 'es' };
    expect((await desk.ask('PUT', '/api/v1/session/language', { headers, body })).status).toBe(200);
  });

  test('is stored only as a hash', async () => {
    await using desk = await openDesk();
    const { key } = await keyOf(desk);
    const kept = await desk.db.all(sql`select key_hash from platform.api_key`);
    const audit = await desk.db.all(sql`select changes, personal from platform.audit`);
    expect(JSON.stringify([kept, audit])).not.toContain(key);
  });

  test('ends on its day', async () => {
    await using desk = await openDesk();
    const { headers } = await keyOf(desk);
    desk.wait(30 * 24 * 60 - 1);
    expect((await desk.ask('GET', '/api/v1/session', { headers })).status).toBe(200);
    desk.wait(2);
    expect((await desk.ask('GET', '/api/v1/session', { headers })).status).toBe(401);
  });

  test('ends when it is revoked, and only its own member revokes it', async () => {
    await using desk = await openDesk();
    const { browser, headers, keyId } = await keyOf(desk);
    const stranger = await desk.signIn(await desk.member('manager'));
    expect((await stranger.send('DELETE', `/api/v1/api-keys/${keyId}`)).status).toBe(404);
    const listed = await browser.get('/api/v1/api-keys');
    expect(listed.body).toMatchObject({ rows: [{ keyId, name: wish.name }] });
    expect((await browser.send('DELETE', `/api/v1/api-keys/${keyId}`)).status).toBe(200);
    expect((await desk.ask('GET', '/api/v1/session', { headers })).status).toBe(401);
  });

  test('loses what its member loses', async () => {
    await using desk = await openDesk();
    const { person, headers } = await keyOf(desk);
    const admin = await desk.signIn(await desk.member('administrator'));
    const path = `/api/v1/members/${person.memberId}`;
    await admin.send('PUT', path, { active: false, reason: 'left' });
    expect((await desk.ask('GET', '/api/v1/session', { headers })).status).toBe(401);
  });

  test('cannot allow more than its member may do, and makes no other key', async () => {
    await using desk = await openDesk();
    const { browser, headers } = await keyOf(desk);
    const greedy = { ...wish, permissions: ['team.manage'] };
    expect((await browser.send('POST', '/api/v1/api-keys', greedy)).body).toMatchObject({
      code: 'session.not_your_permission',
    });
    const second = await desk.ask('POST', '/api/v1/api-keys', { headers, body: wish });
    expect(second).toMatchObject({ status: 403, body: { code: 'session.needs_sign_in' } });
  });

  test('is not shown again to a repeated request', async () => {
    await using desk = await openDesk();
    const browser = await desk.signIn(await desk.member('collector'));
    const headers = { 'idempotency-key': 'once' };
    const first = await browser.send('POST', '/api/v1/api-keys', wish, headers);
    const again = await browser.send('POST', '/api/v1/api-keys', wish, headers);
    expect(first.status).toBe(200);
    expect(again.body).toMatchObject({ code: 'session.key_shown_once' });
  });
});
