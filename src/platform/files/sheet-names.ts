/** What sheets may be called: 31 characters, none of `[]:*?/\\'`, and no name twice in a book. */

const longest = 31;

/** A name that a spreadsheet takes, as near to the text as it may be. */
export function sheetName(text: string): string {
  return (
    text
      .replaceAll(/[[\]:*?/\\]/gu, ' ')
      .slice(0, longest)
      .replaceAll(/^[\s']+|[\s']+$/gu, '') || '1'
  );
}

/** Names for the sheets of one book, in their order; the second of a name is numbered. */
export function sheetNames(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const plain = sheetName(text);
    let name = plain;
    for (let no = 2; taken.has(name.toLowerCase()); no += 1) {
      name = `${plain.slice(0, longest - 3)} ${no}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
