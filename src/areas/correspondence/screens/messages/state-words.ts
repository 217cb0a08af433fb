/** Where a message stands, in a word, and how that looks. */
import type { Catalogue } from '#kernel/words.ts';
import type { MessageState } from '../../rules/messages/message.ts';

export const stateWords = {
  state_draft: { en: 'draft', es: 'borrador' },
  state_checked: { en: 'to approve', es: 'por aprobar' },
  state_approved: { en: 'approved', es: 'aprobado' },
  state_queued: { en: 'on its way out', es: 'por salir' },
  state_held: { en: 'held', es: 'retenido' },
  state_sending: { en: 'being sent', es: 'saliendo' },
  state_sent: { en: 'sent', es: 'enviado' },
  state_delivered: { en: 'delivered', es: 'entregado' },
  state_replied: { en: 'answered', es: 'respondido' },
  state_bounced: { en: 'came back', es: 'devuelto' },
  state_failed: { en: 'not sent', es: 'no enviado' },
  state_unknown: { en: 'unknown', es: 'incierto' },
  state_cancelled: { en: 'taken back', es: 'retirado' },
} satisfies Catalogue & Readonly<Record<`state_${MessageState}`, object>>;

export const stateTones = {
  draft: 'plain',
  checked: 'warn',
  approved: 'plain',
  queued: 'plain',
  held: 'warn',
  sending: 'plain',
  sent: 'good',
  delivered: 'good',
  replied: 'good',
  bounced: 'late',
  failed: 'late',
  unknown: 'warn',
  cancelled: 'plain',
} as const satisfies Readonly<Record<MessageState, string>>;
