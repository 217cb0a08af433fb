/** What plans of action say: refusals, answers of customers, steps and results. */
import type { Phrase } from '#kernel/words.ts';
import type {
  ActionPlanRefusal,
  PlanResult,
  ResponseCode,
  StepCode,
} from '../rules/action-plan.ts';

export const actionPlanWords = {
  'action_plan.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'action_plan.open_already': {
    en: 'The account has an open action plan of {day}. End that one first.',
    es: 'La cuenta tiene un plan de acción abierto del {day}. Termínelo antes.',
  },
  'action_plan.no_owner': {
    en: 'Nobody works this account. Name who owns the plan.',
    es: 'Nadie lleva esta cuenta. Indique de quién es el plan.',
  },
  'action_plan.no_such_person': {
    en: 'Nobody of the team can own the plan under that name.',
    es: 'Nadie del equipo puede llevar el plan.',
  },
  'action_plan.no_such_plan': {
    en: 'This account has no such action plan.',
    es: 'Esta cuenta no tiene ese plan de acción.',
  },
  'action_plan.no_such_step': {
    en: 'The plan has no step {no}.',
    es: 'El plan no tiene el paso {no}.',
  },
  'action_plan.ended': {
    en: 'The plan has ended. Set a new one.',
    es: 'El plan terminó. Haga uno nuevo.',
  },
  'action_plan.step_closed': {
    en: 'Step {no} is closed already.',
    es: 'El paso {no} ya está cerrado.',
  },
  'action_plan.day_missing': { en: 'Say the new day.', es: 'Indique el nuevo día.' },
  'action_plan.day_has_passed': {
    en: '{day} has already passed. Today is {today}.',
    es: 'El {day} ya pasó. Hoy es {today}.',
  },
} satisfies Readonly<Record<ActionPlanRefusal, Phrase>>;

export const responseNames: Readonly<Record<ResponseCode, Phrase>> = {
  no_invoice: { en: 'has no invoice', es: 'no tiene la factura' },
  reference_missing: { en: 'misses a reference', es: 'falta una referencia' },
  disputes: { en: 'contests it', es: 'lo reclama' },
  cash_flow: { en: 'has no money now', es: 'no tiene dinero ahora' },
  own_process: { en: 'pays by its own calendar', es: 'paga según su calendario' },
  refuses: { en: 'refuses to pay', es: 'se niega a pagar' },
  broke_promise: { en: 'broke a promise', es: 'incumplió una promesa' },
  no_answer: { en: 'does not answer', es: 'no contesta' },
  wrong_contact: { en: 'wrong contact', es: 'contacto equivocado' },
  other: { en: 'something else', es: 'otra cosa' },
};

export const stepNames: Readonly<Record<StepCode, Phrase>> = {
  resend_invoice: { en: 'Send the invoice again', es: 'Reenviar la factura' },
  confirm_receipt: { en: 'Confirm that it arrived', es: 'Confirmar que llegó' },
  ask_reference: { en: 'Get the missing reference', es: 'Conseguir la referencia' },
  rebill_reference: { en: 'Have it billed with the reference', es: 'Facturar con la referencia' },
  open_case: { en: 'Open the dispute', es: 'Abrir el reclamo' },
  answer_case: { en: 'Answer the dispute', es: 'Responder el reclamo' },
  learn_cash_flow: { en: 'Learn when money comes in', es: 'Saber cuándo entra dinero' },
  offer_plan: { en: 'Offer a payment plan', es: 'Ofrecer un plan de pagos' },
  review_limit: { en: 'Review the credit limit', es: 'Revisar el límite de crédito' },
  check_payment: { en: 'Check that the money came', es: 'Comprobar que llegó el dinero' },
  learn_pay_run: { en: 'Learn the day of their pay run', es: 'Saber su día de pagos' },
  agree_day: { en: 'Agree the day of payment', es: 'Acordar el día de pago' },
  escalate: { en: 'Hand it up', es: 'Escalarlo' },
  hold_orders: { en: 'Have new orders held', es: 'Retener pedidos nuevos' },
  final_demand: { en: 'Send the final letter', es: 'Enviar la carta final' },
  decide_next: {
    en: 'Decide: agency, lawyer or write-off',
    es: 'Decidir: agencia, abogado o castigo',
  },
  call_anew: { en: 'Call again', es: 'Llamar de nuevo' },
  find_contact: { en: 'Find who pays there', es: 'Hallar a quien paga' },
  write_letter: { en: 'Write a letter', es: 'Escribir una carta' },
  ask_sales: { en: 'Ask sales to visit', es: 'Pedir una visita de ventas' },
};

export const resultNames: Readonly<Record<PlanResult, Phrase>> = {
  paid: { en: 'paid', es: 'pagado' },
  promised: { en: 'promised', es: 'prometido' },
  plan_agreed: { en: 'payment plan agreed', es: 'plan de pagos acordado' },
  resolved: { en: 'cleared up', es: 'aclarado' },
  escalated: { en: 'handed up', es: 'escalado' },
  written_off: { en: 'written off', es: 'castigado' },
  given_up: { en: 'without success', es: 'sin éxito' },
};
