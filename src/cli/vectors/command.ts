/** `dunlin vectors`: runs a file of rule vectors. It needs no book. */
import { readFile } from 'node:fs/promises';
import { type Refused } from '#kernel/outcome.ts';
import { type Exit, type PlainCommand, type Terminal, WrongUsage } from '#platform/cli/command.ts';
import { oneArgument, readArguments } from '#platform/cli/options.ts';
import { runVectors } from './run.ts';
import { type VectorFileRefusal } from './vector.ts';

export const vectorsCommand: PlainCommand = {
  name: 'vectors',
  usage: '<file> [--json]',
  summary: {
    en: 'Runs a file of rule vectors through the rules',
    es: 'Ejecuta un archivo de casos contra las reglas',
  },
  on: 'nothing',
  run: runFile,
};

async function runFile(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean', default: false },
  });
  const path = oneArgument(positionals, {
    en: 'give one file of vectors',
    es: 'dé un archivo de vectores',
  });

  const run = runVectors(await textOf(path), values);
  if (!run.ok) {
    terminal.complain(`dunlin vectors: ${sentence(path, run)}`);
    if (values.json) terminal.print(JSON.stringify({ refusal: run.refusal, facts: run.facts }));
    return 1;
  }
  for (const line of run.value.lines) terminal.print(line);
  return run.value.failed === 0 ? 0 : 1;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new WrongUsage({
      en: `cannot read ${path} (${code})`,
      es: `no se puede leer ${path} (${code})`,
    });
  }
}

/** Names the file, the place and the remedy. */
function sentence(path: string, { refusal, facts }: Refused<VectorFileRefusal>): string {
  const remedy = 'write a JSON array of {id, op, given, expect}';
  if (refusal === 'vectors.not_json') {
    return `${path}:${facts['line']}:${facts['column']}: ${facts['problem']}; ${remedy}`;
  }
  if (refusal === 'vectors.not_a_list') return `${path}: this is no list of vectors; ${remedy}`;
  return `${path}: vector ${facts['at']}: ${facts['problem']}; ${remedy}`;
}
