/**
 * What is said to people: every phrase in English and Spanish, side by side.
 *
 * A catalogue is an object of phrases; a phrase without one of the languages does not
 * compile. `{name}` marks a place that a fact fills; plural and number forms follow ICU
 * MessageFormat.
 */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];
export type Phrase = { readonly [language in Language]: string };
export type Catalogue = Readonly<Record<string, Phrase>>;

export function isLanguage(text: string): text is Language {
  return text === 'en' || text === 'es';
}
