import { describe, expect, test } from 'vitest';
import { excessOf } from '#areas/compliance/rules/limited-content.ts';
import type { Template } from '../../rules/templates/template.ts';
import { standardTemplate, standardTemplates } from '../../rules/templates/standard/all.ts';
import { checkTemplate } from './check-template.ts';

const plain: Template = {
  key: 'x',
  channel: 'email',
  purpose: 'collect',
  packs: [],
  name: { en: 'X', es: 'X' },
  wording: {
    en: { subject: 'Due: {{ numbers }}', body: 'Dear {{ contact.name }}' },
    es: { subject: 'Vence: {{ numbers }}', body: 'Estimada {{ contact.name }}' },
  },
};

function withBody(en: string, es: string): Template {
  const { wording } = plain;
  return {
    ...plain,
    wording: { en: { ...wording.en, body: en }, es: { ...wording.es, body: es } },
  };
}

test.each(standardTemplates.map((each) => [each.key, each] as const))(
  'what comes with the program may be released: %s',
  (_, template) => {
    expect(checkTemplate(template)).toEqual([]);
  },
);

test.each(['en', 'es'] as const)('the voicemail says nothing of a debt in %s', (language) => {
  const body = standardTemplate('voicemail')?.wording[language].body ?? '';
  const text = body
    .replace('{{ sender.name }}', 'Ann Lee')
    .replace('{{ company.name }}', 'Main Supplies')
    .replace('{{ sender.phone }}', '212-555-0100');
  expect(
    excessOf({
      channel: 'voicemail',
      forConsumer: true,
      text,
      businessNameIndicatesDebtCollection: false,
    }),
  ).toBeUndefined();
});

describe('a template is not released', () => {
  test('while it names a field that is not there, with the line and the column', () => {
    const template = withBody('Dear\n  {{ contact.nmae }}', 'Estimada\n\n{{ contact.nmae }}');
    expect(checkTemplate(template)).toMatchObject([
      {
        code: 'correspondence.field_unknown',
        language: 'en',
        line: 2,
        column: 6,
        what: 'contact.nmae',
      },
      { code: 'correspondence.field_unknown', language: 'es', line: 3, what: 'contact.nmae' },
    ]);
  });

  test('while a row names a field that no row has', () => {
    const row = '{% for item in items %}{{ item.numero }}{% endfor %}';
    expect(checkTemplate(withBody(row, row))).toMatchObject([
      { what: 'item.numero', language: 'en' },
      { what: 'item.numero', language: 'es' },
    ]);
  });

  test('while one body names what the other does not', () => {
    expect(checkTemplate(withBody('{{ count }} {{ today }}', '{{ today }}'))).toMatchObject([
      { code: 'correspondence.placeholders_differ', language: 'en', what: 'count', line: 1 },
    ]);
  });

  test('while it cannot be read', () => {
    expect(checkTemplate(withBody('Dear {{ contact.name', 'Estimada'))).toMatchObject([
      { code: 'correspondence.template_unreadable', language: 'en', part: 'body', line: 1 },
    ]);
  });

  test('while it threatens, and without the sentence of its pack', () => {
    const text = 'You will be arrested.';
    const template = { ...withBody(text, 'Hola.'), packs: ['US-FED-REGF'] };
    const codes = checkTemplate(template).map(({ code, language }) => `${code} ${language}`);
    expect(codes).toContain('correspondence.tone_refused en');
    expect(codes).toContain('correspondence.legal_missing en');
    expect(codes).toContain('correspondence.legal_missing es');
  });
});

test.each(['US-FED-REGF', 'US-TCPA', 'US-DC-28-3814', 'US-NYC-5-77'])(
  '%s wants to hear in both languages how messages are stopped',
  (pack) => {
    const missing = (en: string, es: string) =>
      checkTemplate({ ...withBody(en, es), packs: [pack] })
        .filter(
          ({ code, what }) => code === 'correspondence.legal_missing' && /STOP|ALTO/u.test(what),
        )
        .map(({ language }) => language);
    expect(missing('Hello.', 'Hola.')).toEqual(['en', 'es']);
    expect(missing('To stop, reply STOP.', 'Para parar, responda ALTO.')).toEqual([]);
  },
);

test('the rows of a loop may be called by a name of their own in each language', () => {
  const en = '{% for item in items %}{{ item.number }}{% endfor %}';
  const es = '{% for factura in items %}{{ factura.number }}{% endfor %}';
  expect(checkTemplate(withBody(en, es))).toEqual([]);
});
