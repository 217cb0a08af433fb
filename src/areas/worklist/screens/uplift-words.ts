/** What the page of the order of work says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  title: { en: 'Order of work', es: 'Orden del trabajo' },
  plan: { en: 'The plan of the day', es: 'El plan del día' },
  no_plan: {
    en: 'Nothing is priced yet: the plan is made every morning and after an import.',
    es: 'Aún no hay nada valorado: el plan se hace cada mañana y tras una importación.',
  },
  capacity: { en: 'Capacity, minutes', es: 'Capacidad, minutos' },
  minutes: { en: 'Planned minutes', es: 'Minutos previstos' },
  planned: { en: 'Planned accounts', es: 'Cuentas previstas' },
  worth_it: { en: 'Worth a contact', es: 'Merecen un contacto' },
  last_hour: { en: 'The last hour brings', es: 'La última hora trae' },
  control: { en: 'Control group', es: 'Grupo de control' },
  control_off: {
    en: 'Nothing is measured: nobody is left alone, and the effect of a call is assumed.',
    es: 'No se mide nada: todas las cuentas se trabajan y el efecto de una llamada es un supuesto.',
  },
  control_on: {
    en: '{share} % of the planned accounts up to {most} left alone: {leftAlone} now, {open} open.',
    es: 'El {share} % de las previstas hasta {most} en paz: {leftAlone} ahora, {open} abiertas.',
  },
  warm_up: {
    en: 'Until {day} half are left alone.',
    es: 'Hasta el {day} se deja en paz a la mitad.',
  },
  switch_on: { en: 'Measure what the work adds', es: 'Medir lo que aporta el trabajo' },
  switch_off: { en: 'Stop measuring', es: 'Dejar de medir' },
  share: {
    en: 'Left alone, % of planned accounts (5 to 10)',
    es: 'En paz, % de las previstas (5 a 10)',
  },
  most: { en: 'Never who owes more than', es: 'Nunca quien deba más de' },
  warm_up_days: { en: 'Days of warm-up, half left alone', es: 'Días iniciales, la mitad en paz' },
  reason: { en: 'Why', es: 'Por qué' },
  save: { en: 'Keep it', es: 'Guardar' },
  kept: { en: 'Kept, from the next morning on.', es: 'Guardado, desde la próxima mañana.' },
  measured: {
    en: 'What the work adds, as measured',
    es: 'Lo que aporta el trabajo, según lo medido',
  },
  claim_too_few: {
    en: 'Too few episodes have ended to say anything.',
    es: 'Han terminado muy pocos casos para decir algo.',
  },
  claim_not_shown: { en: 'No gain is shown yet.', es: 'Aún no se muestra ganancia.' },
  claim_gain: { en: 'The work adds to what is paid.', es: 'El trabajo suma a lo que se paga.' },
  claim_loss: {
    en: 'The work takes away from what is paid.',
    es: 'El trabajo resta a lo que se paga.',
  },
  episodes: {
    en: '{open} open and {leftAlone} left alone, whose 30 days are over.',
    es: '{open} abiertas y {leftAlone} en paz, con sus 30 días cumplidos.',
  },
  share_added: { en: 'Of what is overdue, points', es: 'De lo vencido, puntos' },
  cash_added: { en: 'Incremental cash', es: 'Cobro incremental' },
  hour_added: { en: 'Per planned hour', es: 'Por hora prevista' },
  figure: { en: 'Figure', es: 'Cifra' },
  found: { en: 'Found', es: 'Hallado' },
  low: { en: '95 % from', es: '95 % desde' },
  high: { en: 'to', es: 'hasta' },
  segment: { en: 'Segment', es: 'Segmento' },
  no_segment: { en: 'none', es: 'ninguno' },
  open: { en: 'Open', es: 'Abiertas' },
  left_alone: { en: 'Left alone', es: 'En paz' },
  says: { en: 'It says', es: 'Dice' },
  qini: {
    en: 'Cash added down the list, beside an order by chance (Qini {at}, {low} to {high})',
    es: 'Cobro sumado al bajar la lista, junto a un orden al azar (Qini {at}, {low} a {high})',
  },
  part: { en: 'Part of the list', es: 'Parte de la lista' },
  by_order: { en: 'In this order', es: 'En este orden' },
  by_chance: { en: 'By chance', es: 'Al azar' },
} satisfies Catalogue;
