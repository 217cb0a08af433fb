/**
 * `node bin/seed.ts`: fills an empty database with the invented company, as the first start
 * of the server does, and prints the log-ins. DATABASE_URL or DUNLIN_DATA say which.
 */
import { withDesk } from '#cli/open-desk.ts';
import { companies } from '#areas/team/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { seedDemo } from '../db/seed/demo.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);
const terminal = { print, complain, language: 'en' } as const;

await withDesk(readConfig(process.env), terminal, {}, async (desk) => {
  if ((await companies(desk.db, 'all')).length > 0) {
    complain('There is a company already; the invented one only comes into an empty database.');
    process.exitCode = 1;
    return;
  }
  const began = performance.now();
  for (const { name, email, password, role } of await seedDemo(desk)) {
    print(`${email.padEnd(22)} ${password}   ${name}, ${role}`);
  }
  print(`Seeded in ${Math.round((performance.now() - began) / 100) / 10} s.`);
});
