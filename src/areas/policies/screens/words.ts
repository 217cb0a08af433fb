/** What the life of a policy says on screen. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  life: { en: 'Versions', es: 'Versiones' },
  version: { en: 'Version {version}', es: 'Versión {version}' },
  state_proposed: { en: 'examples fail', es: 'ejemplos fallidos' },
  state_tested: { en: 'waits for approval', es: 'espera aprobación' },
  state_approved: { en: 'approved', es: 'aprobada' },
  state_published: { en: 'in force', es: 'en vigor' },
  state_coming: { en: 'from {day}', es: 'desde el {day}' },
  state_superseded: { en: 'superseded', es: 'reemplazada' },
  state_retired: { en: 'retired', es: 'terminada' },
  state_rejected: { en: 'rejected', es: 'rechazada' },
  state_withdrawn: { en: 'withdrawn', es: 'anulada' },
  written_by: { en: '{by}, {day}: {reason}', es: '{by}, {day}: {reason}' },
  act_tested: {
    en: 'Tested: {passed} pass, {failed} fail',
    es: 'Probada: {passed} pasan, {failed} fallan',
  },
  act_simulated: { en: 'Simulated by {by}', es: 'Simulada por {by}' },
  act_approved: { en: 'Approved by {by}: {reason}', es: 'Aprobada por {by}: {reason}' },
  act_rejected: { en: 'Rejected by {by}: {reason}', es: 'Rechazada por {by}: {reason}' },
  act_published: { en: 'In force from {day}, by {by}', es: 'En vigor desde el {day}, por {by}' },
  act_withdrawn: { en: 'Withdrawn by {by}: {reason}', es: 'Anulada por {by}: {reason}' },
  act_retired: {
    en: 'Ends on {day}, by {by}: {reason}',
    es: 'Termina el {day}, por {by}: {reason}',
  },
  unseen: { en: 'nobody had seen its simulation', es: 'nadie había visto su simulación' },
  attested: { en: 'Read by {count} of {readers}', es: 'Leída por {count} de {readers}' },
  attest: { en: 'I have read version {version}', es: 'He leído la versión {version}' },
  attested_now: { en: 'Thank you. Your reading is recorded.', es: 'Gracias. Su lectura consta.' },
  show: { en: 'Show version {version}', es: 'Mostrar versión {version}' },
  approve: { en: 'Approve', es: 'Aprobar' },
  reject: { en: 'Reject', es: 'Rechazar' },
  publish: { en: 'Publish', es: 'Publicar' },
  withdraw: { en: 'Withdraw', es: 'Anular' },
  of_version: { en: '{act} version {version}', es: '{act} la versión {version}' },
  own: {
    en: 'You wrote this version. A second person approves it.',
    es: 'Usted escribió esta versión. La aprueba una segunda persona.',
  },
  fails: {
    en: 'Its examples fail. Propose a corrected version.',
    es: 'Sus ejemplos fallan. Proponga una versión corregida.',
  },
  reason: { en: 'Reason', es: 'Motivo' },
  from: { en: 'First day', es: 'Primer día' },
  unseen_yes: {
    en: 'Nobody has looked at its simulation; approve it all the same',
    es: 'Nadie ha visto su simulación; aprobarla de todos modos',
  },
  unseen_needed: {
    en: 'Simulate it first, or say that you approve it unseen.',
    es: 'Simúlela primero, o diga que la aprueba sin verla.',
  },
  done_approved: {
    en: 'Version {version} is approved.',
    es: 'La versión {version} está aprobada.',
  },
  done_rejected: {
    en: 'Version {version} is rejected.',
    es: 'La versión {version} está rechazada.',
  },
  done_published: {
    en: 'Version {version} is in force from {day}.',
    es: 'La versión {version} está en vigor desde el {day}.',
  },
  done_withdrawn: {
    en: 'Version {version} is withdrawn.',
    es: 'La versión {version} está anulada.',
  },
} satisfies Catalogue;
