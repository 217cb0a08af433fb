/** What is said of the words by which accounts are grouped. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { TagRefusal } from '../rules/tags.ts';

export const tagWords = {
  'activity.tags_set': { en: 'Tags: {tags}', es: 'Etiquetas: {tags}' },
  'activity.tags_removed': { en: 'No tags any more', es: 'Ya sin etiquetas' },
  'customers.tag_not_a_word': {
    en: '“{tag}” is no tag: one word of letters, digits, - and _, up to 40.',
    es: '«{tag}» no es una etiqueta: una palabra de letras, cifras, - y _, hasta 40.',
  },
  'customers.tags_too_many': {
    en: 'An account carries up to {most} tags. Take some away first.',
    es: 'Una cuenta lleva hasta {most} etiquetas. Quite algunas primero.',
  },
} satisfies Catalogue & Readonly<Record<TagRefusal, Phrase>>;
