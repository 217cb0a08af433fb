/**
 * A PDF of one page with words where one puts them, built by hand, for tests of reading.
 * Without words it is what a scanner makes: a page that holds no text.
 */
export type Word = { readonly x: number; readonly y: number; readonly text: string };

/** Rows of cells from the top of the page, each column 120 points wide. */
export function pdfOfRows(rows: readonly (readonly string[])[]): Uint8Array {
  return pdfOf(
    rows.flatMap((cells, row) =>
      cells.map((text, column) => ({ x: 30 + column * 120, y: 780 - row * 16, text })),
    ),
  );
}

/** A page with the words on it. */
export function pdfOf(words: readonly Word[]): Uint8Array {
  const shown = words.map(
    ({ x, y, text }) =>
      `BT /F1 9 Tf ${x} ${y} Td (${text.replaceAll(/[\\()]/gu, String.raw`\$&`)}) Tj ET`,
  );
  const stream = shown.join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(body.length);
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end =
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, 'latin1');
}
