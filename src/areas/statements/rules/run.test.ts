import { describe, expect, test } from 'vitest';
import { type RunAct, type RunState, actOnRun } from './run.ts';

const after = (state: RunState, act: RunAct, paused = false): string => {
  const outcome = actOnRun({ state, paused }, act);
  if (!outcome.ok) return outcome.refusal;
  return outcome.value.paused ? `${outcome.value.state}, paused` : outcome.value.state;
};

describe('a run of statements', () => {
  test('goes out only after it was approved', () => {
    expect(after('review', 'approve')).toBe('delivering');
    expect(after('preparing', 'approve')).toBe('statements.run_not_in_review');
    expect(after('done', 'approve')).toBe('statements.run_not_in_review');
  });

  test('is paused while it moves and goes on where it was', () => {
    expect(after('preparing', 'pause')).toBe('preparing, paused');
    expect(after('delivering', 'pause')).toBe('delivering, paused');
    expect(after('delivering', 'pause', true)).toBe('statements.run_not_moving');
    expect(after('review', 'pause')).toBe('statements.run_not_moving');
    expect(after('delivering', 'resume', true)).toBe('delivering');
    expect(after('delivering', 'resume')).toBe('statements.run_not_paused');
  });

  test('is stopped for good while it is not over', () => {
    expect(after('review', 'stop')).toBe('stopped');
    expect(after('stopped', 'stop')).toBe('statements.run_over');
    expect(after('done', 'resume')).toBe('statements.run_over');
  });
});
