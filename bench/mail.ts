/**
 * `npm run bench -- mail`: a thousand messages while workers, the mail server and the database are
 * killed at random moments; each must arrive once, or wait as unknown for a person.
 *
 *     npm run bench -- mail 200     fewer of them
 *     npm run bench -- mail 1000 7  another sequence of moments
 */
import { crashMail } from '../test/support/mail-crash.ts';

const usual = { messages: 1000, seed: 1 };
const kills = 40;

/** Says what became of them; throws when one went twice or was lost. */
export async function tellMail(told: readonly string[], say: (line: string) => void) {
  const [messages, seed] = [numberOf(told[0], usual.messages), numberOf(told[1], usual.seed)];
  const began = performance.now();
  const { states, ...wrong } = await crashMail({ messages, kills, seed });
  const seconds = Math.round((performance.now() - began) / 1000);
  const became = Object.entries(states).map(([state, count]) => `${count} ${state}`);
  say(`${messages} messages, ${kills} kills, ${seconds} s: ${became.join(', ')}`);
  if (Object.values(wrong).some((count) => count > 0)) {
    throw new Error(`messages went wrong: ${JSON.stringify(wrong)}`);
  }
  say('none twice, none lost');
}

function numberOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,5}$/u.test(text))
    throw new Error(`"${text}" is no number: mail [HOW MANY] [SEED]`);
  return Number(text);
}
