/** What the history of a plan says where the program wrote why. */
import type { Catalogue } from '#kernel/words.ts';

export const planHistoryWords = {
  'plan_history.judged': { en: 'judged by the money', es: 'según el dinero recibido' },
  'plan_history.offered': { en: 'offered to {who}', es: 'ofrecido a {who}' },
  'plan_history.signed': { en: 'signed by {who}', es: 'firmado por {who}' },
} satisfies Catalogue;
