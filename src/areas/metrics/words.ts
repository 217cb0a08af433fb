/** What the figures say on the server's side: refusals, headings, units. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'metrics.no_such_company': {
    en: 'There is no such company, or you may not see it.',
    es: 'No existe esa empresa o usted no puede verla.',
  },
  'metrics.no_such_currency': {
    en: '{currency} is no currency. Write its three letters, such as USD.',
    es: '{currency} no es una moneda. Escriba sus tres letras, como USD.',
  },
  'metrics.no_such_figure': {
    en: 'There is no figure {name}. The list of metrics names them all with their variants.',
    es: 'No existe la cifra {name}. La lista de indicadores las nombra todas con sus variantes.',
  },
  'metrics.no_such_part': {
    en: 'The figure has no part {part}. Its answer names its parts.',
    es: 'La cifra no tiene la parte {part}. Su respuesta nombra sus partes.',
  },
  'metrics.period_backwards': {
    en: 'The period ends on {to}, before it begins on {from}.',
    es: 'El período termina el {to}, antes de empezar el {from}.',
  },
  'metrics.no_such_person': {
    en: 'Nobody of the team is called {name}. Give a name, an email or an id.',
    es: 'Nadie del equipo se llama {name}. Indique un nombre, un correo o un identificador.',
  },
  'metrics.no_such_customer': {
    en: 'There is no customer {number}.',
    es: 'No existe el cliente {number}.',
  },
  'metrics.one_figure': {
    en: 'Rows are those of one figure: name one, such as dunlin metrics dso --rows.',
    es: 'Las filas son de una cifra: nombre una, como dunlin metrics dso --rows.',
  },
  'metrics.account': { en: 'Account', es: 'Cuenta' },
  'metrics.name': { en: 'Name', es: 'Nombre' },
  'metrics.document': { en: 'Document', es: 'Documento' },
  'metrics.day': { en: 'Day', es: 'Fecha' },
  'metrics.title': { en: 'Metrics', es: 'Indicadores' },
  'metrics.figure': { en: 'Metric', es: 'Indicador' },
  'metrics.variant': { en: 'Variant', es: 'Variante' },
  'metrics.value': { en: 'Value', es: 'Valor' },
  'metrics.unit': { en: 'Unit', es: 'Unidad' },
  'metrics.formula': { en: 'Formula', es: 'Fórmula' },
  'metrics.source': { en: 'Source', es: 'Fuente' },
  'metrics.part': { en: 'Part', es: 'Parte' },
  'metrics.parts': { en: 'Parts', es: 'Partes' },
  'metrics.as_of': { en: 'As of', es: 'Al' },
  'metrics.unit_days': { en: 'days', es: 'días' },
  'metrics.unit_percent': { en: '%', es: '%' },
  'metrics.unit_count': { en: 'number', es: 'número' },
  'metrics.unit_ratio': { en: 'ratio', es: 'razón' },
} as const satisfies Catalogue;
