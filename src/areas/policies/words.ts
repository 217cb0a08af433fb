/** Everything that the policies say, English and Spanish side by side. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { PolicyRefusal } from './rules/refusal.ts';

const refusals = {
  'policies.already_decided': {
    en: 'This version was decided already. Propose a new version to change it.',
    es: 'Esta versión ya se decidió. Proponga una versión nueva para cambiarla.',
  },
  'policies.attested_already': {
    en: 'You have attested version {version} of {key} already.',
    es: 'Usted ya confirmó la lectura de la versión {version} de {key}.',
  },
  'policies.examples_fail': {
    en: '{failed, plural, one {# example fails} other {# examples fail}}. Correct the text or the example in a new version.',
    es: '{failed, plural, one {# ejemplo falla} other {# ejemplos fallan}}. Corrija el texto o el ejemplo en una versión nueva.',
  },
  'policies.followed': {
    en: '{followers} inherit from {key}. Retire or change them first.',
    es: '{followers} heredan de {key}. Retírelas o cámbielas primero.',
  },
  'policies.in_force_already': {
    en: 'It is in force since {from}. Retire it or publish another version instead.',
    es: 'Está en vigor desde el {from}. Retírela o publique otra versión.',
  },
  'policies.no_such_policy': {
    en: 'There is no policy {key}.',
    es: 'No hay ninguna política {key}.',
  },
  'policies.no_such_version': {
    en: '{key} has no version {version}.',
    es: '{key} no tiene versión {version}.',
  },
  'policies.not_approved': {
    en: 'A second person must approve it before it is published.',
    es: 'Una segunda persona debe aprobarla antes de publicarla.',
  },
  'policies.not_in_force': {
    en: '{key} is not in force on {on}.',
    es: '{key} no está en vigor el {on}.',
  },
  'policies.not_published': {
    en: 'Version {version} of {key} is not published.',
    es: 'La versión {version} de {key} no está publicada.',
  },
  'policies.not_simulated': {
    en: 'Nobody has looked at what it would have done. Simulate it, or approve it without having seen that.',
    es: 'Nadie ha visto qué habría hecho. Simúlela, o apruébela sin haberlo visto.',
  },
  'policies.not_tested': {
    en: 'It has no examples that ran. Write at least one example in a new version.',
    es: 'No tiene ejemplos ejecutados. Escriba al menos un ejemplo en una versión nueva.',
  },
  'policies.only_people_attest': {
    en: 'Only a person who has signed in can attest.',
    es: 'Solo puede confirmar la lectura una persona que haya iniciado sesión.',
  },
  'policies.own_version': {
    en: 'You wrote this version. A second person approves it.',
    es: 'Usted escribió esta versión. La aprueba una segunda persona.',
  },
  'policies.starts_before_another': {
    en: 'A version starts on {later}. Choose that day or a later one, or withdraw that version.',
    es: 'Una versión empieza el {later}. Elija ese día o uno posterior, o retire esa versión.',
  },
  'policies.starts_in_the_past': {
    en: '{from} has passed. Choose today, {today}, or a later day.',
    es: 'El {from} ya pasó. Elija hoy, {today}, o un día posterior.',
  },
  'policies.unchanged': {
    en: 'This is the latest version of {key} to the letter. Nothing was proposed.',
    es: 'Es letra por letra la última versión de {key}. No se propuso nada.',
  },
  'policies.withdrawn_already': {
    en: 'It was withdrawn.',
    es: 'Fue retirada.',
  },
} satisfies Readonly<Record<PolicyRefusal, Phrase>>;

export const words = { ...refusals } satisfies Catalogue;
