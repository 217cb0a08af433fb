/**
 * Every route of the OpenAPI document, asked by whoever may not: without a session, without
 * its permission, and from a page that does not know the session's token.
 */
import { describe, expect, test } from 'vitest';
import { allRoles, permissionsOf, type Role } from '#platform/auth/roles.ts';
import { liveFigures } from '#platform/contract/live.ts';
import { type Browser, openDesk, type TestDesk } from '#test/support/http-desk.ts';
import { routes } from './routes.ts';

type Asked = { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string };

const contracts = [...routes.map(({ route }) => route), liveFigures];
const someId = '01890000-0000-7000-8000-000000000001';

/** Method and path of every operation, as the document writes them. */
async function documented(desk: TestDesk): Promise<Asked[]> {
  const { body } = await desk.ask('GET', '/api/v1/openapi.json');
  // Checked to be a document of OpenAPI 3.1 in app.test.ts.
  const { paths } = body as { paths: Record<string, Record<string, object>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ path, method: methodOf(method) })),
  );
}

function methodOf(text: string): Asked['method'] {
  const found = (['GET', 'POST', 'PUT', 'DELETE'] as const).find((one) => one === text.toUpperCase());
  if (!found) throw new Error(`no method ${text}`);
  return found;
}

function permissionOf({ method, path }: Asked): string {
  const pattern = path.replaceAll(/\{(\w+)\}/gu, ':$1');
  const contract = contracts.find((one) => one.method === method && one.path === pattern);
  if (!contract) throw new Error(`${method} ${path} has no contract`);
  return contract.permission;
}

/** The document's path with an id in each place. */
function address({ path }: Asked): string {
  return path.replaceAll(/\{\w+\}/gu, someId);
}

function roleWithout(permission: string): Role | undefined {
  return allRoles.find((role) => !permissionsOf([role]).includes(permission));
}

function roleWith(permission: string): Role {
  const found = allRoles.find((role) => permissionsOf([role]).includes(permission));
  return found ?? 'collector';
}

/** Signs somebody in for each role once. */
function crowd(desk: TestDesk): (role: Role) => Promise<Browser> {
  const known = new Map<Role, Promise<Browser>>();
  return (role) => {
    const browser = known.get(role) ?? desk.member(role).then((person) => desk.signIn(person));
    known.set(role, browser);
    return browser;
  };
}

