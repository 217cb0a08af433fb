/** What the disputes say: every refusal with its remedy. */
import type { Phrase } from '#kernel/words.ts';
import type { DisputeRefusal } from './rules/refusal.ts';

export const words = {
  'dispute.amount_not_positive': {
    en: 'A dispute is over an amount above zero, not {amount}.',
    es: 'Un reclamo es por un importe mayor que cero, no {amount}.',
  },
  'dispute.amount_unreadable': {
    en: '“{amount}” is not an amount in {currency}. Write one such as 1250.10.',
    es: '«{amount}» no es un importe en {currency}. Escriba uno como 1250.10.',
  },
  'dispute.disputed_already': {
    en: 'All that is open of {number} is disputed already.',
    es: 'Todo lo abierto de {number} ya está en reclamo.',
  },
  'dispute.item_named_twice': {
    en: 'The same item is named twice. Name it once, with the whole amount.',
    es: 'La misma partida aparece dos veces. Nómbrela una vez, con todo el importe.',
  },
  'dispute.item_not_open': {
    en: 'Not every item chosen is open in this currency on this account. {number}',
    es: 'No todas las partidas elegidas están abiertas en esta moneda en esta cuenta. {number}',
  },
  'dispute.more_than_open': {
    en: 'Only {open} of {number} is open and not disputed yet, so {amount} cannot be disputed.',
    es: 'De {number} solo hay {open} abierto y sin reclamo, así que no se puede reclamar {amount}.',
  },
  'dispute.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'dispute.no_such_person': {
    en: 'Nobody of the team can own this dispute under that name. Choose somebody who works here.',
    es: 'Nadie del equipo puede llevar este reclamo. Elija a alguien que trabaje aquí.',
  },
  'dispute.answer_empty': {
    en: 'An answer says something, or brings a file.',
    es: 'Una respuesta dice algo o trae un archivo.',
  },
  'dispute.cause_missing': {
    en: 'Say the root cause before you decide; what nobody knows is “not known”.',
    es: 'Diga la causa antes de decidir; lo que nadie sabe es «no se sabe».',
  },
  'dispute.closed': {
    en: 'This case is closed. Open it again to go on with it.',
    es: 'Este caso está cerrado. Ábralo de nuevo para seguir.',
  },
  'dispute.decided': {
    en: 'This case is {state, select, decided {decided and waits for what was asked for} closed {closed} other {not closed}}, so that cannot be done now.',
    es: 'Este caso {state, select, decided {está decidido y espera lo que se pidió} closed {está cerrado} other {no está cerrado}}; eso no se puede hacer ahora.',
  },
  'dispute.decided_otherwise': {
    en: 'The case was decided otherwise meanwhile.',
    es: 'El caso se decidió de otra forma mientras tanto.',
  },
  'dispute.file_too_large': {
    en: '{file} is too large: {most} MB is the most.',
    es: '{file} es demasiado grande: lo más son {most} MB.',
  },
  'dispute.file_unfit': {
    en: '{file} is no PDF and no picture (PNG, JPEG, TIFF), so it is not taken.',
    es: '{file} no es un PDF ni una imagen (PNG, JPEG, TIFF); no se acepta.',
  },
  'dispute.link_expired': {
    en: 'This link has expired. Ask whoever sent it for a new one.',
    es: 'Este enlace venció. Pida uno nuevo a quien se lo envió.',
  },
  'dispute.link_over': {
    en: 'This question has been settled. Thank you; nothing is left to do.',
    es: 'Este asunto ya se resolvió. Gracias; no queda nada por hacer.',
  },
  'dispute.link_revoked': {
    en: 'This link was taken back. Ask whoever sent it for a new one.',
    es: 'Este enlace fue anulado. Pida uno nuevo a quien se lo envió.',
  },
  'dispute.link_too_long': {
    en: 'A link lasts from 1 to {most} days, not {days}.',
    es: 'Un enlace dura de 1 a {most} días, no {days}.',
  },
  'dispute.link_unknown': {
    en: 'This link opens nothing. Check that you have all of it.',
    es: 'Este enlace no abre nada. Revise que lo tenga completo.',
  },
  'dispute.link_used_up': {
    en: 'This link has taken as many answers as it may. Ask for a new one.',
    es: 'Este enlace ya recibió todas las respuestas que admite. Pida uno nuevo.',
  },
  'dispute.more_than_disputed': {
    en: 'Only {disputed} is disputed, so {amount} cannot be credited.',
    es: 'Solo hay {disputed} en reclamo; no se puede acreditar {amount}.',
  },
  'dispute.no_owner': {
    en: 'Nobody is named who must find out. Assign the case first.',
    es: 'Nadie está a cargo de averiguar. Asigne primero el caso.',
  },
  'dispute.no_rate': {
    en: 'There is no rate for {currency} today, so nobody knows who may approve it.',
    es: 'No hay tipo de cambio de {currency} hoy; no se sabe quién puede aprobarlo.',
  },
  'dispute.no_such_case': {
    en: 'There is no such case on this account.',
    es: 'No existe ese caso en esta cuenta.',
  },
  'dispute.no_such_company': {
    en: 'There is no company {company} that you see.',
    es: 'No hay una empresa {company} que usted vea.',
  },
  'dispute.no_such_document': {
    en: 'There is no other invoice {number} on this account. Bill it first, then name it here.',
    es: 'No hay otra factura {number} en esta cuenta. Emítala primero y luego nómbrela aquí.',
  },
  'dispute.no_such_file': { en: 'There is no such file.', es: 'No existe ese archivo.' },
  'dispute.no_such_link': {
    en: 'There is no such link in this case.',
    es: 'No existe ese enlace en este caso.',
  },
  'dispute.not_for_rebill': {
    en: 'Only a case that was credited to be billed anew takes a new invoice.',
    es: 'Solo un caso acreditado para refacturar admite una factura nueva.',
  },
  'dispute.nothing_open': {
    en: 'Nothing that this case contests is open any more.',
    es: 'Nada de lo que reclama este caso sigue abierto.',
  },
  'dispute.nothing_overdue': {
    en: 'Nothing of it is overdue and undisputed, so there is no lateness to explain.',
    es: 'Nada de ello está vencido sin reclamo; no hay atraso que explicar.',
  },
  'dispute.other_currency': {
    en: 'One case is in one currency. Open a case for each.',
    es: 'Un caso es en una sola moneda. Abra uno por cada una.',
  },
  'dispute.too_many_files': {
    en: '{files} files are too many: {most} at once.',
    es: '{files} archivos son demasiados: {most} a la vez.',
  },
  'dispute.two_owners': {
    en: 'Either somebody of the desk owns the case or somebody outside, not both.',
    es: 'El caso lo lleva alguien del equipo o alguien de fuera, no ambos.',
  },
  'dispute.write_off_failed': {
    en: 'It cannot be written off now ({why}).',
    es: 'No se puede castigar ahora ({why}).',
  },
} satisfies Readonly<Record<DisputeRefusal, Phrase>>;
