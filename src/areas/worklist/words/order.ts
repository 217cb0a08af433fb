/** What the list says of rows that are moved by hand. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { OrderRefusal } from '../rules/refusal.ts';

export const words = {
  'worklist.pinned': {
    en: 'A manager has pinned this order. Only a manager moves a pinned row, or one above it.',
    es: 'Un jefe ha fijado este orden. Solo un jefe mueve una fila fijada, o una encima de ella.',
  },
  'worklist.control_group': {
    en: 'This account is in the control group until {until}: it is left alone to measure what the work adds. Answer it when they call or write; only a manager moves it up.',
    es: 'Esta cuenta está en el grupo de control hasta el {until}: se la deja en paz para medir lo que aporta el trabajo. Respóndales si llaman o escriben; solo un jefe la sube.',
  },
  'worklist.too_far_down': {
    en: 'Only the first {places} rows can be moved one by one. Move it to the top instead.',
    es: 'Solo se mueven una a una las primeras {places} filas. Llévela al principio.',
  },
  'worklist.not_by_hand': {
    en: 'This row stands where its score puts it already.',
    es: 'Esta fila ya está donde la pone su puntuación.',
  },
  'worklist.not_on_the_list': {
    en: 'This account is not on that list now, so it has no place to be moved to.',
    es: 'Esta cuenta no está ahora en esa lista, así que no hay lugar al que moverla.',
  },
  'worklist.only_your_order': {
    en: 'You can order only your own list. A manager orders those of the team.',
    es: 'Solo puede ordenar su propia lista. Un jefe ordena las del equipo.',
  },
} satisfies Record<
  Exclude<OrderRefusal, 'worklist.needs_person' | 'worklist.no_such_account'>,
  Phrase
> &
  Catalogue;
