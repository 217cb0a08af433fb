/** The Typst compiler of one thread, with our own fonts and nothing of the host’s. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);
const fonts = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'];

let compiler: NodeCompiler | undefined;

/**
 * Compiles the text with `sys.inputs.data` set to `data`: tagged, the same bytes for the same
 * input. Throws when it does not compile, with Typst's own message.
 */
export function compileText(source: string, data: string, standard?: 'a-3b'): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
  try {
    return compiler.pdf(
      { mainFileContent: source, inputs: { data } },
      { creationTimestamp: 0, ...(standard === undefined ? {} : { pdfStandard: standard }) },
    );
  } finally {
    // Keeps the memory flat over a run of thousands of documents.
    compiler.evictCache(2);
  }
}

/** A document of several parts, and on which page each begins. */
export type Marked = { readonly bytes: Uint8Array; readonly firstPages: readonly number[] };

/** The same for a document whose parts begin with a page number labelled `<letter>`. */
export function compileMarked(source: string, data: string): Marked {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
  // Asked twice by its text: a handle on the compiled document would keep its memory until the
  // next collection, which does not see how large it is.
  const document = { mainFileContent: source, inputs: { data } };
  try {
    const bytes = compiler.pdf(document, { creationTimestamp: 0 });
    const marks: unknown = compiler.query(document, { selector: '<letter>', field: 'value' });
    return { bytes, firstPages: Array.isArray(marks) ? marks.map(Number) : [] };
  } finally {
    // A part of many letters shares nothing with the next one.
    compiler.evictCache(0);
  }
}

function fontFolders(): string[] {
  const home = path.dirname(require.resolve('@expo-google-fonts/inter/package.json'));
  return fonts.map((file) => path.dirname(path.join(home, file)));
}
