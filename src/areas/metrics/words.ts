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
  'metrics.goal_of_whom': {
    en: 'A goal is a person’s or a team’s, not both.',
    es: 'Una meta es de una persona o de un equipo, no de ambos.',
  },
  'metrics.no_such_member': {
    en: 'There is no such person in the team.',
    es: 'No existe esa persona en el equipo.',
  },
  'metrics.no_such_team': {
    en: 'The company has no such team.',
    es: 'La empresa no tiene ese equipo.',
  },
  'metrics.hours_of_whom': {
    en: 'Say whose hours were paid.',
    es: 'Indique de quién son las horas pagadas.',
  },
  'metrics.cost_currency': {
    en: 'Say in which currency the cost is.',
    es: 'Indique en qué moneda está el costo.',
  },
  'metrics.target_unreadable': {
    en: '{target} is no number that fits: write it with a point and no more decimals than it has.',
    es: '{target} no es un número válido: escríbalo con punto y sin decimales de más.',
  },
  'metrics.rates_missing': {
    en: 'An aging schedule needs a loss rate for each of its {count} buckets.',
    es: 'Una tabla por antigüedad necesita una tasa de pérdida para cada uno de sus {count} tramos.',
  },
  'metrics.write_off_roll_missing': {
    en: 'Say which share of the last bucket is written off, such as 0.40.',
    es: 'Indique qué parte del último tramo se da de baja, como 0.40.',
  },
  'metrics.no_such_allowance': {
    en: 'There is no such allowance, or you may not see it.',
    es: 'No existe esa estimación o usted no puede verla.',
  },
  'metrics.allowance_reviewed': {
    en: 'This allowance was reviewed already. Prepare another one.',
    es: 'Esta estimación ya se revisó. Prepare otra.',
  },
  'metrics.own_allowance': {
    en: 'You prepared this allowance; somebody else reviews it.',
    es: 'Usted preparó esta estimación; la revisa otra persona.',
  },
  'metrics.note_missing': {
    en: 'Say what is wrong before you send it back.',
    es: 'Indique qué está mal antes de devolverla.',
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
