/** What the credit policy says on screen: read, changed, proposed. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  policy: { en: 'Credit policy', es: 'Política de crédito' },
  sub: {
    en: 'What stops an order today, and what comes next',
    es: 'Qué detiene un pedido hoy y qué viene después',
  },
  new: { en: 'New policy', es: 'Política nueva' },
  counts_now: { en: 'What counts now', es: 'Lo que vale ahora' },
  standard: { en: 'The standard of the house', es: 'La norma de la casa' },
  standard_why: {
    en: 'It counts wherever the desk has put no policy of its own into force.',
    es: 'Vale donde el escritorio no ha puesto en vigor una política propia.',
  },
  documents: { en: 'The desk’s own policies', es: 'Políticas propias' },
  none: {
    en: 'None yet. A new one starts from the standard, written out.',
    es: 'Ninguna aún. Una nueva parte de la norma, ya escrita.',
  },
  key_version: { en: '{key}, version {version}', es: '{key}, versión {version}' },
  in_force: { en: 'version {version} in force', es: 'versión {version} en vigor' },
  not_in_force: { en: 'not in force', es: 'no está en vigor' },
  waits: {
    en: '{count, plural, one {# version waits} other {# versions wait}}',
    es: '{count, plural, one {# versión espera} other {# versiones esperan}}',
  },
  gone: { en: 'There is no such policy', es: 'No existe esa política' },
  back: { en: 'Back to the credit policy', es: 'Volver a la política de crédito' },
  text: { en: 'Text (YAML)', es: 'Texto (YAML)' },
  hint: {
    en: 'What the text leaves out is as in the standard. It counts once a second person approved it and it is published.',
    es: 'Lo que el texto omite es como en la norma. Vale cuando otra persona lo aprueba y se publica.',
  },
  rules: { en: 'Its rules', es: 'Sus reglas' },
  changes: { en: 'What it changes', es: 'Qué cambia' },
  against: { en: 'against version {version}', es: 'frente a la versión {version}' },
  against_standard: { en: 'against the standard', es: 'frente a la norma' },
  no_change: { en: 'Nothing in meaning.', es: 'Nada en su sentido.' },
  is_new: { en: 'new', es: 'nuevo' },
  is_gone: { en: 'gone', es: 'eliminado' },
  was: { en: 'before: {rule}', es: 'antes: {rule}' },
  examples: { en: 'Examples', es: 'Ejemplos' },
  passed: { en: '{passed} of {count} pass', es: 'pasan {passed} de {count}' },
  no_examples: {
    en: 'No examples. Without one, nobody can approve it.',
    es: 'Sin ejemplos. Sin uno, nadie puede aprobarla.',
  },
  passes: { en: 'passes', es: 'pasa' },
  fails: { en: 'fails', es: 'falla' },
  expected: {
    en: 'expected {expected}, found {found}',
    es: 'se esperaba {expected}, resultó {found}',
  },
  propose: { en: 'Propose …', es: 'Proponer …' },
  propose_title: { en: 'Propose as the next version', es: 'Proponer como versión siguiente' },
  propose_fails: {
    en: 'Some examples fail: it can be proposed, but nobody can approve it.',
    es: 'Algunos ejemplos fallan: puede proponerse, pero nadie puede aprobarla.',
  },
  reason: { en: 'What for', es: 'Para qué' },
  send: { en: 'Propose', es: 'Proponer' },
  proposed: {
    en: '{key} version {version} waits for a second person.',
    es: '{key} versión {version} espera a una segunda persona.',
  },
  first_mend: { en: 'Mend what is wrong first.', es: 'Corrija primero lo que está mal.' },
  unchanged: { en: 'Nothing is changed yet.', es: 'Aún no cambió nada.' },
  changed: { en: 'changed, not proposed', es: 'cambiada, sin proponer' },
  undo: { en: 'Undo my changes', es: 'Deshacer mis cambios' },
} satisfies Catalogue;
