/** What is wrong with the text of a policy, of whatever kind, each with its remedy. */
import type { Catalogue } from '#kernel/words.ts';

export const documentWords = {
  'policies.document_hours_end_first': {
    en: '{field} ends at {to}, which is not after {from}.',
    es: '{field} termina a las {to}, que no es después de las {from}.',
  },
  'policies.document_missing': {
    en: '{field} is missing. Write it.',
    es: 'Falta {field}. Escríbalo.',
  },
  'policies.document_not_a_list': {
    en: '{field} is a list: [one, another].',
    es: '{field} es una lista: [una, otra].',
  },
  'policies.document_not_fields': {
    en: '{field} has fields below it, each with its name and a colon.',
    es: '{field} lleva campos debajo, cada uno con su nombre y dos puntos.',
  },
  'policies.document_unknown_field': {
    en: '“{said}” is not known here. Known are: {known}.',
    es: '«{said}» no se conoce aquí. Se conocen: {known}.',
  },
  'policies.document_unreadable': {
    en: '“{said}” is not what {field} takes: {expects}.',
    es: '«{said}» no es lo que admite {field}: {expects}.',
  },
  'policies.document_yaml': {
    en: 'Line {line} is not YAML that we read ({problem}).',
    es: 'La línea {line} no es YAML que leamos ({problem}).',
  },
} satisfies Catalogue;
