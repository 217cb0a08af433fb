/** In which of the desk's two languages a mail is written, by its small words. */
import type { Language } from '#kernel/words.ts';

const english = /\b(?:the|and|we|our|you|please|is|will|for|this|have|thanks|of|to)\b/giu;
const spanish = new RegExp(
  String.raw`(?<!\p{L})(?:el|la|los|las|de|que|por|para|favor|gracias|nuestr[oa]s?|su|una?|no|se|` +
    String.raw`del|ya|con|hemos|est[aá])(?!\p{L})`,
  'giu',
);

/** The usual one where neither is plain. */
export function languageOf(text: string, usual: Language = 'en'): Language {
  const sample = text.slice(0, 4000);
  const en = sample.match(english)?.length ?? 0;
  const es = (sample.match(spanish)?.length ?? 0) + (sample.match(/[ñ¿¡]/gu)?.length ?? 0) * 2;
  if (en === es) return usual;
  return es > en ? 'es' : 'en';
}
