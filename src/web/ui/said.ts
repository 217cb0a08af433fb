/**
 * What was just said in the corner, and the latest thing that can be taken back.
 *
 * It stands apart from the corner so that a button, of which the corner has some, can say things.
 */
export type Said = {
  text: string;
  tone?: 'done' | 'refused';
  /** Takes it back; the promise's failure is said in turn. */
  undo?: () => Promise<void>;
};

export type Line = Said & { id: number };

let lines: readonly Line[] = [];
let lastUndo: (() => Promise<void>) | undefined;
let next = 1;
const listeners = new Set<() => void>();

/** Says what happened; the same words again take the place of the line that said them. */
export function say(said: Said): void {
  const line = { ...said, id: next };
  next += 1;
  lines = [...lines.filter(({ text }) => text !== line.text).slice(-2), line];
  if (said.undo !== undefined) lastUndo = said.undo;
  for (const listener of listeners) listener();
}

/** Takes a line out of the corner. */
export function drop(id: number): void {
  lines = lines.filter((line) => line.id !== id);
  for (const listener of listeners) listener();
}

/** Takes back the latest thing that can be, and its line with it. */
export async function takeBack(id?: number): Promise<void> {
  const undo = lastUndo;
  lastUndo = undefined;
  if (id !== undefined) drop(id);
  await undo?.();
}

/** Calls at each change, until the answer is called. */
export function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The lines that are shown now. */
export function shownLines(): readonly Line[] {
  return lines;
}

/** Whether this line has the way back that `u` takes. */
export function goesBack(line: Line): boolean {
  return line.undo !== undefined && line.undo === lastUndo;
}
