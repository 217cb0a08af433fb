/** What the day's list says of deadlines: their kinds are called as the deadlines call them. */
import { kindWords } from '#areas/clocks/words/kinds.ts';
import type { Catalogue, Language, Phrase } from '#kernel/words.ts';

/** The name of the kind as a part of a sentence. */
function nameOf(language: Language): string {
  const choices = Object.entries<Phrase>(kindWords).map(
    ([key, phrase]) => `${key.replace('clocks.kind_', '')} {${phrase[language]}}`,
  );
  return `{kind, select, ${choices.join(' ')} other {{kind}}}`;
}

const [en, es] = [nameOf('en'), nameOf('es')];
const more = {
  en: '{others, plural, =0 {} other {, and # more}}',
  es: '{others, plural, =0 {} other { y # más}}',
};

export const words = {
  'reason.clock_soon': {
    en: `${en}: due {dueOn}${more.en}`,
    es: `${es}: vence el {dueOn}${more.es}`,
  },
  'reason.clock_today': {
    en: `${en}: due today, {dueOn}${more.en}`,
    es: `${es}: vence hoy, {dueOn}${more.es}`,
  },
  'reason.clock_passed': {
    en: `${en}: was due {dueOn}${more.en}`,
    es: `${es}: venció el {dueOn}${more.es}`,
  },
  'part.clock_due': { en: 'A deadline is due', es: 'Vence un plazo' },
  'part.clock_hard': {
    en: 'A law or a contract sets the day',
    es: 'Una ley o un contrato fija el día',
  },
} satisfies Catalogue;
