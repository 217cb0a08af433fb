import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

const wish = { rule: 'portal', portalName: 'Ariba', reason: 'their AP wrote so' };

test('a senior says how an account gets its papers, and anybody may read it', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('MAIN'), 'NORTH');
  const sam = await desk.signIn(await desk.member('senior'));
  const path = `/api/v1/accounts/${accountId}/delivery`;
  expect(await sam.send('PUT', path, wish)).toMatchObject({ status: 200 });
  const rosa = await desk.signIn(await desk.member('auditor'));
  expect((await rosa.get(path)).body).toMatchObject({ rule: 'portal', portalName: 'Ariba' });
});

test('who may not edit accounts sets no rule and no address', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('MAIN'), 'NORTH');
  const rosa = await desk.signIn(await desk.member('collector'));
  const path = `/api/v1/accounts/${accountId}`;
  const address = { attention: null, line1: '1 A St', line2: null, city: 'X', state: 'CT' };
  const body = { address: { ...address, postalCode: '06101', country: 'US' }, reason: 'moved' };
  expect(await rosa.send('PUT', `${path}/delivery`, wish)).toMatchObject({ status: 403 });
  expect(await rosa.send('PUT', `${path}/address`, body)).toMatchObject({ status: 403 });
  const sam = await desk.signIn(await desk.member('senior'));
  expect(await sam.send('PUT', `${path}/address`, body)).toMatchObject({ status: 200 });
  const wrong = { ...body, address: { ...body.address, postalCode: 'x' } };
  expect(await sam.send('PUT', `${path}/address`, wrong)).toMatchObject({
    status: 422,
    body: { code: 'customers.address_bad_zip' },
  });
});
