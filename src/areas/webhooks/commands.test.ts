import { expect, test } from 'vitest';
import { makeSeal } from '#platform/auth/sealing.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { webhookCommands } from './commands.ts';

test('dunlin webhooks adds, lists, tests, pauses, ends, and says what does not fit', async () => {
  await using story = await deskOwed1000();
  const desk = { ...story, seal: makeSeal('a key of more than thirty-two characters') };
  const run = (...args: string[]) => runCommand(webhookCommands, 'webhooks', desk, args);
  expect((await run()).out).toBe('No webhooks.');
  expect((await run('events')).out.split('\n')).toContain('credit.order_decided');
  const where = ['--name', 'Orders', '--url'];
  const url = 'https://orders.invalid/';
  const added = await run('add', ...where, url, '--events', 'cash.day_signed');
  expect(added.out).toMatch(/^[0-9a-f-]{36}\nSecret, shown this once: whsec_/u);
  expect(JSON.parse((await run('--json')).out)).toMatchObject({
    rows: [{ name: 'Orders', state: 'on', events: ['cash.day_signed'] }],
  });
  expect(await run('test', 'Orders')).toMatchObject({
    exit: 1,
    out: 'Nobody knows a host of this name.',
  });
  expect((await run('pause', 'Orders')).out).toBe('Done.');
  expect(JSON.parse((await run('--json')).out)).toMatchObject({ rows: [{ state: 'paused' }] });
  expect(JSON.parse((await run('deliveries', 'Orders', '--json')).out)).toEqual({ rows: [] });
  await run('end', 'Orders');
  expect((await run()).out).toBe('No webhooks.');

  const inside = await run('add', ...where, 'http://10.0.0.1/');
  expect(inside).toMatchObject({ exit: 1, err: expect.stringContaining('DUNLIN_WEBHOOK_HOSTS') });
  const strange = run('add', ...where, url, '--events', 'sun.rose');
  await expect(strange).rejects.toThrow('--events takes');
  await expect(run('pause', 'Nobody')).rejects.toThrow('no webhook');
});
