import { describe, expect, test } from 'vitest';
import { makeLog } from './log.ts';

/** What one call writes, without its time. */
function logged(work: (log: ReturnType<typeof makeLog>) => void): unknown[] {
  const lines: unknown[] = [];
  work(
    makeLog('info', (line) => {
      const { time: _, ...rest }: Record<string, unknown> = JSON.parse(line);
      lines.push(rest);
    }),
  );
  return lines;
}

describe('the log', () => {
  test('is JSON, a line for each event at or above its level', () => {
    expect(
      logged((log) => {
        log.debug('unheard');
        log.info({ account: 'A-1' }, 'opened');
      }),
    ).toEqual([{ level: 30, account: 'A-1', msg: 'opened' }]);
  });

  test('hides secrets at any depth', () => {
    const headers = { Authorization: 'Bearer x', cookie: ['a=b'], 'set-cookie': 's', accept: '*' };
    expect(logged((log) => log.info({ req: { headers }, form: { newPassword: 'p' } }))).toEqual([
      {
        level: 30,
        req: {
          headers: {
            Authorization: '[redacted]',
            cookie: '[redacted]',
            'set-cookie': '[redacted]',
            accept: '*',
          },
        },
        form: { newPassword: '[redacted]' },
      },
    ]);
  });

  test.each([
    ['paid with 4111 1111 1111 1111 today', 'paid with [card] today'],
    ['4111-1111-1111-1111', '[card]'],
    ['card=378282246310005.', 'card=[card].'],
    ['4111111111111112 fails the check', '4111111111111112 fails the check'],
    ['invoice 100200300', 'invoice 100200300'],
    ['id 41111111-1111-7111-8111-111111111111', 'id 41111111-1111-7111-8111-111111111111'],
  ])('card numbers: %s', (said, written) => {
    expect(logged((log) => log.info(said))).toEqual([{ level: 30, msg: written }]);
  });

  test('hides card numbers in numbers and in errors', () => {
    const [line] = logged((log) =>
      log.error({ pan: 4_111_111_111_111_111, err: new Error('declined 4111111111111111') }),
    );
    expect(line).toMatchObject({ pan: '[card]', err: { message: 'declined [card]' } });
    expect(JSON.stringify(line)).not.toContain('4111');
  });
});
