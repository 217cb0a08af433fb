/**
 * Makes PDFs from Typst templates: tagged, with our own font, the same bytes for the same input.
 *
 * A template is a `.typ` file beside the area that owns it; it gets its data as JSON and so
 * holds layout only. Text from outside stays data: a name is never read as Typst.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);
const fonts = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'];

let compiler: NodeCompiler | undefined;

/**
 * Renders the template with `sys.inputs.data` set to the JSON of `data`.
 * Throws when the template does not compile, naming Typst's own message.
 */
export async function renderPdf(template: string, data: unknown): Promise<Uint8Array> {
  const source = await readFile(template, 'utf8');
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
  try {
    return compiler.pdf(
      { mainFileContent: source, inputs: { data: JSON.stringify(data) } },
      { creationTimestamp: 0 },
    );
  } finally {
    // Keeps the memory flat over a run of thousands of documents.
    compiler.evictCache(10);
  }
}

function fontFolders(): string[] {
  const home = path.dirname(require.resolve('@expo-google-fonts/inter/package.json'));
  return fonts.map((file) => path.dirname(path.join(home, file)));
}
