/**
 * How the scripts of this folder run the tools of node_modules: on the pinned Node, which
 * runs the script itself, and not on the one that the machine happens to have.
 */
import path from 'node:path';

/** The folder of the checkout. */
export const root = path.join(import.meta.dirname, '..');

const bin = path.join(root, 'node_modules', '.bin');

/** The path of a tool that a package of node_modules brings. */
export function tool(name: string): string {
  return path.join(bin, name);
}

/** The environment in which `node` is the Node that runs this script. */
export const toolEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [path.dirname(process.execPath), bin, process.env['PATH'] ?? ''].join(path.delimiter),
};
