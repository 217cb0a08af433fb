/** Cells copied in a spreadsheet, as its clipboard has them: rows by line, columns by tab. */

/** One cell or many; the line end that a spreadsheet puts behind the last row is no row. */
export function pastedCells(text: string): string[][] {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** Where each of the cells falls when the first is put at a place; what falls outside is left. */
export function placed(
  cells: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number; readonly text: string }[] {
  return cells.flatMap((line, down) =>
    line.flatMap((text, right) => {
      const place = { row: at.row + down, column: at.column + right, text };
      return place.row < size.rows && place.column < size.columns ? [place] : [];
    }),
  );
}
