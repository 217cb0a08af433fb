/**
 * A small piece of an XML file, such as one entry of a statement: names without prefixes.
 *
 * Only pieces are ever built; a whole file would not fit.
 */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
};

/** The first node down the path of names. */
export function at(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let found = node;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found;
}

/** Every child of that name. */
export function all(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** The trimmed text down the path; undefined when nothing stands there. */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  const text = at(node, ...path)?.text.trim();
  return text === undefined || text === '' ? undefined : text;
}

/** The first text that one of the paths leads to. */
export function firstText(
  node: XmlNode | undefined,
  ...paths: readonly (readonly string[])[]
): string | undefined {
  for (const path of paths) {
    const text = textAt(node, ...path);
    if (text !== undefined) return text;
  }
  return undefined;
}
