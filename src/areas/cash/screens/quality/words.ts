/** What the match quality page says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  title: { en: 'Match quality', es: 'Calidad de la aplicación' },
  sub: {
    en: 'How often the engine was right, and how often people had to take back what it posted',
    es: 'Cuántas veces acertó el motor y cuántas hubo que deshacer lo que contabilizó',
  },
  month: { en: 'Month', es: 'Mes' },
  source: { en: 'Source', es: 'Origen' },
  receipts: { en: 'Receipts', es: 'Cobros' },
  touchless: { en: 'Touchless', es: 'Sin intervención' },
  hits: { en: 'Invoice hits', es: 'Aciertos por factura' },
  wrong: { en: 'False matches', es: 'Aplicaciones falsas' },
  none: { en: 'Nothing was posted yet', es: 'Aún no se contabilizó nada' },
  none_why: {
    en: 'The figures come from what people later correct.',
    es: 'Las cifras salen de lo que luego se corrige.',
  },
  of: { en: '{part} of {whole}', es: '{part} de {whole}' },
  policy: { en: 'Matching policy', es: 'Política de aplicación' },
  policy_standard: { en: 'The standard policy is in force.', es: 'Rige la política estándar.' },
  policy_in_force: { en: 'Version {version} is in force.', es: 'Rige la versión {version}.' },
  version: { en: 'Version {version} by {by}', es: 'Versión {version} de {by}' },
  waiting: { en: 'waits for approval', es: 'espera aprobación' },
  approved: { en: 'approved by {by}', es: 'aprobada por {by}' },
  rejected: { en: 'rejected by {by}', es: 'rechazada por {by}' },
  approve: { en: 'Approve', es: 'Aprobar' },
  reject: { en: 'Reject', es: 'Rechazar' },
  propose: { en: 'Propose a version …', es: 'Proponer una versión …' },
  post_from: { en: 'Post by itself from', es: 'Contabilizar solo desde' },
  subset: {
    en: 'Post the only combination by itself',
    es: 'Contabilizar sola la única combinación',
  },
  unexplained: {
    en: 'Put on account what nothing explains',
    es: 'Dejar a cuenta lo que nada explica',
  },
  limits: { en: 'A second person', es: 'Una segunda persona' },
  one_poster: {
    en: 'One person posts: a second one looks over each day of theirs',
    es: 'Contabiliza una sola persona: otra revisa cada día de las suyas',
  },
  one_poster_on: {
    en: 'One person posts; a second one looks over each day.',
    es: 'Contabiliza una sola persona; otra revisa cada día.',
  },
  limit_unread: { en: 'Say an amount, 0 or more', es: 'Indique un importe, 0 o más' },
  elsewhere_limit: {
    en: 'Money for a ledger account needs approval above',
    es: 'El dinero para una cuenta contable exige aprobación desde más de',
  },
  adjustment_limit: {
    en: 'Write-downs of one payment of claims (835) need approval above',
    es: 'Las rebajas de un pago de reclamos (835) exigen aprobación desde más de',
  },
  return_fee: {
    en: 'Fee to a customer whose payment came back for want of funds (0: none)',
    es: 'Cargo al cliente cuyo pago se devuelve por falta de fondos (0: ninguno)',
  },
  return_fee_now: {
    en: 'A payment that came back for want of funds costs the customer {amount}.',
    es: 'Un pago devuelto por falta de fondos le cuesta al cliente {amount}.',
  },
  reason: { en: 'Reason', es: 'Motivo' },
  send: { en: 'Propose', es: 'Proponer' },
  proposed: {
    en: 'Version {version} waits for a second person',
    es: 'La versión {version} espera a otra persona',
  },
  decided: { en: 'Decided', es: 'Decidido' },
  keyboard: { en: 'keyboard', es: 'teclado' },
  paste: { en: 'pasted', es: 'pegado' },
  bank: { en: 'bank', es: 'banco' },
  lockbox: { en: 'lockbox', es: 'buzón bancario' },
  card: { en: 'card', es: 'tarjeta' },
  portal: { en: 'portal', es: 'portal' },
} satisfies Catalogue;
