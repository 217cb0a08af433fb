/**
 * What `dunlin help` prints: one line a command, so that the whole list is read at a glance;
 * the options stand under `dunlin help COMMAND`.
 */
import type { Language } from '#kernel/words.ts';
import type { Command } from '#platform/cli/command.ts';

type Told = Pick<Command, 'name' | 'usage' | 'summary'>;

const more = {
  en: 'dunlin help COMMAND says what a command takes.',
  es: 'dunlin help COMANDO dice qué admite cada comando.',
};

/** Every command with what it does, in the order of the list. */
export function overview(commands: readonly Told[], language: Language): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(
    ({ name, summary }) => `  ${name.padEnd(width)}  ${capitalised(summary[language])}`,
  );
  return [...lines, '', more[language]].join('\n');
}

/** How one command is called, and what it does. */
export function usage({ name, usage: takes, summary }: Told, language: Language): string {
  return `${`dunlin ${name} ${takes}`.trimEnd()}\n  ${capitalised(summary[language])}`;
}

/** The commands that the words name: that very one, or all that begin with the word. */
export function named<T extends Told>(commands: readonly T[], words: readonly string[]): T[] {
  const said = words.join(' ');
  return commands.filter(({ name }) => name === said || name.startsWith(`${said} `));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
