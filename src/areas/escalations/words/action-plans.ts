/** What plans of action say: refusals, answers of customers, steps and results. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { ActionPlanRefusal, PlanResult, ResponseCode } from '../rules/action-plan.ts';

export { stepNames } from '../rules/step-names.ts';

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

export const resultNames: Readonly<Record<PlanResult, Phrase>> = {
  paid: { en: 'paid', es: 'pagado' },
  promised: { en: 'promised', es: 'prometido' },
  plan_agreed: { en: 'payment plan agreed', es: 'plan de pagos acordado' },
  resolved: { en: 'cleared up', es: 'aclarado' },
  escalated: { en: 'handed up', es: 'escalado' },
  written_off: { en: 'written off', es: 'castigado' },
  given_up: { en: 'without success', es: 'sin éxito' },
};

/** What the list of action plans says, on the command line and in its file. */
export const planListWords = {
  'command.action_plans': {
    en: 'prints the action plans with their next step; --ended what came of them',
    es: 'imprime los planes de acción con su próximo paso; --ended, en qué quedaron',
  },
  'action_plans.none': { en: 'No account has one.', es: 'Ninguna cuenta tiene uno.' },
  'action_plans.account': { en: 'Account', es: 'Cuenta' },
  'action_plans.name': { en: 'Name', es: 'Nombre' },
  'action_plans.response': { en: 'The customer', es: 'El cliente' },
  'action_plans.goal': { en: 'Goal', es: 'Meta' },
  'action_plans.owner': { en: 'Owner', es: 'Responsable' },
  'action_plans.step': { en: 'Next step', es: 'Próximo paso' },
  'action_plans.step_owner': { en: 'Whose', es: 'De quién' },
  'action_plans.due': { en: 'Due', es: 'Vence' },
  'action_plans.done': { en: 'Done', es: 'Hechos' },
  'action_plans.made': { en: 'Set on', es: 'Fijado el' },
  'action_plans.state': { en: 'State', es: 'Estado' },
  'action_plans.late': { en: 'late', es: 'atrasado' },
  'action_plans.open': { en: 'open', es: 'abierto' },
  'action_plans.to_end': { en: 'every step closed: end it', es: 'todo cerrado: termínelo' },
} satisfies Catalogue;
