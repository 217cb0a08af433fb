/** The files that a command names: one by one, or all the tables of a folder. */
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Unfit } from '#platform/cli/command.ts';
import type { DroppedFile } from '../answers/open-files.ts';

/** Files as named; of a folder its CSV and XLSX files, expected answers of a book left out. */
export async function placesOf(names: readonly string[]): Promise<string[]> {
  const places: string[] = [];
  for (const name of names) {
    const found = await stat(name).catch(() => undefined);
    if (!found) throw new Unfit('import.no_such_file', `${name}: there is no such file or folder`);
    places.push(...(found.isDirectory() ? await folderFiles(name) : [name]));
  }
  return places;
}

export async function droppedFrom(places: readonly string[]): Promise<DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const place of places) {
    files.push({ name: path.basename(place), bytes: await readFile(place) });
  }
  return files;
}

async function folderFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.(csv|tsv|txt|xlsx)$/iu.test(name));
  if (names.length === 0) {
    throw new Unfit('import.no_table_in_folder', `${folder}: holds no CSV or XLSX file`);
  }
  return names.toSorted().map((name) => path.join(folder, name));
}
