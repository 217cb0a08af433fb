/**
 * One verb of the command line.
 *
 * A command answers its exit code: 0 done, 1 refused or problems found (nothing stored),
 * 2 wrong usage. It prints results on standard output and complaints on standard error.
 */
import type { Language, Phrase } from '#kernel/words.ts';
import type { Actor, Desk } from '../action.ts';

export type Exit = 0 | 1 | 2;

/** Where a command writes. */
export type Terminal = {
  print(text: string): void;
  /** One line told in pieces, for what is too long to stand whole in memory. */
  printPieces?(pieces: Iterable<string>): Promise<void>;
  complain(text: string): void;
  readonly language: Language;
};

/** A command's hold on the book: its own named actor, and the owner's address for backups. */
export type CliDesk = Desk &
  Terminal & {
    readonly actor: Actor;
    readonly ownerUrl: string;
    /** The folder of the embedded database and the files. */
    readonly dataFolder: string;
  };

type Named = {
  readonly name: string;
  /** What follows the name: `<file…> [--as KIND]`. */
  readonly usage: string;
  readonly summary: Phrase;
};

/** Works on the book: the database is opened for it and closed after it. */
export type DeskCommand = Named & {
  readonly on: 'desk';
  /** Migrates by itself, so that it is handed the database as it is. */
  readonly bringsSchema?: true;
  run(args: readonly string[], desk: CliDesk): Promise<Exit>;
};

/** Needs no book: reads a file, or starts the server. */
export type PlainCommand = Named & {
  readonly on: 'nothing';
  run(args: readonly string[], terminal: Terminal): Promise<Exit>;
};

export type Command = DeskCommand | PlainCommand;

/** What cannot be done as asked, in a sentence that names the remedy; nothing was stored. */
export class Unfit extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Arguments that do not fit; the message names the argument and what it takes. A text is one that
 * stands in the reader's language already.
 */
export class WrongUsage extends Error {
  readonly said: Phrase;
  constructor(said: Phrase | string) {
    const phrase = typeof said === 'string' ? { en: said, es: said } : said;
    super(phrase.en);
    this.said = phrase;
  }
}
