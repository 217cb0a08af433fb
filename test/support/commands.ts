/** A command of the command line, run in the test's own process on the desk of a story. */
import type { Desk } from '#platform/action.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import type { Story } from './builders.ts';

type OnDesk = Pick<Story, 'db' | 'clock' | 'url'> & Pick<Desk, 'seal' | 'insideHosts'>;

export type Ran = {
  readonly exit: Exit;
  /** What it printed and what it complained of, line by line. */
  readonly out: string;
  readonly err: string;
};

/** Runs the command of this name; throws what it throws. */
export async function runCommand(
  commands: readonly Command[],
  name: string,
  story: OnDesk,
  args: readonly string[],
): Promise<Ran> {
  const command = commands.find((each) => each.name === name);
  if (command?.on !== 'desk') throw new Error(`no command ${name}`);
  const out: string[] = [];
  const err: string[] = [];
  const desk = cliDesk(story, {
    print: (text) => void out.push(text),
    complain: (text) => void err.push(text),
  });
  const exit = await command.run(args, desk);
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

const silent = { print: () => undefined, complain: () => undefined };

/** The desk of a story as the command line has it, in English. */
export function cliDesk(
  { url, db, clock, seal, insideHosts }: OnDesk,
  said: Pick<CliDesk, 'print' | 'complain'> = silent,
): CliDesk {
  const actor = { ref: 'command:test', memberId: null };
  return {
    db,
    clock,
    ...(seal && { seal }),
    ...(insideHosts && { insideHosts }),
    actor,
    ownerUrl: url,
    dataFolder: '',
    language: 'en',
    ...said,
  };
}
