/**
 * The objects of PDFs of our own: plain ones under a plain cross-reference table, as our compiler
 * writes them. A file from elsewhere throws; it may be built in any other way.
 */

export type Parts = { readonly bodies: ReadonlyMap<number, string>; readonly pages: number };

/** Every object that the pages need, by number. */
export function partsOf(file: Uint8Array): Parts {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1');
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text)?.[1] ?? Number.NaN);
  const head = /^xref\s+0 (\d+)\s+/u.exec(text.slice(at, at + 40));
  if (!head) throw new Error('this PDF was not made here; it cannot be joined');
  const from = at + head[0].length;
  const bodyOf = (number: number): string => {
    const place = Number(text.slice(from + number * 20, from + number * 20 + 10));
    const begin = text.indexOf('obj', place) + 3;
    return text.slice(begin, endOf(text, begin)).trim();
  };
  const root = Number(/\/Root (\d+) 0 R/u.exec(text.slice(at))?.[1]);
  const pages = Number(/\/Pages (\d+) 0 R/u.exec(bodyOf(root))?.[1]);
  const bodies = new Map<number, string>();
  const wanted = [pages];
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (bodies.has(next)) continue;
    const body = bodyOf(next);
    bodies.set(next, body);
    for (const [, number] of dictionary(body).matchAll(/(\d+) 0 R/gu)) wanted.push(Number(number));
  }
  return { bodies, pages };
}

/** A stream ends by its length: its bytes may say anything. */
function endOf(text: string, begin: number): number {
  const stream = /stream\r?\n/u.exec(text.slice(begin, begin + 4000));
  const plain = text.indexOf('endobj', begin);
  if (!stream || begin + stream.index > plain) return plain;
  const length = Number(/\/Length (\d+)/u.exec(text.slice(begin, begin + stream.index))?.[1]);
  return text.indexOf('endobj', begin + stream.index + stream[0].length + length);
}

/** The head of an object, before its stream. */
export function dictionary(body: string): string {
  const stream = body.search(/stream\r?\n/u);
  return stream === -1 ? body : body.slice(0, stream);
}

/** The object with its references under other numbers. */
export function rename(body: string, names: ReadonlyMap<number, number>): string {
  const head = dictionary(body);
  const renamed = head.replaceAll(
    /(\d+) 0 R/gu,
    (_, number: string) => `${names.get(Number(number)) ?? 0} 0 R`,
  );
  return renamed + body.slice(head.length);
}

/**
 * A file as it is written, object by object; number 1 is its catalogue. It is kept as bytes: text
 * cut from a large text would hold all of that.
 */
export function pdfWriter() {
  const out = [latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')];
  const places: number[] = [];
  let length = out[0]?.length ?? 0;
  return {
    write(number: number, body: string): void {
      places[number] = length;
      const bytes = latin(`${number} 0 obj\n${body}\nendobj\n`);
      out.push(bytes);
      length += bytes.length;
    },
    finish(): Uint8Array {
      const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
      out.push(
        latin(`xref\n0 ${places.length}\n0000000000 65535 f \n${table}`),
        latin(`trailer\n<< /Size ${places.length} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`),
      );
      return Buffer.concat(out.splice(0));
    },
  };
}

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
