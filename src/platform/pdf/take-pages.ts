/** Takes some pages out of a PDF of our own, as a file of their own: one letter of a batch. */
import { dictionary, partsOf, pdfWriter, rename } from './objects.ts';

/** Counted from one. */
type PageRange = { readonly first: number; readonly count: number };

/**
 * Opens the file once for as many takings as there are letters in it. Throws for a PDF that is not
 * of our making; what it returns throws where there are no such pages.
 */
export function pageTaker(file: Uint8Array): (range: PageRange) => Uint8Array {
  const { bodies, pages } = partsOf(file);
  const all = pagesUnder(bodies, pages);
  return ({ first, count }) => {
    const chosen = all.slice(first - 1, first - 1 + count);
    if (chosen.length < count) throw new Error(`this PDF has no page ${first + count - 1}`);
    return fileOf(reached(bodies, chosen), chosen);
  };
}

/** These objects as a file whose pages are the chosen ones, in their order. */
function fileOf(needed: ReadonlyMap<number, string>, chosen: readonly number[]): Uint8Array {
  const renamed = new Map([...needed.keys()].map((number, index) => [number, index + 3]));
  const { write, finish } = pdfWriter();
  const kids = chosen.map((number) => `${renamed.get(number) ?? 0} 0 R`).join(' ');
  write(1, '<< /Type /Catalog /Pages 2 0 R >>');
  write(2, `<< /Type /Pages /Kids [${kids}] /Count ${chosen.length} >>`);
  for (const [number, body] of needed) {
    const named = rename(body, renamed);
    const page = chosen.includes(number);
    write(renamed.get(number) ?? 0, page ? named.replace('<<', '<< /Parent 2 0 R') : named);
  }
  return finish();
}

/** The pages below a node of the page tree, in their order. */
function pagesUnder(bodies: ReadonlyMap<number, string>, node: number): number[] {
  const body = bodies.get(node) ?? '';
  if (!/\/Type\s*\/Pages\b/u.test(body)) return [node];
  const kids = /\/Kids\s*\[([^\]]*)\]/u.exec(body)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/gu)].flatMap(([, kid]) => pagesUnder(bodies, Number(kid)));
}

/** Everything the pages refer to, themselves included; not what they hang from. */
function reached(
  bodies: ReadonlyMap<number, string>,
  pages: readonly number[],
): Map<number, string> {
  const found = new Map<number, string>();
  const wanted = [...pages];
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (found.has(next)) continue;
    const body = (bodies.get(next) ?? 'null').replace(/\/Parent\s+\d+ 0 R/u, '');
    found.set(next, body);
    for (const [, number] of dictionary(body).matchAll(/(\d+) 0 R/gu)) wanted.push(Number(number));
  }
  return found;
}
