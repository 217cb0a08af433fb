/** Every refusal of planning an absence, of covering and of deciding for somebody. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { AbsenceEndRefusal, AbsenceRefusal } from '../rules/absence.ts';
import type { CoverRefusal } from '../rules/cover.ts';
import type { DecisionRefusal } from '../rules/decision.ts';

const absences = {
  'team.absence_backwards': {
    en: 'The last day, {last}, lies before the first, {from}.',
    es: 'El último día, {last}, es anterior al primero, {from}.',
  },
  'team.absence_in_the_past': {
    en: 'This absence was over on {last}. Plan one that ends today or later.',
    es: 'Esa ausencia terminó el {last}. Planifique una que termine hoy o después.',
  },
  'team.absence_overlaps': {
    en: 'There is already an absence from {from} to {last}. Call it off, or choose other days.',
    es: 'Ya hay una ausencia del {from} al {last}. Anúlela o elija otros días.',
  },
  'team.absence_too_long': {
    en: 'An absence may last {days} days. For longer, give the accounts to somebody else.',
    es: 'Una ausencia puede durar {days} días. Si es más larga, asigne las cuentas a otra persona.',
  },
  'team.absence_not_planned': {
    en: 'This absence has begun or is over, so it cannot be called off. Say “back early” instead.',
    es: 'Esa ausencia ya empezó o terminó y no puede anularse. Use «volví antes».',
  },
  'team.absence_not_active': {
    en: 'Only an absence that is going on can end early.',
    es: 'Solo una ausencia en curso puede terminar antes.',
  },
  'team.absence_not_over': {
    en: 'The work is handed back once the absence is over.',
    es: 'El trabajo se devuelve cuando termina la ausencia.',
  },
  'team.no_such_absence': { en: 'There is no such absence.', es: 'No existe esa ausencia.' },
  'team.only_who_was_away': {
    en: 'Only who was away can take the work back.',
    es: 'Solo quien estuvo ausente puede recuperar el trabajo.',
  },
  'team.only_for_yourself': {
    en: 'You can plan only your own absence. Ask your manager to plan it for others.',
    es: 'Solo puede planificar su propia ausencia. Pida a su jefe que planifique la de otros.',
  },
} satisfies Record<AbsenceRefusal | AbsenceEndRefusal, Phrase> & Catalogue;

const covers = {
  'team.cover_away_too': {
    en: '{name} is away in these days too. Choose somebody else, or say that it is handed on.',
    es: '{name} también está ausente esos días. Elija a otra persona o indique que se pasa a su suplente.',
  },
  'team.cover_has_left': {
    en: '{name} no longer works here and cannot cover.',
    es: '{name} ya no trabaja aquí y no puede suplir.',
  },
  'team.cover_lacks_permission': {
    en: '{name} may not do this work: {permission} is missing.',
    es: '{name} no puede hacer ese trabajo: falta {permission}.',
  },
  'team.cover_other_company': {
    en: '{name} does not work for {company} and would not see these accounts.',
    es: '{name} no trabaja para {company} y no vería esas cuentas.',
  },
  'team.cover_ring': {
    en: 'The covers go round in a ring and the work would come back to who is away.',
    es: 'Las suplencias forman un círculo y el trabajo volvería a quien está ausente.',
  },
  'team.cover_split_gap': {
    en: 'Nobody would cover accounts with {letter} in {company}. Close the gap.',
    es: 'Nadie supliría las cuentas con {letter} en {company}. Cierre el hueco.',
  },
  'team.cover_split_twice': {
    en: 'Two people would cover accounts with {letter} in {company}. Each account has one cover.',
    es: 'Dos personas suplirían las cuentas con {letter} en {company}. Cada cuenta tiene un suplente.',
  },
  'team.cover_gives_yourself_approvals': {
    en: 'You plan this absence for somebody else, so their approvals do not come to you. Name another person for them.',
    es: 'Usted planifica esta ausencia de otra persona, así que sus aprobaciones no pasan a usted. Nombre a otra persona para ellas.',
  },
  'team.cover_yourself': {
    en: 'Nobody covers themselves. Choose somebody else.',
    es: 'Nadie se suple a sí mismo. Elija a otra persona.',
  },
  'team.covers_meanwhile': {
    en: 'This person covers somebody from {from} to {last}. Say that it is handed on, or choose other days.',
    es: 'Esta persona suple a alguien del {from} al {last}. Indique que se pasa a otro, o elija otros días.',
  },
} satisfies Record<CoverRefusal, Phrase>;

const decisions = {
  'team.decides_for_the_maker': {
    en: 'The person you cover asked for this, so you cannot decide it for them.',
    es: 'Lo pidió la persona a la que usted suple; no puede decidirlo por ella.',
  },
  'team.decides_own_request': {
    en: 'You asked for this yourself. Somebody else must decide it.',
    es: 'Lo pidió usted. Debe decidirlo otra persona.',
  },
  'team.decision_lacks_permission': {
    en: 'Your role does not let you decide this, not even as a cover.',
    es: 'Su función no le permite decidirlo, ni siquiera como suplente.',
  },
  'team.decision_not_theirs': {
    en: 'This is for somebody else to decide, and you do not cover them today.',
    es: 'Le corresponde a otra persona, y hoy usted no la suple.',
  },
} satisfies Record<DecisionRefusal, Phrase>;

export const words = { ...absences, ...covers, ...decisions } satisfies Catalogue;
