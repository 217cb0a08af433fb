/** What the order of work and its control group say: refusals and the command line. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { ExperimentRefusal } from '../rules/refusal.ts';

const refusals = {
  'worklist.share_out_of_bounds': {
    en: 'Between {least} and {most} % of the accounts can be left alone.',
    es: 'Se puede dejar en paz entre el {least} y el {most} % de las cuentas.',
  },
  'worklist.warm_up_too_long': {
    en: 'A warm-up lasts {days} days at most.',
    es: 'Un período inicial dura {days} días como máximo.',
  },
  'worklist.stake_below_nought': {
    en: 'The highest debt that may be left alone cannot be below zero.',
    es: 'La deuda más alta que se puede dejar en paz no puede ser menor que cero.',
  },
  'worklist.stake_unreadable': {
    en: 'Write the highest debt as an amount in {currency} with {decimals} decimals at most.',
    es: 'Escriba la deuda más alta como importe en {currency} con {decimals} decimales como máximo.',
  },
  'worklist.company_unknown': {
    en: 'There is no company {code} that you can see.',
    es: 'No hay ninguna empresa {code} que usted pueda ver.',
  },
} satisfies Readonly<
  Record<ExperimentRefusal | 'worklist.stake_unreadable' | 'worklist.company_unknown', Phrase>
>;

const commands = {
  'command.order': {
    en: 'prints the accounts of a company by what a minute on them is worth',
    es: 'imprime las cuentas de una empresa por lo que vale un minuto en ellas',
  },
  'command.uplift': {
    en: 'prints what the work adds as measured, and switches the measuring on or off',
    es: 'imprime lo que aporta el trabajo según lo medido, y activa o desactiva la medición',
  },
  'order.way': { en: 'Do', es: 'Hacer' },
  'order.adds': { en: 'Adds', es: 'Suma' },
  'order.minutes': { en: 'Minutes', es: 'Minutos' },
  'order.standing': { en: 'Today', es: 'Hoy' },
  'order.planned': { en: 'planned', es: 'previsto' },
  'order.called': { en: 'called for anyway', es: 'toca de todos modos' },
  'order.waits': { en: 'no room', es: 'sin cupo' },
  'order.control': { en: 'control group until {until}', es: 'grupo de control hasta el {until}' },
  'order.way_call': { en: 'call', es: 'llamar' },
  'order.way_email': { en: 'mail', es: 'correo' },
  'order.way_sms': { en: 'text', es: 'mensaje' },
  'order.way_letter': { en: 'letter', es: 'carta' },
  'order.plan': {
    en: '{company}, {on}: {planned} of {worthIt} accounts planned, {minutes} of {capacity} minutes; the last hour brings about {price}.',
    es: '{company}, {on}: {planned} de {worthIt} cuentas previstas, {minutes} de {capacity} minutos; la última hora trae unos {price}.',
  },
  'uplift.off': {
    en: 'Nothing is measured: nobody is left alone. Switch it on with --on.',
    es: 'No se mide nada: no se deja a nadie en paz. Actívelo con --on.',
  },
  'uplift.on': {
    en: 'Control group: {share} % of planned accounts up to {most}; {leftAlone} left alone now, {open} open.',
    es: 'Grupo de control: {share} % de las cuentas previstas hasta {most}; {leftAlone} en paz ahora, {open} abiertas.',
  },
  'uplift.too_few': {
    en: 'Too few episodes have ended to say anything: {leftAlone} left alone, {open} open.',
    es: 'Han terminado muy pocos casos para decir algo: {leftAlone} en paz, {open} abiertos.',
  },
  'uplift.not_shown': {
    en: 'No gain is shown yet: {at} points of what was overdue, 95 % between {low} and {high} ({leftAlone} left alone, {open} open).',
    es: 'Aún no se muestra ganancia: {at} puntos de lo vencido, 95 % entre {low} y {high} ({leftAlone} en paz, {open} abiertos).',
  },
  'uplift.gain': {
    en: 'The work adds {at} points of what is overdue, 95 % between {low} and {high} ({leftAlone} left alone, {open} open).',
    es: 'El trabajo suma {at} puntos de lo vencido, 95 % entre {low} y {high} ({leftAlone} en paz, {open} abiertos).',
  },
  'uplift.loss': {
    en: 'The work takes away {at} points of what is overdue, 95 % between {low} and {high} ({leftAlone} left alone, {open} open).',
    es: 'El trabajo resta {at} puntos de lo vencido, 95 % entre {low} y {high} ({leftAlone} en paz, {open} abiertos).',
  },
  'uplift.cash': {
    en: 'Incremental cash {at}, 95 % between {low} and {high}; per planned hour {perHour}, between {hourLow} and {hourHigh}.',
    es: 'Cobro incremental {at}, 95 % entre {low} y {high}; por hora prevista {perHour}, entre {hourLow} y {hourHigh}.',
  },
  'uplift.set': { en: 'Kept. From the next morning on.', es: 'Guardado. Desde la próxima mañana.' },
  'uplift.reason_missing': {
    en: 'Say why with --reason: the change is kept with it.',
    es: 'Diga por qué con --reason: el cambio se guarda con ello.',
  },
} satisfies Catalogue;

export const words = { ...refusals, ...commands } satisfies Catalogue;
