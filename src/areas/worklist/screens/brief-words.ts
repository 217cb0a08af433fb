/** What the brief of who comes back says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  brief: { en: 'While you were out', es: 'Mientras no estuvo' },
  brief_sub: {
    en: '{from} to {day}, covered by {names}',
    es: 'del {from} al {day}, suplencia de {names}',
  },
  nobody: { en: 'nobody', es: 'nadie' },
  due: {
    en: '{count, plural, one {# account calls} other {# accounts call}} for you today',
    es: '{count, plural, one {# cuenta le espera} other {# cuentas le esperan}} hoy',
  },
  due_today: { en: 'due today', es: 'para hoy' },
  owned_by: { en: 'now with {name}', es: 'ahora con {name}' },
  take_back: { en: 'I have read it, the work is mine', es: 'Lo he leído, el trabajo es mío' },
  taken_back: { en: 'The work is yours again.', es: 'El trabajo vuelve a ser suyo.' },
  handed_back: { en: 'handed back', es: 'devuelto' },
  never_away: { en: 'You have not been away', es: 'No ha estado ausente' },
  never_away_why: {
    en: 'When you come back from an absence, what happened on your accounts stands here.',
    es: 'Al volver de una ausencia, aquí verá qué pasó en sus cuentas.',
  },
  nothing: { en: 'Nothing happened on your accounts', es: 'No pasó nada en sus cuentas' },
  nothing_why: {
    en: 'No contact, no promise, no money and no dispute in these days.',
    es: 'Ni contactos, ni promesas, ni dinero, ni reclamos en esos días.',
  },
  figures: { en: 'What happened', es: 'Qué pasó' },
  kind_owner: { en: 'Owner changed', es: 'Cambio de gestor' },
  kind_dispute: { en: 'Disputed', es: 'En disputa' },
  kind_promise_broken: { en: 'Promises broken', es: 'Promesas rotas' },
  kind_promise_made: { en: 'Promised', es: 'Prometido' },
  kind_promise_kept: { en: 'Promises kept', es: 'Promesas cumplidas' },
  kind_money: { en: 'Money in', es: 'Dinero recibido' },
  kind_contact: { en: 'Worked', es: 'Trabajadas' },
  kind_note: { en: 'Notes', es: 'Notas' },
  one_owner: { en: 'Owner: {name}', es: 'Gestor: {name}' },
  one_dispute: { en: '{amount} disputed, {document}', es: '{amount} en disputa, {document}' },
  one_promise_broken: { en: 'Promise of {amount} broken', es: 'Promesa de {amount} incumplida' },
  one_promise_made: { en: '{amount} promised', es: '{amount} prometidos' },
  one_promise_kept: { en: 'Promise of {amount} kept', es: 'Promesa de {amount} cumplida' },
  one_money: { en: '{amount} came in', es: 'llegaron {amount}' },
  one_contact: { en: 'Worked', es: 'Trabajada' },
  one_note: { en: 'Note', es: 'Nota' },
  acting: { en: '{actor}, covering {owner}', es: '{actor}, supliendo a {owner}' },
} satisfies Catalogue;
