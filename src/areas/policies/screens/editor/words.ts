/** What the editor of any policy says: its text, what that changes, and the proposal. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  key_version: { en: '{key}, version {version}', es: '{key}, versión {version}' },
  text: { en: 'Text (YAML)', es: 'Texto (YAML)' },
  examples: { en: 'Examples', es: 'Ejemplos' },
  examples_pass: { en: '{passed} of {count} pass', es: 'pasan {passed} de {count}' },
  no_examples: {
    en: 'No examples. Without one, nobody can approve it.',
    es: 'Sin ejemplos. Sin uno, nadie puede aprobarla.',
  },
  passes: { en: 'passes', es: 'pasa' },
  fails: { en: 'fails', es: 'falla' },
  expected_found: {
    en: 'expected {expected}, found {found}',
    es: 'se esperaba {expected}, resultó {found}',
  },
  changes: { en: 'What it changes', es: 'Qué cambia' },
  against: { en: 'against version {version}', es: 'frente a la versión {version}' },
  no_change: { en: 'Nothing in meaning.', es: 'Nada en su sentido.' },
  rules: { en: 'Its rules', es: 'Sus reglas' },
  against_standard: { en: 'against the standard', es: 'frente a la norma' },
  is_new: { en: 'new', es: 'nuevo' },
  is_gone: { en: 'gone', es: 'eliminado' },
  was: { en: 'before: {rule}', es: 'antes: {rule}' },
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
