/** Everything the forecast says on the server's side: refusals, headings of files and tables. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'forecast.not_yet': {
    en: 'No forecast was made yet. It is made every night; dunlin forecast run makes it now.',
    es: 'Aún no hay pronóstico. Se hace cada noche; dunlin forecast run lo hace ahora.',
  },
  'forecast.no_such_week': {
    en: '{week} begins no week of this forecast. Name the Monday of one of its thirteen weeks.',
    es: '{week} no inicia ninguna semana de este pronóstico. Indique el lunes de una de sus trece semanas.',
  },
  'forecast.no_such_customer': {
    en: '“{customer}” is no customer’s id.',
    es: '«{customer}» no es el identificador de un cliente.',
  },
  'forecast.no_such_run': {
    en: 'There is no run {run}.',
    es: 'No existe la ejecución {run}.',
  },
  'forecast.run_ended': {
    en: 'That run has ended already.',
    es: 'Esa ejecución ya terminó.',
  },
  'forecast.no_such_alert': {
    en: 'There is no such warning on an account that you see.',
    es: 'No existe tal aviso en una cuenta que usted vea.',
  },
  'forecast.title': { en: 'Cash forecast', es: 'Pronóstico de cobros' },
  'forecast.made_on': { en: 'Made on {day}', es: 'Hecho el {day}' },
  'forecast.week': { en: 'Week of', es: 'Semana del' },
  'forecast.currency': { en: 'Currency', es: 'Moneda' },
  'forecast.expected': { en: 'Expected', es: 'Esperado' },
  'forecast.habit': { en: 'By habit', es: 'Por costumbre' },
  'forecast.promise': { en: 'Promised', es: 'Prometido' },
  'forecast.plan': { en: 'In plans', es: 'En convenios' },
  'forecast.p10': { en: 'P10', es: 'P10' },
  'forecast.p50': { en: 'P50', es: 'P50' },
  'forecast.p90': { en: 'P90', es: 'P90' },
  'forecast.planned': { en: 'As predicted', es: 'Según lo previsto' },
  'forecast.later': { en: 'Later, within a year', es: 'Después, dentro de un año' },
  'forecast.doubtful': { en: 'Doubtful', es: 'Dudoso' },
  'forecast.disputed': { en: 'Disputed, held back', es: 'En disputa, retenido' },
  'forecast.left': { en: 'Left out', es: 'Excluido' },
  'forecast.open': { en: 'Open', es: 'Pendiente' },
} satisfies Catalogue;
