import { describe, expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

const wording = {
  en: { subject: 'Due: {{ numbers }}', body: 'Dear {{ contact.name }},\n\n{{ items_table }}' },
  es: {
    subject: 'Vence: {{ numbers }}',
    body: 'Estimada {{ contact.name }}:\n\n{{ items_table }}',
  },
};
const reminder = {
  key: 'reminder',
  channel: 'email',
  purpose: 'collect',
  packs: [],
  name: { en: 'Ours', es: 'El nuestro' },
  wording,
  expiresOn: '2026-12-31',
  reason: 'shorter',
};
const at = '/api/v1/templates';

async function deskWithPeople() {
  const desk = await openDesk();
  const company = await desk.company('EAST');
  const accountId = await desk.account(company, 'NORTH');
  const sam = await desk.signIn(await desk.member('senior'));
  const max = await desk.signIn(await desk.member('manager'));
  return { ...desk, accountId, sam, max };
}

test('a version is used once a second person approved it, until its last day', async () => {
  await using desk = await deskWithPeople();
  const { max } = desk;
  expect((await max.send('POST', at, reminder)).body).toEqual({ key: 'reminder', version: 1 });
  const inForce = async () => {
    const { body } = await max.get(`${at}/reminder/versions`);
    // The contract of this route.
    const { rows } = body as { rows: { version: number; state: string; inForce: boolean }[] };
    return rows.map((row) => `${row.version} ${row.state}${row.inForce ? ' *' : ''}`);
  };
  expect(await inForce()).toEqual(['1 proposed', '0 delivered *']);
  const decide = `${at}/reminder/versions/1/decide`;
  const yes = { act: 'approved', reason: 'reads well' };
  expect((await max.send('POST', decide, yes)).body).toMatchObject({
    code: 'correspondence.second_person',
  });
  const ivy = await desk.signIn(await desk.member('controller'));
  expect((await ivy.send('POST', decide, yes)).body).toEqual({ state: 'approved' });
  expect(await inForce()).toEqual(['1 approved *', '0 delivered']);
  expect((await ivy.send('POST', decide, yes)).body).toMatchObject({
    code: 'correspondence.template_settled',
  });
  desk.on('2027-01-01');
  expect(await inForce()).toEqual(['1 expired', '0 delivered']);
  const preview = `/api/v1/accounts/${desk.accountId}/messages/preview`;
  expect((await max.send('POST', preview, { templateKey: 'reminder' })).body).toMatchObject({
    code: 'correspondence.template_expired',
  });
});

describe('what is wrong with a wording', () => {
  test('is refused with its place', async () => {
    await using desk = await deskWithPeople();
    const body = 'Dear\n{{ contact.nmae }}';
    const wrong = { ...reminder, wording: { ...wording, en: { subject: 'Due', body } } };
    expect((await desk.sam.send('POST', at, wrong)).body).toMatchObject({
      status: 422,
      code: 'correspondence.field_unknown',
      detail: expect.stringContaining('contact.nmae (en, body, line 2, column 4)'),
    });
  });

  test('is told while it is written, beside how it reads in both languages', async () => {
    await using desk = await deskWithPeople();
    const { reason: _, expiresOn: __, ...template } = reminder;
    const attempt = { ...template, account: 'NORTH' };
    expect((await desk.sam.send('POST', `${at}/try`, attempt)).body).toMatchObject({
      problems: [],
      en: { text: expect.stringContaining('Dear Customer NORTH') },
      es: { text: expect.stringContaining('Vencimiento') },
    });
    const es = { subject: 'Vence', body: 'Pague o irá a la cárcel.' };
    const wrong = { ...attempt, wording: { ...wording, es } };
    expect((await desk.sam.send('POST', `${at}/try`, wrong)).body).toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ code: 'correspondence.tone_refused', language: 'es' }),
        expect.objectContaining({ code: 'correspondence.placeholders_differ' }),
      ]),
      en: { subject: 'Due:' },
      es: null,
    });
  });
});

test('a collector reads templates, and neither writes nor approves them', async () => {
  await using desk = await deskWithPeople();
  const casey = await desk.signIn(await desk.member('collector'));
  expect((await casey.get(at)).body).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({ key: 'final', state: 'delivered', inForce: true }),
    ]),
  });
  expect((await casey.get(`${at}/fields`)).status).toBe(200);
  expect((await casey.send('POST', at, reminder)).status).toBe(403);
  expect((await casey.send('POST', `${at}/try`, reminder)).status).toBe(403);
  const decide = `${at}/reminder/versions/1/decide`;
  expect((await casey.send('POST', decide, { act: 'approved', reason: 'x' })).status).toBe(403);
  expect((await desk.sam.send('POST', decide, { act: 'approved', reason: 'x' })).status).toBe(403);
});