describe('every route', () => {
  test('of the document has a contract, and every contract is in the document', async () => {
    await using desk = await openDesk();
    const named = (await documented(desk)).map(({ method, path }) => `${method} ${path}`);
    const served = contracts.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`,
    );
    expect(named.toSorted()).toEqual(served.toSorted());
  });

  test('refuses without a session, unless it is open to everybody', async () => {
    await using desk = await openDesk();
    const open: string[] = [];
    for (const asked of await documented(desk)) {
      const answer = await desk.ask(asked.method, address(asked));
      if (permissionOf(asked) === 'open') open.push(`${asked.method} ${asked.path}`);
      else expect(answer, address(asked)).toMatchObject({ status: 401, body: noSession });
    }
    expect(open).toEqual(['POST /api/v1/session']);
  });

  test('refuses with a key or a cookie that is not ours', async () => {
    await using desk = await openDesk();
    const forged = [
      { authorization: `Bearer dk_${'a'.repeat(43)}` },
      { authorization: 'Basic YWRtaW46YWRtaW4=' },
      { cookie: `dunlin=${'a'.repeat(43)}` },
    ];
    for (const asked of await documented(desk)) {
      if (permissionOf(asked) === 'open') continue;
      for (const headers of forged) {
        const answer = await desk.ask(asked.method, address(asked), { headers });
        expect(answer, address(asked)).toMatchObject({ status: 401, body: noSession });
      }
    }
  });

  test('refuses without its permission', async () => {
    await using desk = await openDesk();
    const as = crowd(desk);
    for (const asked of await documented(desk)) {
      const permission = permissionOf(asked);
      const role = roleWithout(permission);
      if (permission === 'open' || permission === 'signed-in' || !role) continue;
      const browser = await as(role);
      const answer =
        asked.method === 'GET'
          ? await browser.get(address(asked))
          : await browser.send(asked.method, address(asked));
      const code = { code: 'permission.missing', facts: { permission } };
      expect(answer, `${asked.method} ${asked.path}`).toMatchObject({ status: 403, body: code });
    }
  });

  test('that writes refuses without the session’s token, and with another one', async () => {
    await using desk = await openDesk();
    const as = crowd(desk);
    for (const asked of await documented(desk)) {
      const permission = permissionOf(asked);
      if (asked.method === 'GET' || permission === 'open') continue;
      const { cookie } = await as(roleWith(permission));
      for (const headers of [{ cookie }, { cookie, 'x-csrf-token': 'a'.repeat(43) }]) {
        const answer = await desk.ask(asked.method, address(asked), { headers });
        const code = { code: 'csrf.token_missing' };
        expect(answer, `${asked.method} ${asked.path}`).toMatchObject({ status: 403, body: code });
      }
    }
  });

  test('that writes refuses a page of another site, even with the token', async () => {
    await using desk = await openDesk();
    const as = crowd(desk);
    for (const asked of await documented(desk)) {
      if (asked.method === 'GET') continue;
      const browser = await as(roleWith(permissionOf(asked)));
      for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
        const answer = await browser.send(asked.method, address(asked), undefined, headers);
        const code = { code: 'csrf.other_origin' };
        expect(answer, `${asked.method} ${asked.path}`).toMatchObject({ status: 403, body: code });
      }
    }
  });
});

const noSession = { code: 'session.missing', status: 401 };

describe('a member who is limited to one company', () => {
  test('neither reads nor writes an account of another, as if there were none', async () => {
    await using desk = await openDesk();
    const [acme, bolt] = [await desk.company('ACME'), await desk.company('BOLT')];
    const [ours, theirs] = [await desk.account(acme, '100'), await desk.account(bolt, '100')];
    const own = await desk.ask('GET', '/api/v1/session');
    expect(own.status).toBe(401);
    const roles = ['collector', 'senior', 'poster', 'manager', 'controller', 'cfo'] as const;
    const people = await Promise.all(
      roles.map(async (role) => {
        const person = await desk.member(role, { companies: ['ACME'] });
        return { role, browser: await desk.signIn(person) };
      }),
    );
    const onAccounts = (await documented(desk)).filter(({ path }) => path.includes('{accountId}'));
    expect(onAccounts.length).toBeGreaterThan(0);
    for (const asked of onAccounts) {
      const permission = permissionOf(asked);
      const who = people.find(({ role }) => permissionsOf([role]).includes(permission));
      if (!who) throw new Error(`nobody here holds ${permission}`);
      const path = address({ ...asked, path: asked.path.replace('{accountId}', theirs) });
      const body = exampleOf(asked);
      const answer =
        asked.method === 'GET'
          ? await who.browser.get(path)
          : await who.browser.send(asked.method, path, body);
      const seen = `${asked.method} ${asked.path}: ${answer.text}`;
      // A body that does not fit is refused before anybody looks for the account.
      expect([400, 404], seen).toContain(answer.status);
      if (answer.status === 404) {
        expect(answer.body, seen).toMatchObject({ code: 'ledger.no_such_account' });
      }
    }
    const [first] = people;
    expect((await first?.browser.get(`/api/v1/accounts/${ours}`))?.status).toBe(200);
    const missing = await first?.browser.get(`/api/v1/accounts/${someId}`);
    const hidden = await first?.browser.get(`/api/v1/accounts/${theirs}`);
    expect(hidden?.body).toEqual(missing?.body);
  });

  test('writes no note on an account of another company', async () => {
    await using desk = await openDesk();
    await desk.company('ACME');
    const theirs = await desk.account(await desk.company('BOLT'), '100');
    const browser = await desk.signIn(await desk.member('senior', { companies: ['ACME'] }));
    const note = { text: 'called, no answer' };
    const answer = await browser.send('POST', `/api/v1/accounts/${theirs}/notes`, note);
    expect(answer).toMatchObject({ status: 404, body: { code: 'ledger.no_such_account' } });
  });

  test('asks for no company but their own', async () => {
    await using desk = await openDesk();
    await desk.company('ACME');
    await desk.company('BOLT');
    const browser = await desk.signIn(await desk.member('collector', { companies: ['ACME'] }));
    expect((await browser.get('/api/v1/aging?company=ACME')).status).toBe(200);
    for (const code of ['BOLT', 'NONE']) {
      expect(await browser.get(`/api/v1/aging?company=${code}`)).toMatchObject({
        status: 404,
        body: { code: 'team.no_such_company', facts: { company: code } },
      });
    }
  });
});

/** An empty body, where the contract wants one. */
function exampleOf({ method }: Asked): object | undefined {
  return method === 'DELETE' ? undefined : {};
}
