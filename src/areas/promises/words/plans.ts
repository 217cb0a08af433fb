/** What plans and settlements say: every refusal, and the command line's own words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { PlansRefusal } from '../rules/plans/refusal.ts';
import type { SettlementRefusal } from '../rules/settlements/states.ts';

const shapes = {
  'plan.amount_unreadable': {
    en: '“{amount}” is not an amount in {currency}. Write one such as 1250.10.',
    es: '«{amount}» no es un importe en {currency}. Escriba uno como 1250.10.',
  },
  'plan.rate_unreadable': {
    en: '“{rate}” is not a rate. Write percent a year such as 9.5.',
    es: '«{rate}» no es una tasa. Escriba el porcentaje anual, como 9.5.',
  },
  'plan.count_out_of_range': {
    en: 'A plan has 1 to {most} instalments, not {count}.',
    es: 'Un plan tiene de 1 a {most} cuotas, no {count}.',
  },
  'plan.rate_out_of_range': {
    en: 'Interest is 0 to 100 percent a year.',
    es: 'El interés es de 0 a 100 por ciento al año.',
  },
  'plan.fee_below_zero': {
    en: 'A fee is not below zero: {fee}.',
    es: 'Un cargo no puede ser negativo: {fee}.',
  },
  'plan.down_not_below_debt': {
    en: 'A down payment of {down} leaves nothing of {debt} to pay in parts.',
    es: 'Un pago inicial de {down} no deja nada de {debt} por pagar en cuotas.',
  },
  'plan.day_has_passed': {
    en: '{day} has already passed. Today is {today}.',
    es: 'El {day} ya pasó. Hoy es {today}.',
  },
  'plan.days_not_rising': {
    en: 'The instalment of {day} does not come after the one before it.',
    es: 'La cuota del {day} no viene después de la anterior.',
  },
  'plan.instalment_not_positive': {
    en: 'Instalment {no} would be {amount}. Lower the edited amounts or take fewer instalments.',
    es: 'La cuota {no} sería {amount}. Baje los importes editados o use menos cuotas.',
  },
  'plan.last_clears': {
    en: 'With interest the last instalment clears what is left; it cannot be edited.',
    es: 'Con intereses, la última cuota salda lo que queda; no se puede editar.',
  },
  'plan.sum_differs': {
    en: 'The instalments add up to {sum}, not {total}: {difference} apart.',
    es: 'Las cuotas suman {sum}, no {total}: difieren en {difference}.',
  },
  'plan.no_such_instalment': {
    en: 'The plan has no instalment {no}.',
    es: 'El plan no tiene la cuota {no}.',
  },
  'plan.nothing_to_cover': {
    en: 'There is no open debt that a plan could cover.',
    es: 'No hay deuda abierta que un plan pueda cubrir.',
  },
} satisfies Catalogue;

const changes = {
  'plan.nothing_changes': { en: 'Nothing would change.', es: 'No cambiaría nada.' },
  'plan.instalment_paid': {
    en: 'Instalment {no} is paid.',
    es: 'La cuota {no} está pagada.',
  },
  'plan.instalment_past': {
    en: 'Instalment {no} was due on {dueOn}. What was missed is caught up, not moved.',
    es: 'La cuota {no} venció el {dueOn}. Lo atrasado se recupera, no se mueve.',
  },
  'plan.below_what_is_paid': {
    en: '{paid} of instalment {no} is paid; it cannot be less.',
    es: 'De la cuota {no} hay {paid} pagados; no puede ser menos.',
  },
  'plan.nothing_past_due': { en: 'Nothing of the plan is past due.', es: 'No hay nada vencido.' },
  'plan.nothing_to_spread_over': {
    en: 'No instalment is still to come. Offer a new plan.',
    es: 'No queda ninguna cuota por venir. Ofrezca un plan nuevo.',
  },
  'plan.beyond_authority': {
    en: 'Nobody here may agree to this.',
    es: 'Aquí nadie puede acordar esto.',
  },
  'plan.changed_since': {
    en: 'What the plan covers has changed since it was offered. Offer it anew.',
    es: 'Lo que cubre el plan cambió desde que se ofreció. Ofrézcalo de nuevo.',
  },
  'plan.item_not_open': {
    en: 'Not every item chosen is an open debt in {currency} of this account.',
    es: 'No todas las partidas elegidas son deudas abiertas en {currency} de esta cuenta.',
  },
  'plan.item_on_plan': {
    en: '{number} is on another plan or settlement already.',
    es: '{number} ya está en otro plan o arreglo.',
  },
  'plan.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'plan.no_such_plan': {
    en: 'This account has no such plan.',
    es: 'Esta cuenta no tiene ese plan.',
  },
  'plan.not_approved': {
    en: 'A second person has to approve the plan first: {who, select, senior {senior collector} manager {AR manager} controller {controller} cfo {CFO} nobody {nobody} other {{who}}}.',
    es: 'Antes debe aprobar el plan otra persona: {who, select, senior {gestor sénior} manager {jefe de cobranza} controller {contralor} cfo {director financiero} nobody {nadie} other {{who}}}.',
  },
  'plan.wrong_state': {
    en: 'That cannot be done to a plan that is {state, select, offered {offered} signed {signed} active {running} late {late} breached {broken} completed {paid} cancelled {cancelled} other {{state}}}.',
    es: 'Eso no se puede hacer con un plan {state, select, offered {ofrecido} signed {firmado} active {en curso} late {atrasado} breached {incumplido} completed {pagado} cancelled {cancelado} other {{state}}}.',
  },
  'plan.card_number': {
    en: 'That is a card number. Write the bank and the last four digits only.',
    es: 'Eso es un número de tarjeta. Escriba solo el banco y las cuatro últimas cifras.',
  },
  'plan.no_such_mandate': {
    en: 'There is no such leave, or it is ended already.',
    es: 'No existe ese permiso o ya terminó.',
  },
  'plan.no_paper': { en: 'No signed paper was uploaded.', es: 'No se subió ningún papel firmado.' },
  'plan.not_a_paper': {
    en: 'The signed paper is a PDF or a picture (JPEG, PNG, TIFF).',
    es: 'El papel firmado es un PDF o una imagen (JPEG, PNG, TIFF).',
  },
  'plan.one_paper': { en: 'Upload one file.', es: 'Suba un archivo.' },
  'plan.reage_once_in_12_months': {
    en: 'The account was aged anew within the last twelve months.',
    es: 'La cuenta ya se rejuveneció en los últimos doce meses.',
  },
  'plan.reage_too_young': {
    en: 'The account is younger than nine months.',
    es: 'La cuenta tiene menos de nueve meses.',
  },
  'plan.reage_too_few_payments': {
    en: 'Three instalments in a row have to be paid first.',
    es: 'Antes deben pagarse tres cuotas seguidas.',
  },
  'plan.reage_twice_in_5_years': {
    en: 'The account was aged anew twice in five years.',
    es: 'La cuenta ya se rejuveneció dos veces en cinco años.',
  },
} satisfies Catalogue;

const settlements = {
  'settlement.beyond_authority': {
    en: 'Nobody here may settle for so little.',
    es: 'Aquí nadie puede aceptar tan poco.',
  },
  'settlement.day_has_passed': {
    en: '{day} has already passed. Today is {today}.',
    es: 'El {day} ya pasó. Hoy es {today}.',
  },
  'settlement.no_such_settlement': {
    en: 'This account has no such settlement.',
    es: 'Esta cuenta no tiene ese arreglo.',
  },
  'settlement.not_below_debt': {
    en: 'A settlement is above zero and below the debt of {debt}: not {offer}.',
    es: 'Un arreglo es mayor que cero y menor que la deuda de {debt}: no {offer}.',
  },
  'settlement.not_open': {
    en: 'Only an offer that stands can be taken back.',
    es: 'Solo se puede retirar una oferta vigente.',
  },
} satisfies Readonly<Record<SettlementRefusal, Phrase>>;

const refusals = { ...shapes, ...changes } satisfies Readonly<Record<PlansRefusal, Phrase>>;

export const planWords = { ...refusals, ...settlements };
