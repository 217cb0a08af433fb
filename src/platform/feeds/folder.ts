/** A watched folder: whatever lies in it and has come to rest. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Feed, type RemoteFile, isFinished, matches, momentOf } from './feed.ts';
import type { FolderSettings } from './settings.ts';

/** A feed on a folder of this machine; folders within it are left alone. */
export function folderFeed(settings: FolderSettings): Feed {
  const { name, company, as, path: folder, match } = settings;
  return {
    name,
    company,
    as,
    open: () =>
      Promise.resolve({
        list: () => listed(folder, match),
        fetch: (file) => fetched(folder, file),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      }),
  };
}

async function listed(folder: string, match: string | undefined): Promise<RemoteFile[]> {
  const inside = await readdir(folder, { withFileTypes: true });
  const files = inside.filter(
    (each) => each.isFile() && isFinished(each.name) && matches(match, each.name),
  );
  return Promise.all(files.map(({ name }) => fileAt(folder, name)));
}

async function fileAt(folder: string, name: string): Promise<RemoteFile> {
  const { size, mtimeMs } = await stat(path.join(folder, name));
  return { name, bytes: size, modifiedAt: momentOf(mtimeMs) };
}

async function fetched(folder: string, file: RemoteFile): Promise<Uint8Array | undefined> {
  const bytes = await readFile(path.join(folder, file.name));
  const after = await fileAt(folder, file.name);
  const still = after.bytes === file.bytes && after.modifiedAt === file.modifiedAt;
  return still && bytes.length === file.bytes ? bytes : undefined;
}
