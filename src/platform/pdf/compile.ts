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
export function compileText(source: string, data: string): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
  try {
    return compiler.pdf({ mainFileContent: source, inputs: { data } }, { creationTimestamp: 0 });
  } finally {
    // Keeps the memory flat over a run of thousands of documents.
    compiler.evictCache(10);
  }
}

function fontFolders(): string[] {
  const home = path.dirname(require.resolve('@expo-google-fonts/inter/package.json'));
  return fonts.map((file) => path.dirname(path.join(home, file)));
}
