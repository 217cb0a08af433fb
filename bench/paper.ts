/** `npm run bench -- paper`: statements and letters by the thousand, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A small nursery: what is young is thrown away sooner instead of being held. */
const options = ['--max-semi-space-size=2'];

export async function tellPapers(): Promise<void> {
  const script = path.join(import.meta.dirname, 'paper-one.ts');
  const child = spawn(process.execPath, [...options, script], { stdio: 'inherit' });
  const [code]: unknown[] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the papers were not drawn: ${String(code)}`);
}
