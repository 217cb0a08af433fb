/** What runs of the strategies, their steps and their switches say. */
import type { Phrase } from '#kernel/words.ts';
import type { WhyCode } from '../rules/decision.ts';
import type { StepAct } from '../rules/document.ts';
import type { ProposalState } from '../rules/proposal.ts';

type Said =
  | `strategies.act_${StepAct}`
  | `strategies.state_${ProposalState}`
  | `strategies.why_${WhyCode}`;

export const runWords = {
  'command.run': {
    en: 'Decide today’s steps of the strategies, rehearse a day, or replay a run',
    es: 'Decidir los pasos de hoy, ensayar un día o repetir una ejecución',
  },
  'strategies.account': { en: 'Account', es: 'Cuenta' },
  'strategies.name': { en: 'Name', es: 'Nombre' },
  'strategies.strategy': { en: 'Strategy', es: 'Estrategia' },
  'strategies.step': { en: 'Step', es: 'Paso' },
  'strategies.act': { en: 'By', es: 'Por' },
  'strategies.amount': { en: 'Asks for', es: 'Pide' },
  'strategies.currency': { en: 'Currency', es: 'Moneda' },
  'strategies.days_late': { en: 'Days late', es: 'Días de atraso' },
  'strategies.state': { en: 'State', es: 'Estado' },
  'strategies.run_done': {
    en: '{accounts, number} accounts as of {asOf}: {stored, number} decisions kept, {proposed, number} steps proposed, {withdrawn, number} withdrawn (run {run}).',
    es: '{accounts, number} cuentas al {asOf}: {stored, number} decisiones guardadas, {proposed, number} pasos propuestos, {withdrawn, number} retirados (ejecución {run}).',
  },
  'strategies.run_rehearsed': {
    en: 'Rehearsed, nothing kept: {accounts, number} accounts as of {asOf}, {proposed, number} steps would be proposed, {withdrawn, number} withdrawn.',
    es: 'Ensayo, nada guardado: {accounts, number} cuentas al {asOf}, se propondrían {proposed, number} pasos y se retirarían {withdrawn, number}.',
  },
  'strategies.replayed': {
    en: '{same, number} of {decisions, number} decisions came out the same to the byte.',
    es: '{same, number} de {decisions, number} decisiones resultaron idénticas byte por byte.',
  },
  'strategies.no_such_run': { en: 'There is no run {run}.', es: 'No existe la ejecución {run}.' },
  'strategies.versions_differ': {
    en: 'The versions that run {run} was made with cannot be found again.',
    es: 'No se encuentran las versiones con que se hizo la ejecución {run}.',
  },
  'strategies.run_ended': {
    en: 'Run {run} has ended already.',
    es: 'La ejecución {run} ya terminó.',
  },
  'strategies.none_in_force': {
    en: 'No strategy is in force on {day}: publish one first.',
    es: 'Ninguna estrategia rige el {day}: publique una primero.',
  },
  'strategies.no_such_step': {
    en: 'One of these steps is not there, or belongs to a company that you do not see.',
    es: 'Uno de estos pasos no existe o es de una empresa que usted no ve.',
  },
  'strategies.step_not_open': {
    en: 'The step of {account} is {state} already.',
    es: 'El paso de {account} ya está {state}.',
  },
  'strategies.hold_needs_day': {
    en: 'Say the day on which the step is looked at again.',
    es: 'Indique el día en que se revisará de nuevo el paso.',
  },
  'strategies.hold_day_has_passed': {
    en: '{day} is not after today: a step is put off to a later day.',
    es: '{day} no es posterior a hoy: un paso se aplaza a un día futuro.',
  },
  'strategies.no_such_company': {
    en: 'There is no such company, or you do not see it.',
    es: 'No existe esa empresa o usted no la ve.',
  },
  'strategies.experiment_over': {
    en: 'The experiment of {strategy} ended on {to}. Publish a version with other days first.',
    es: 'El experimento de {strategy} terminó el {to}. Publique antes una versión con otros días.',
  },
  'strategies.no_experiment': {
    en: 'The strategy {strategy} in force has no experiment to switch on.',
    es: 'La estrategia vigente {strategy} no tiene ningún experimento que activar.',
  },
  'strategies.no_such_version': {
    en: 'There is no version {version} of {key}.',
    es: 'No existe la versión {version} de {key}.',
  },
  'strategies.window_too_long': {
    en: 'A simulation looks back over at most {days} days.',
    es: 'Una simulación abarca como máximo {days} días.',
  },
  'strategies.window_not_past': {
    en: 'From {from} to {to} is no stretch of past days.',
    es: 'Del {from} al {to} no es un período pasado.',
  },
  'strategies.no_such_simulation': {
    en: 'There is no such simulation.',
    es: 'No existe esa simulación.',
  },
  'strategies.simulation_ended': {
    en: 'The simulation has ended already.',
    es: 'La simulación ya terminó.',
  },
  'strategies.version_unreadable': {
    en: 'The version no longer fits what it inherits from.',
    es: 'La versión ya no concuerda con aquella de la que hereda.',
  },
  'strategies.act_email': { en: 'Email', es: 'Correo electrónico' },
  'strategies.act_letter': { en: 'Letter', es: 'Carta' },
  'strategies.act_sms': { en: 'Text', es: 'Mensaje de texto' },
  'strategies.act_call': { en: 'Call', es: 'Llamada' },
  'strategies.act_task': { en: 'Task', es: 'Tarea' },
  'strategies.act_escalate': { en: 'Escalate', es: 'Escalar' },
  'strategies.act_propose_hold': { en: 'Propose a hold', es: 'Proponer retención' },
  'strategies.act_propose_agency': { en: 'Propose an agency', es: 'Proponer agencia' },
  'strategies.state_proposed': { en: 'Proposed', es: 'Propuesto' },
  'strategies.state_approved': { en: 'Approved', es: 'Aprobado' },
  'strategies.state_held': { en: 'Held', es: 'En espera' },
  'strategies.state_rejected': { en: 'Rejected', es: 'Rechazado' },
  'strategies.state_blocked': { en: 'Blocked', es: 'Bloqueado' },
  'strategies.state_queued': { en: 'On its way', es: 'En camino' },
  'strategies.state_done': { en: 'Done', es: 'Hecho' },
  'strategies.state_failed': { en: 'Failed', es: 'Fallido' },
  'strategies.state_withdrawn': { en: 'Withdrawn', es: 'Retirado' },
  'strategies.why_no_strategy': {
    en: 'No strategy takes this account',
    es: 'Ninguna estrategia toma esta cuenta',
  },
  'strategies.why_excluded': {
    en: 'Left alone until {until}: {reason}',
    es: 'Excluida hasta {until}: {reason}',
  },
  'strategies.why_status': { en: 'The account is {status}', es: 'La cuenta está {status}' },
  'strategies.why_hold': { en: 'A hold stands: {hold}', es: 'Rige una suspensión: {hold}' },
  'strategies.why_nothing_open': { en: 'Nothing is owed', es: 'No debe nada' },
  'strategies.why_nothing_due': {
    en: 'Nothing may be asked for today',
    es: 'Hoy no hay nada que pedir',
  },
  'strategies.why_disputed': {
    en: '{amount} is disputed',
    es: '{amount} en disputa',
  },
  'strategies.why_promised': {
    en: '{amount} is promised',
    es: '{amount} prometido',
  },
  'strategies.why_planned': {
    en: '{amount} is on a payment plan',
    es: '{amount} está en un plan de pagos',
  },
  'strategies.why_cash_in_flight': {
    en: '{amount} was seen and is not posted yet',
    es: '{amount} visto y aún sin registrar',
  },
  'strategies.why_credits_cover': {
    en: 'Apply the credit: {amount} on account covers it',
    es: 'Aplique el crédito: {amount} a cuenta lo cubre',
  },
  'strategies.why_credits_first': {
    en: 'Apply {amount} on account first',
    es: 'Aplique primero {amount} a cuenta',
  },
  'strategies.why_below_minimum': {
    en: '{amount} is below the minimum',
    es: '{amount} es menos que el mínimo',
  },
  'strategies.why_not_late_enough': {
    en: 'Not late enough: {step} from {on}',
    es: 'Aún no hay atraso suficiente: {step} desde {on}',
  },
  'strategies.why_waiting': {
    en: 'Wait between notices: {step} from {on}',
    es: 'Espera entre avisos: {step} desde {on}',
  },
  'strategies.why_condition': {
    en: 'The condition of {step} does not hold',
    es: 'No se cumple la condición de {step}',
  },
  'strategies.why_ladder_done': {
    en: 'Every step was done',
    es: 'Todos los pasos están hechos',
  },
} satisfies Record<Said, Phrase> & Record<string, Phrase>;
