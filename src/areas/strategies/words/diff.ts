/** What changes between two versions of a strategy, as sentences. */
import type { Phrase } from '#kernel/words.ts';
import type { DiffCode } from '../rules/diff.ts';

export const diffWords = {
  'strategy.diff_added': {
    en: 'New strategy {key} with {steps, plural, one {# step} other {# steps}}.',
    es: 'Estrategia nueva {key} con {steps, plural, one {# paso} other {# pasos}}.',
  },
  'strategy.diff_name': { en: 'It is called {to}, not {from}.', es: 'Se llama {to}, no {from}.' },
  'strategy.diff_company': {
    en: 'Company: {to} instead of {from} (* is all).',
    es: 'Empresa: {to} en lugar de {from} (* es todas).',
  },
  'strategy.diff_inherits': {
    en: 'It inherits from {to} instead of {from}.',
    es: 'Hereda de {to} en lugar de {from}.',
  },
  'strategy.diff_order': {
    en: 'Its place moves from {from} to {to}.',
    es: 'Su lugar pasa de {from} a {to}.',
  },
  'strategy.diff_segment': {
    en: 'It is for: {to}. Before: {from}.',
    es: 'Es para: {to}. Antes: {from}.',
  },
  'strategy.diff_level': {
    en: 'One notice for each {to, select, invoice {invoice} other {account}}, not for each {from, select, invoice {invoice} other {account}}.',
    es: 'Un aviso por {to, select, invoice {factura} other {cuenta}}, no por {from, select, invoice {factura} other {cuenta}}.',
  },
  'strategy.diff_minimum_set': {
    en: 'The minimum in {currency} goes from {from} to {to}.',
    es: 'El mínimo en {currency} pasa de {from} a {to}.',
  },
  'strategy.diff_minimum_dropped': {
    en: 'There is no minimum in {currency} any more.',
    es: 'Ya no hay mínimo en {currency}.',
  },
  'strategy.diff_between_notices': {
    en: '{to} days between notices, not {from}.',
    es: '{to} días entre avisos, no {from}.',
  },
  'strategy.diff_net_credits_on': {
    en: 'Unapplied credits are taken off first.',
    es: 'Primero se descuentan los créditos sin aplicar.',
  },
  'strategy.diff_net_credits_off': {
    en: 'Unapplied credits are no longer taken off.',
    es: 'Ya no se descuentan los créditos sin aplicar.',
  },
  'strategy.diff_charges_quote': {
    en: 'Interest and fees are only named in the notice.',
    es: 'Los intereses y cargos solo se indican en el aviso.',
  },
  'strategy.diff_charges_book': {
    en: 'Interest and fees are booked with the notice.',
    es: 'Los intereses y cargos se contabilizan con el aviso.',
  },
  'strategy.diff_charges_off': {
    en: 'No interest and no fees any more.',
    es: 'Ya no hay intereses ni cargos.',
  },
  'strategy.diff_interest': {
    en: 'Interest: {to}. Before: {from}.',
    es: 'Intereses: {to}. Antes: {from}.',
  },
  'strategy.diff_interest_off': { en: 'No interest any more.', es: 'Ya no hay intereses.' },
  'strategy.diff_fee': {
    en: 'A fee of {amount} with {step}.',
    es: 'Un cargo de {amount} con {step}.',
  },
  'strategy.diff_fee_off': {
    en: 'No fee with {step} any more (was {amount}).',
    es: 'Ya no hay cargo con {step} (era {amount}).',
  },
  'strategy.diff_step_added': {
    en: 'New step {step} on day {days}: {act}.',
    es: 'Paso nuevo {step} el día {days}: {act}.',
  },
  'strategy.diff_step_dropped': {
    en: '{step} (day {days}) is gone.',
    es: '{step} (día {days}) desaparece.',
  },
  'strategy.diff_step_days': {
    en: '{step} moves from day {from} to day {to}.',
    es: '{step} pasa del día {from} al día {to}.',
  },
  'strategy.diff_step_act': {
    en: '{step} is now {to}, not {from}.',
    es: '{step} ahora es {to}, no {from}.',
  },
  'strategy.diff_step_template': {
    en: '{step} uses the template {to} instead of {from}.',
    es: '{step} usa la plantilla {to} en lugar de {from}.',
  },
  'strategy.diff_step_to': {
    en: '{step} goes to {to} instead of {from}.',
    es: '{step} va a {to} en lugar de {from}.',
  },
  'strategy.diff_step_approval': {
    en: '{step}: a person approves it {to}; before: {from}.',
    es: '{step}: una persona lo aprueba {to}; antes: {from}.',
  },
  'strategy.diff_step_when': {
    en: '{step} only when {to}; before: {from}.',
    es: '{step} solo si {to}; antes: {from}.',
  },
  'strategy.diff_step_wait': {
    en: '{step} waits {to} days after the step before; it was {from}.',
    es: '{step} espera {to} días tras el paso anterior; eran {from}.',
  },
  'strategy.diff_step_minimum': {
    en: '{step}: minimum {to}; it was {from}.',
    es: '{step}: mínimo {to}; era {from}.',
  },
  'strategy.diff_step_escalation': {
    en: '{step} goes up to {to}; it was {from}.',
    es: '{step} sube a {to}; era {from}.',
  },
  'strategy.diff_step_also': {
    en: '{step} does besides: {to}; it was {from}.',
    es: '{step} hace además: {to}; era {from}.',
  },
  'strategy.diff_step_name': {
    en: '{step} is called {to}, not {from}.',
    es: '{step} se llama {to}, no {from}.',
  },
  'strategy.diff_branch_added': {
    en: 'After {event} the next step is {step}.',
    es: 'Tras {event} el siguiente paso es {step}.',
  },
  'strategy.diff_branch_dropped': {
    en: '{event} no longer leads to {step}.',
    es: '{event} ya no lleva a {step}.',
  },
  'strategy.diff_vip': {
    en: 'The rules for important accounts change ({from} before, {to} now).',
    es: 'Cambian las reglas para cuentas importantes ({from} antes, {to} ahora).',
  },
  'strategy.diff_exclusion_added': {
    en: '{by} {value} is left alone until {until}: {reason}.',
    es: '{by} {value} queda aparte hasta el {until}: {reason}.',
  },
  'strategy.diff_exclusion_dropped': {
    en: '{by} {value} is no longer left alone.',
    es: '{by} {value} ya no queda aparte.',
  },
  'strategy.diff_exclusion_until': {
    en: '{by} {value} is left alone until {to}, not {from}.',
    es: '{by} {value} queda aparte hasta el {to}, no el {from}.',
  },
  'strategy.diff_experiment_on': {
    en: '{share} % of the accounts try {challenger} from {from} to {to}.',
    es: 'El {share} % de las cuentas prueba {challenger} del {from} al {to}.',
  },
  'strategy.diff_experiment_off': { en: 'The experiment ends.', es: 'Termina el experimento.' },
  'strategy.diff_examples': {
    en: '{to} examples instead of {from}.',
    es: '{to} ejemplos en lugar de {from}.',
  },
} satisfies Readonly<Record<`strategy.diff_${DiffCode}`, Phrase>>;
