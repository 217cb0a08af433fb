/**
 * `dunlin`: the command line. Finds the command, opens the book if it needs one, and ends
 * with 0 done, 1 refused or problems found, 2 wrong usage.
 */
import { once } from 'node:events';
import type { Phrase } from '#kernel/words.ts';
import {
  type Command,
  type Exit,
  type Terminal,
  Unfit,
  WrongUsage,
} from '#platform/cli/command.ts';
import { ConfigError, readConfig } from '#platform/config/config.ts';
import { terminalLanguage } from '#platform/cli/terminal-language.ts';
import { named, overview, usage } from './help.ts';
import { readCommand } from '#areas/imports/commands/read-files.ts';

const terminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  printPieces,
  complain: (text) => void process.stderr.write(`${text}\n`),
  language: terminalLanguage(process.env),
};

/** No faster than it is taken: what waits for a slow reader would stand in memory. */
async function printPieces(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
  process.stdout.write('\n');
}

const dryRun: Phrase = {
  en: 'This was a dry run: nothing was stored.',
  es: 'Fue un ensayo: no se guardó nada.',
};

const called: Phrase = { en: 'usage', es: 'uso' };

function noCommand(name: string): Phrase {
  return {
    en: `there is no command "${name}"; \`dunlin help\` lists them`,
    es: `no hay ninguna orden «${name}»; \`dunlin help\` las lista`,
  };
}

async function main(args: readonly string[]): Promise<Exit> {
  const [name, ...rest] = args;
  const commands = await commandsFor(name);
  if (name === undefined) {
    terminal.complain(overview(commands, terminal.language));
    return 2;
  }
  if (name === 'help' || name === '--help') return help(commands, rest);
  const command = find(commands, args);
  if (!command) {
    if (rest.includes('--help')) return help(commands, [name]);
    terminal.complain(`dunlin: ${noCommand(name)[terminal.language]}`);
    return 2;
  }
  if (rest.includes('--help')) {
    terminal.print(usage(command, terminal.language));
    return 0;
  }
  return run(command, following(command, args));
}

/** A large file is read without the whole house beside it in memory. */
async function commandsFor(name: string | undefined): Promise<readonly Command[]> {
  if (name === readCommand.name) return [readCommand];
  const { commands } = await import('./commands.ts');
  return commands;
}

async function run(command: Command, args: readonly string[]): Promise<Exit> {
  try {
    if (command.on === 'nothing') return await command.run(args, terminal);
    const config = readConfig(process.env);
    const { withDesk } = await import('./open-desk.ts');
    const exit = await withDesk(config, terminal, command, (desk) => command.run(args, desk));
    if (exit === 0) sayWhenDry(args);
    return exit;
  } catch (error) {
    if (error instanceof WrongUsage) {
      terminal.complain(
        `dunlin ${command.name}: ${error.said[terminal.language]}\n` +
          `${called[terminal.language]}: ${usage(command, terminal.language)}`,
      );
      return 2;
    }
    if (error instanceof ConfigError) {
      terminal.complain(error.message);
      return 2;
    }
    return failed(command, error, args.includes('--json'));
  }
}

/** Every command speaks as if it were done; who only tried hears so at the end. */
function sayWhenDry(args: readonly string[]): void {
  const given = new Set(args);
  if (!given.has('--dry-run') || given.has('--json') || given.has('--csv')) return;
  terminal.print(dryRun[terminal.language]);
}

/** The reason on standard error; whoever asked for JSON finds it on standard output as well. */
function failed(command: Command, error: unknown, json: boolean): Exit {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Unfit ? error.code : 'command.failed';
  if (json) terminal.print(JSON.stringify({ refused: { code, message } }));
  terminal.complain(`dunlin ${command.name}: ${message}`);
  if (process.env['DEBUG'] && error instanceof Error) terminal.complain(error.stack ?? '');
  return 1;
}

/** Two-word commands (`run strategies`) win over one-word ones. */
function find(commands: readonly Command[], args: readonly string[]): Command | undefined {
  return (
    commands.find(({ name }) => name.includes(' ') && isCalled(name, args)) ??
    commands.find(({ name }) => name === args[0])
  );
}

/** A second word stands second; an option that makes a command another one stands anywhere. */
function isCalled(name: string, args: readonly string[]): boolean {
  const [verb, second = ''] = name.split(' ');
  if (verb !== args[0]) return false;
  return second.startsWith('--') ? args.includes(second) : second === args[1];
}

/** What follows the words of the command's name. */
function following({ name }: Command, args: readonly string[]): string[] {
  const [, second] = name.split(' ');
  const rest = args.slice(1);
  if (second === undefined) return rest;
  const at = rest.indexOf(second);
  return rest.filter((_, place) => place !== at);
}

/** Without a command the whole list; with one, or the first word of some, what they take. */
function help(commands: readonly Command[], words: readonly string[]): Exit {
  if (words.length === 0) {
    terminal.print(overview(commands, terminal.language));
    return 0;
  }
  const meant = named(commands, words);
  if (meant.length === 0) {
    terminal.complain(
      `dunlin: there is no command "${words.join(' ')}"; \`dunlin help\` lists them`,
    );
    return 2;
  }
  terminal.print(meant.map((command) => usage(command, terminal.language)).join('\n'));
  return 0;
}

// A reader that stops early (`dunlin aging | head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
