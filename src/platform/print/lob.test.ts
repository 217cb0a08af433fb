import { expect, test } from 'vitest';
import { lobServer } from '#test/support/lob-server.ts';
import { lobPrinter } from './lob.ts';
import type { LetterToPrint } from './printer.ts';

const place = {
  name: 'North Mills',
  line1: '12 River Rd',
  line2: null,
  city: 'Hartford',
  state: 'CT',
  postalCode: '06101',
  country: 'US',
};
const letter: LetterToPrint = {
  key: 'letter-1-0',
  about: 'NORTH 1',
  to: place,
  from: { ...place, name: 'Main Supply Inc.' },
  certified: false,
  pdf: Buffer.from('%PDF-1.7 one'),
};

test('a letter is created as the documentation of the provider has it', async () => {
  await using provider = await lobServer();
  const handed = await lobPrinter(provider.settings).hand({ ...letter, certified: true });
  expect(handed).toEqual({
    state: 'sent',
    detail: 'expected 2026-07-14',
    ref: 'ltr_1',
    tracking: '92071902358909000011275538',
  });
  const form = provider.letters[0]?.form;
  const said = Object.fromEntries([...(form ?? [])].filter(([name]) => name !== 'file'));
  expect(said).toMatchObject({
    'to[name]': 'North Mills',
    'to[address_zip]': '06101',
    'from[name]': 'Main Supply Inc.',
    use_type: 'operational',
    mail_type: 'usps_first_class',
    extra_service: 'certified',
    'metadata[letter]': 'letter-1-0',
  });
  const file = form?.get('file');
  expect(file instanceof Blob && (await file.text())).toBe('%PDF-1.7 one');
});

test('the same key is the same letter there', async () => {
  await using provider = await lobServer();
  const printer = lobPrinter(provider.settings);
  provider.now('breaks off');
  expect(await printer.hand(letter)).toMatchObject({ state: 'unknown', ref: null });
  provider.now('takes');
  expect(await printer.hand(letter)).toMatchObject({ state: 'sent', ref: 'ltr_1' });
  expect(provider.letters).toHaveLength(1);
});

test('what it refuses or never hears was not sent; when it is ill nobody knows', async () => {
  await using provider = await lobServer();
  const printer = lobPrinter(provider.settings);
  provider.now('refuses');
  expect(await printer.hand(letter)).toMatchObject({
    state: 'not_sent',
    detail: '422 address_zip is required',
  });
  provider.now('is ill');
  expect(await printer.hand(letter)).toMatchObject({ state: 'unknown' });
  const stranger = lobPrinter({ ...provider.settings, apiKey: 'test_stranger' });
  const refused = await stranger.hand(letter);
  expect(refused).toMatchObject({ state: 'not_sent' });
  expect(JSON.stringify(refused)).not.toContain('test_stranger');
  const gone = await lobServer();
  await gone[Symbol.asyncDispose]();
  expect(await lobPrinter(gone.settings).hand(letter)).toMatchObject({ state: 'not_sent' });
});
