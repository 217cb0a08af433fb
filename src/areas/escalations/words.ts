/** Refusals of escalations, and what the command line says of them. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { EscalationState } from './rules/escalation.ts';
import type { EscalationRefusal } from './rules/refusal.ts';
import { actionPlanWords, planListWords } from './words/action-plans.ts';

export const words = {
  ...actionPlanWords,
  ...planListWords,
  'escalations.only_people': {
    en: 'Only a person escalates and answers, not a job or the command line.',
    es: 'Solo una persona escala y responde, no una tarea ni la línea de comandos.',
  },
  'escalations.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'escalations.no_such_escalation': {
    en: 'There is no such escalation in your companies.',
    es: 'No existe ese escalamiento en sus empresas.',
  },
  'escalations.name_somebody': {
    en: 'No one person fits. Name who is asked.',
    es: 'No hay una única persona adecuada. Indique a quién se pregunta.',
  },
  'escalations.not_to_oneself': {
    en: 'One does not escalate to oneself.',
    es: 'Nadie escala a sí mismo.',
  },
  'escalations.not_yours': {
    en: 'Who was asked answers; who asked takes it back or reads the answer.',
    es: 'Responde a quien se preguntó; quien preguntó la retira o lee la respuesta.',
  },
  'escalations.not_open': {
    en: '{state, select, answered {It is answered already.} closed {It is closed.} other {Who asked took it back.}}',
    es: '{state, select, answered {Ya está respondido.} closed {Está cerrado.} other {Quien preguntó lo retiró.}}',
  },
  'escalations.not_answered': {
    en: '{state, select, open {It is not answered yet.} other {It is closed.}}',
    es: '{state, select, open {Aún no está respondido.} other {Está cerrado.}}',
  },
  'command.escalations': {
    en: 'prints what was handed up and waits for an answer',
    es: 'imprime lo que se escaló y espera respuesta',
  },
  'escalations.none': { en: 'Nothing is escalated.', es: 'No hay nada escalado.' },
  'escalations.account': { en: 'Account', es: 'Cuenta' },
  'escalations.asker': { en: 'Asked by', es: 'Pregunta' },
  'escalations.addressee': { en: 'Of', es: 'A' },
  'escalations.due': { en: 'Due', es: 'Vence' },
  'escalations.state': { en: 'State', es: 'Estado' },
  'escalations.question': { en: 'Question', es: 'Pregunta' },
  'escalations.state_open': { en: 'open', es: 'abierto' },
  'escalations.state_answered': { en: 'answered', es: 'respondido' },
  'escalations.state_closed': { en: 'closed', es: 'cerrado' },
  'escalations.state_withdrawn': { en: 'taken back', es: 'retirado' },
} satisfies Record<EscalationRefusal | `escalations.state_${EscalationState}`, Phrase> & Catalogue;
