import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type ContactState, type ContactWish, contactPhrase, saveContact } from './contact.ts';

const today = day('2026-11-20');
const wish: ContactWish = {
  role: 'accounts_payable',
  name: 'J. Example',
  email: 'ap@solar.example',
  phone: '+1 512 555 0142',
  language: 'en',
  zone: 'America/Chicago',
};
const before: ContactState = { ...wish, verifiedOn: day('2026-09-03') };

describe('saving a contact', () => {
  test.each`
    change                      | refusal
    ${{ name: ' ' }}            | ${'customers.contact_without_name'}
    ${{ email: 'nobody' }}      | ${'customers.contact_bad_email'}
    ${{ email: 'a@b' }}         | ${'customers.contact_bad_email'}
    ${{ phone: '12' }}          | ${'customers.contact_bad_phone'}
    ${{ zone: 'Mars/Olympus' }} | ${'customers.contact_bad_zone'}
  `('with $change is refused as $refusal', (row: { change: object; refusal: string }) => {
    expect(saveContact({ ...wish, ...row.change }, false, today)).toMatchObject({
      refusal: row.refusal,
    });
  });

  test('a blank address is none', () => {
    const saved = saveContact({ ...wish, phone: ' ' }, false, today);
    expect(saved.ok && saved.value.phone).toBeNull();
  });

  test('a new address takes the verification away, a new role does not', () => {
    const moved = saveContact({ ...wish, email: 'new@solar.example' }, false, today, before);
    const promoted = saveContact({ ...wish, role: 'owner' }, false, today, before);
    expect(moved.ok && moved.value.verifiedOn).toBeNull();
    expect(promoted.ok && promoted.value.verifiedOn).toBe('2026-09-03');
  });

  test('whoever checked it today verified it', () => {
    const checked = saveContact(wish, true, today, before);
    expect(checked.ok && checked.value.verifiedOn).toBe(today);
  });
});

test('the timeline says whether a contact was added, changed or only verified', () => {
  expect(contactPhrase(before, undefined)).toBe('activity.contact_added');
  expect(contactPhrase({ ...before, name: 'K.' }, before)).toBe('activity.contact_changed');
  expect(contactPhrase({ ...before, verifiedOn: today }, before)).toBe('activity.contact_verified');
});
