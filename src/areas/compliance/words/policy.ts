/** The rules of the firm's contact policy as people read them, one sentence a rule. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { ContactSayingCode } from '../rules/firm/sayings.ts';

const attempts = {
  en: '{counts, select, reached {, not counting what nobody answered} other {}}',
  es: '{counts, select, reached {, sin contar lo que nadie contestó} other {}}',
};

export const policyWords = {
  'compliance.rule_business_hours': {
    en: 'Business customers are called, texted and asked by e-mail on business days from {from} to {to} o’clock, by their clock.',
    es: 'A los clientes empresariales se les llama, escribe y pide por correo en días hábiles de {from} a {to} horas, según su reloj.',
  },
  'compliance.rule_calls_to_person': {
    en: 'One person of a business is called {limit, plural, =0 {never} one {once} other {# times}} in {days, plural, one {a business day} other {# business days}}.',
    es: 'A una persona de una empresa se le llama {limit, plural, =0 {nunca} one {una vez} other {# veces}} en {days, plural, one {un día hábil} other {# días hábiles}}.',
  },
  'compliance.rule_calls_about_debt': {
    en: 'About one account of a business there are at most {limit, plural, one {# call} other {# calls}} in {days, plural, one {a business day} other {# business days}}.',
    es: 'Por una cuenta de empresa hay como máximo {limit, plural, one {# llamada} other {# llamadas}} en {days, plural, one {un día hábil} other {# días hábiles}}.',
  },
  'compliance.rule_dunning_emails': {
    en: 'One person of a business is asked by e-mail {limit, plural, =0 {never} one {once} other {# times}} in {days, plural, one {a business day} other {# business days}}.',
    es: 'A una persona de una empresa se le pide por correo {limit, plural, =0 {nunca} one {una vez} other {# veces}} en {days, plural, one {un día hábil} other {# días hábiles}}.',
  },
  'compliance.rule_hours': {
    en: 'Nobody is contacted but from {from} to {to} o’clock, by their clock{days, select, business {, on business days} other {}}.',
    es: 'Solo se contacta de {from} a {to} horas, según el reloj de la persona{days, select, business {, en días hábiles} other {}}.',
  },
  'compliance.rule_cap': {
    en: `{of, select, all {Over all channels} other {By {of}}} there are at most {limit, plural, one {# contact} other {# contacts}} in {days, plural, one {one day} other {# days}}{kind, select, business { (business days)} other {}}${attempts.en}.`,
    es: `{of, select, all {Por todos los canales} other {Por {of}}} hay como máximo {limit, plural, one {# contacto} other {# contactos}} en {days, plural, one {un día} other {# días}}{kind, select, business { (hábiles)} other {}}${attempts.es}.`,
  },
} satisfies Catalogue & Readonly<Record<ContactSayingCode, Phrase>>;
