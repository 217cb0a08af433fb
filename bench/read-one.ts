/** One large file read in a process of its own: prints the seconds and what was found. */
import { readFileSync } from 'node:fs';
import { readBankFile } from '#formats/bank-readers.ts';
import { jsonOf, jsonPieces } from '#formats/neutral-json.ts';

const [file = '', format = '', how = 'read'] = process.argv.slice(2);
const began = performance.now();
const bytes = readFileSync(file);
const ways = { lines: countLines, told: countTold, read: figures };
const told = ways[how === 'lines' || how === 'told' ? how : 'read'](bytes);
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${seconds.toFixed(3)} ${told}\n`);
// Whoever measures looks ten times a second, so the last look must meet a living process.
await new Promise((resolve) => {
  setTimeout(resolve, 250);
});

/** The least that any reader of lines does: decode, split, look at each. */
function countLines(text: Uint8Array): string {
  let characters = 0;
  let lines = 0;
  for (const line of new TextDecoder().decode(text).split('\n')) {
    characters += line.length;
    lines += 1;
  }
  return `${lines} lines, ${characters} characters`;
}

function figures(text: Uint8Array): string {
  return jsonOf(openedFile(text).summary());
}

/** Every line of it as `dunlin read --json` prints them, piece by piece. */
function countTold(text: Uint8Array): string {
  const opened = openedFile(text);
  let characters = 0;
  for (const piece of jsonPieces(opened.told?.() ?? opened.neutral())) characters += piece.length;
  return `${characters} characters`;
}

function openedFile(text: Uint8Array) {
  const read = readBankFile(text, `large.${format}`);
  if (!read.ok) throw new Error(`${read.refusal} ${JSON.stringify(read.facts)}`);
  return read.value;
}
