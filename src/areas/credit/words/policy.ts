/** What is wrong with a credit policy file, each with its remedy. */
import type { Catalogue } from '#kernel/words.ts';

export const policyWords = {
  'credit.policy_missing': {
    en: '{field} is missing. Write it.',
    es: 'Falta {field}. Escríbalo.',
  },
  'credit.policy_not_a_list': {
    en: '{field} is a list: [one, another].',
    es: '{field} es una lista: [una, otra].',
  },
  'credit.policy_not_fields': {
    en: '{field} has fields below it, each with its name and a colon.',
    es: '{field} lleva campos debajo, cada uno con su nombre y dos puntos.',
  },
  'credit.policy_unknown_field': {
    en: '“{said}” is not known here. Known are: {known}.',
    es: '«{said}» no se conoce aquí. Se conocen: {known}.',
  },
  'credit.policy_unreadable': {
    en: '“{said}” is not what {field} takes: {expects}.',
    es: '«{said}» no es lo que admite {field}: {expects}.',
  },
  'credit.policy_yaml': {
    en: 'Line {line} is not YAML that we read ({problem}).',
    es: 'La línea {line} no es YAML que leamos ({problem}).',
  },
} satisfies Catalogue;
