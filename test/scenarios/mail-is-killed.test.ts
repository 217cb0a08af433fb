/**
 * kill -9 of workers, of the mail server and of the database while messages go out: each arrives
 * exactly once, or waits as unknown for a person; none twice, none said to be sent that was not.
 */
import { expect, test } from 'vitest';
import { crashMail } from '#test/support/mail-crash.ts';

test('200 messages through kills at random moments: none twice, none lost', async () => {
  const { states, ...wrong } = await crashMail({ messages: 200, kills: 12, seed: 5 });
  expect(wrong).toEqual({ twice: 0, lost: 0, unnoticed: 0 });
  const { sent = 0, unknown = 0, ...others } = states;
  expect(others).toEqual({});
  expect(sent + unknown).toBe(200);
  expect(sent).toBeGreaterThan(100);
}, 240_000);
