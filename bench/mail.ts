/**
 * `npm run bench -- mail`: a thousand messages while workers, the mail server and the database are
 * killed at random moments; each must arrive once, or wait as unknown for a person.
 *
 *     BENCH_MAIL_MESSAGES=200   fewer of them
 *     BENCH_MAIL_SEED=7         another sequence
 */
import { crashMail } from '../test/support/mail-crash.ts';

const messages = Number(process.env['BENCH_MAIL_MESSAGES'] ?? '1000');
const seed = Number(process.env['BENCH_MAIL_SEED'] ?? '1');
const kills = 40;

/** Says what became of them; throws when one went twice or was lost. */
export async function tellMail(say: (line: string) => void): Promise<void> {
  const began = performance.now();
  const { states, ...wrong } = await crashMail({ messages, kills, seed });
  const seconds = Math.round((performance.now() - began) / 1000);
  const told = Object.entries(states).map(([state, count]) => `${count} ${state}`);
  say(`${messages} messages, ${kills} kills, ${seconds} s: ${told.join(', ')}`);
  if (Object.values(wrong).some((count) => count > 0)) {
    throw new Error(`messages went wrong: ${JSON.stringify(wrong)}`);
  }
  say('none twice, none lost');
}
