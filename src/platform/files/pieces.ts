/**
 * Files in pieces: read without being held, and rows set aside without being kept.
 *
 * What is set aside lies in one file that has no name as soon as it is open (where the system
 * allows that), so that nothing of it is left however the program ends.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Small enough that the text made of a piece is short-lived to the garbage collector. */
const pieceBytes = 65_536;

/** The bytes of a file from its beginning; each piece lies where the one before it lay. */
export function* filePieces(file: string): Generator<Uint8Array> {
  const handle = openSync(file, 'r');
  const piece = Buffer.allocUnsafe(pieceBytes);
  try {
    for (;;) {
      const read = readSync(handle, piece);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

/** Lines of text set aside on numbered shelves, each read back in its order. */
export type Shelves = Disposable & {
  put(shelf: number, line: string): void;
  take(shelf: number): Generator<string>;
};

type Extent = { readonly at: number; readonly length: number };
type Shelf = { waiting: string; readonly extents: Extent[] };

/** What a shelf gathers before it is written. */
const gathered = 65_536;

export function openShelves(): Shelves {
  const folder = mkdtempSync(path.join(tmpdir(), 'dunlin-'));
  const handle = openSync(path.join(folder, 'shelves'), 'wx+', 0o600);
  if (process.platform !== 'win32') rmSync(folder, { recursive: true });
  const shelves = new Map<number, Shelf>();
  let end = 0;
  const write = (shelf: Shelf): void => {
    const bytes = Buffer.from(shelf.waiting, 'utf8');
    writeSync(handle, bytes, 0, bytes.length, end);
    shelf.extents.push({ at: end, length: bytes.length });
    end += bytes.length;
    shelf.waiting = '';
  };
  return {
    put(number, line) {
      const shelf = shelves.get(number) ?? { waiting: '', extents: [] };
      shelves.set(number, shelf);
      shelf.waiting += `${line}\n`;
      if (shelf.waiting.length >= gathered) write(shelf);
    },
    *take(number) {
      const shelf = shelves.get(number);
      if (!shelf) return;
      if (shelf.waiting !== '') write(shelf);
      for (const { at, length } of shelf.extents) {
        const bytes = Buffer.allocUnsafe(length);
        readSync(handle, bytes, 0, length, at);
        yield* bytes.toString('utf8', 0, length).trimEnd().split('\n');
      }
    },
    [Symbol.dispose]() {
      closeSync(handle);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
