import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { deskOn } from '#test/support/builders.ts';
import { deliveriesOf } from '../store/delivery.ts';
import { refuseAddress } from './refuse-address.ts';
import { saveAddress } from './save-address.ts';
import { saveContact } from './save-contact.ts';
import { setDelivery } from './set-delivery.ts';

const address = {
  attention: null,
  line1: '12 River Rd',
  line2: null,
  city: 'Hartford',
  state: 'CT',
  postalCode: '06101',
  country: 'US',
};
const rule = {
  rule: 'portal',
  statementForm: 'open_item',
  consolidated: true,
  portalName: 'Ariba',
  portalUrl: null,
} as const;

test('without a rule papers go by letter, and by e-mail once somebody has an address', async () => {
  await using desk = await deskOn('2026-07-01');
  const accountId = await desk.account('NORTH');
  const ruleNow = async () => (await deliveriesOf(desk.db, [accountId]))[0];
  expect(await ruleNow()).toMatchObject({ rule: 'letter', stated: false, address: null });
  const contact = {
    role: 'accounts_payable',
    name: 'Ann',
    email: 'ann@north.example',
    phone: null,
    language: 'es',
    zone: null,
  } as const;
  await desk.done((context) =>
    saveContact(context, { accountId, contactId: undefined, contact, verified: true }),
  );
  expect(await ruleNow()).toMatchObject({ rule: 'email', contact: { language: 'es' } });
  await desk.done((context) => setDelivery(context, { accountId, ...rule }));
  expect(await ruleNow()).toMatchObject({ ...rule, stated: true });
});

test('what the post refused is known until a new address is saved', async () => {
  await using desk = await deskOn('2026-07-01');
  const accountId = await desk.account('NORTH');
  const { addressId } = await desk.done((context) => saveAddress(context, { accountId, address }));
  const refused = { accountId, addressId, cause: 'moved', on: day('2026-07-01') };
  expect(await desk.done((context) => refuseAddress(context, refused))).toEqual({ news: true });
  expect(await desk.done((context) => refuseAddress(context, refused))).toEqual({ news: false });
  const [before] = await deliveriesOf(desk.db, [accountId]);
  expect(before?.address).toMatchObject({ line1: '12 River Rd', refused: 'moved' });
  desk.on('2026-07-02');
  const moved = { ...address, line1: '1 Hill St' };
  await desk.done((context) => saveAddress(context, { accountId, address: moved }));
  const [after] = await deliveriesOf(desk.db, [accountId]);
  expect(after?.address).toMatchObject({ line1: '1 Hill St', refused: null });
});
