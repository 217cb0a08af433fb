import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { answerOf, deskOwed1000, usd, type Story } from '#test/support/builders.ts';
import { accepted } from '#platform/action.ts';
import type { TemplateExtra } from '../../rules/templates/scope.ts';
import { renderTemplate } from './render-template.ts';

type Owed = Story & { accountId: Id; invoiceId: Id };

const render = (
  { db, accountId }: Owed,
  templateKey: string,
  language: 'en' | 'es',
  extra: TemplateExtra = {},
) =>
  renderTemplate(db, {
    templateKey,
    language,
    accountId,
    contactId: null,
    itemIds: [],
    extra,
    on: day('2026-07-20'),
  });

test('amounts, days and the table are written as the reader writes them', async () => {
  await using desk = await deskOwed1000();
  const en = accepted(await render(desk, 'reminder', 'en'));
  expect(en.subject).toBe('MAIN: $1,000.00 is past due');
  expect(en.text).toContain('Jul 1, 2026');
  expect(en.text).toContain('Total due');
  expect(en.html).toContain('<td style="padding:4px 12px 4px 0;border-bottom:1px solid #d0d0d0;');
  expect(en.templateVersion).toBe(0);
  const es = accepted(await render(desk, 'reminder', 'es'));
  expect(es.subject).toBe('MAIN: $1,000.00 está vencido');
  expect(es.text).toContain('1 jul 2026');
  expect(es.text).toContain('Vencimiento');
});

test('the total of the text is the total of the HTML, and says what is not asked', async () => {
  await using desk = await deskOwed1000();
  const asked = accepted(await render(desk, 'second', 'en', { totals: [usd('370')] }));
  for (const body of [asked.text, asked.html]) {
    expect(body).toContain('Less credits and amounts not asked for');
    expect(body).toContain('−$630.00');
    expect(body).toContain('$370.00');
  }
});

test('currencies are never added', async () => {
  await using desk = await deskOwed1000();
  await desk.rate('EUR', '1.25', '2026-06-01');
  await desk.invoice(desk.accountId, { amount: '30', issued: '2026-06-01', currency: 'EUR' });
  const { subject } = accepted(await render(desk, 'reminder', 'en'));
  expect(subject).toBe('MAIN: €30.00 + $1,000.00 is past due');
});

test('a field without a value is refused with its place', async () => {
  await using desk = await deskOwed1000();
  const refused = await render(desk, 'promise-confirmation', 'es');
  expect(refused).toMatchObject({
    ok: false,
    refusal: 'correspondence.field_empty',
    facts: { language: 'es', part: 'subject', line: 1 },
  });
  expect(answerOf(await render(desk, 'nothing', 'en'))).toBe(
    'correspondence.template_unknown nothing',
  );
  const promise = { amount: usd('250'), dueOn: day('2026-07-31') };
  const said = accepted(await render(desk, 'promise-confirmation', 'es', { promise }));
  expect(said.subject).toBe('MAIN: gracias, $250.00 para el 31 de julio de 2026');
});
