/**
 * Puts PDFs of our own one behind the other, as one file for a printer.
 *
 * Only what our compiler writes can be joined: plain objects under a plain cross-reference
 * table. Paper has no tags, so the tags of the parts stay behind; each part keeps its own for
 * whoever reads it on a screen.
 */
import { partsOf, pdfWriter, rename } from './objects.ts';

/** One file with the pages of all, in their order. Throws for a PDF that is not of our making. */
export function joinPdfs(files: readonly Uint8Array[]): Uint8Array {
  const joined = pdfJoiner();
  files.forEach(joined.add);
  return joined.finish();
}

/** The same for files that come one by one and need not be held beside the whole. */
export function pdfJoiner() {
  const { write, finish } = pdfWriter();
  let last = 2;
  const roots: number[] = [];
  let count = 0;
  return {
    add(file: Uint8Array): void {
      const { bodies, pages } = partsOf(file);
      const numbers = [...bodies.keys()];
      const renamed = new Map(numbers.map((number, index) => [number, last + 1 + index]));
      for (const [number, body] of bodies) {
        const named = rename(body, renamed);
        write(renamed.get(number) ?? 0, number === pages ? underRoot(named) : named);
      }
      count += Number(/\/Count (\d+)/u.exec(bodies.get(pages) ?? '')?.[1] ?? 0);
      roots.push(renamed.get(pages) ?? 0);
      last += bodies.size;
    },
    finish(): Uint8Array {
      const kids = roots.map((number) => `${number} 0 R`).join(' ');
      write(1, '<< /Type /Catalog /Pages 2 0 R >>');
      write(2, `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`);
      return finish();
    },
  };
}

function underRoot(body: string): string {
  return body.replace('<<', '<< /Parent 2 0 R');
}
