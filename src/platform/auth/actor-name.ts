/**
 * Who did something, as a reader is told: a person by name, everything else by what it is.
 *
 * Stores answer a member's name, or the actor as it was recorded; only the latter has a colon
 * after `job`, `command` or `link`, and nobody reads such a code.
 */
import type { Catalogue, Language } from '#kernel/words.ts';
import { say } from '../cli/say.ts';

const words = {
  job: { en: 'the program', es: 'el programa' },
  link: { en: 'somebody outside, by a link', es: 'alguien de fuera, por un enlace' },
  command: { en: 'the command line ({name})', es: 'la línea de comandos ({name})' },
} satisfies Catalogue;

/** The name of an actor in the reader's language; a person's name stays as it is. */
export function actorName(recorded: string, language: Language): string {
  const [, kind, name = ''] = /^(job|command|link):(.*)$/u.exec(recorded) ?? [];
  return kind === undefined ? recorded : say(words, kind, { name }, language);
}
