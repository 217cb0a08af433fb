import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { newId } from '#platform/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { assignOwner } from '#areas/customers/index.ts';
import { deskOn } from '#test/support/builders.ts';
import { answerText, findNumber, takeStep } from './reactions.ts';

async function desk() {
  const story = await deskOn('2026-11-20');
  const accountId = await story.account('NORTH');
  const rosa = await story.member('collector');
  const maya = await story.member('manager');
  const { memberId } = rosa;
  await story.done((context) => assignOwner(context, { accountId, memberId }));
  const hears = (payload: object) =>
    story.done(async (context) => {
      await takeStep(context, { ...event, eventId: newId(), accountId, payload: { ...payload } });
      return accept(null);
    });
  const tasks = () =>
    story.db.all(sql<{ title: string; assignee_id: string | null }>`
      select title, assignee_id from tasks.task_now order by title`);
  return { ...story, accountId, rosa, maya, hears, tasks };
}

const event = { name: 'strategies.step_asked', at: instant('2026-11-20T12:00:00.000000Z') };
const asked = { strategy: 'ladder', step: 'l1', amount: '1200.00', currency: 'USD' };

test('a step that asks for a task is the collector’s, an escalated one the manager’s', async () => {
  await using story = await desk();
  await story.hears({ ...asked, act: 'task', to: null });
  await story.hears({ ...asked, act: 'escalate', to: 'manager' });
  await story.hears({ ...asked, act: 'email', to: null });
  expect(await story.tasks()).toEqual([
    { title: 'Follow up / Dar seguimiento: 1200.00 USD', assignee_id: story.rosa.memberId },
    { title: 'Take over / Tomar a cargo: 1200.00 USD', assignee_id: story.maya.memberId },
  ]);
});

test('nobody is guessed: where two managers could take it, whoever does takes it', async () => {
  await using story = await desk();
  await story.member('manager');
  await story.hears({ ...asked, act: 'escalate', to: 'manager' });
  expect(await story.tasks()).toMatchObject([{ assignee_id: null }]);
});

test('an unanswered text and a wrong number are the owner’s to look after', async () => {
  await using story = await desk();
  const { accountId } = story;
  const told = (said: Record<string, string>) => ({
    ...event,
    eventId: newId(),
    accountId,
    payload: said,
  });
  await story.done(async (context) => {
    const text = { name: 'Ann', body: 'Which invoice?' };
    await answerText(context, told({ ...text, meaning: 'other' }));
    await answerText(context, told({ ...text, meaning: 'stop' }));
    await findNumber(context, told({ number: '215-555-0142' }));
    return accept(null);
  });
  expect(await story.tasks()).toEqual([
    { title: 'Answer a text / Responder un mensaje: Ann', assignee_id: story.rosa.memberId },
    { title: 'Find a number / Buscar un número: 215-555-0142', assignee_id: story.rosa.memberId },
  ]);
});
