import { describe, expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

async function deskWithPeople() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const accountId = await desk.account(companyId, 'NORTH');
  const rosaOf = await desk.member('collector');
  const mayaOf = await desk.member('manager');
  const [rosa, maya] = [await desk.signIn(rosaOf), await desk.signIn(mayaOf)];
  return { ...desk, accountId, rosa, maya, rosaId: rosaOf.memberId };
}

type Row = { taskId: string; title: string };

describe('tasks over HTTP', () => {
  test('what a manager asks for stands in the collector’s inbox in its order', async () => {
    await using desk = await deskWithPeople();
    for (const [title, priority] of [
      ['Tidy the shared mailbox', 'low'],
      ['Call the county', 'urgent'],
    ]) {
      const body = { title, priority, assigneeId: desk.rosaId, accountId: desk.accountId };
      expect((await desk.maya.send('POST', '/api/v1/tasks', body)).status).toBe(200);
    }
    const { body } = await desk.rosa.get('/api/v1/tasks');
    expect(body).toMatchObject({
      count: 2,
      rows: [
        { title: 'Call the county', account: { number: 'NORTH' }, requester: 'The manager' },
        { title: 'Tidy the shared mailbox' },
      ],
    });
    const asked = await desk.maya.get('/api/v1/tasks?view=asked');
    expect(asked.body).toMatchObject({ count: 2 });
    const team = await desk.maya.get('/api/v1/tasks/team');
    expect(team.body).toMatchObject({ people: [{ name: 'The collector', standing: 2 }] });
    const ofAccount = await desk.rosa.get(`/api/v1/accounts/${desk.accountId}/tasks`);
    expect(ofAccount.body).toMatchObject({ rows: [{}, {}] });
  });

  test('the team’s view and the order are the manager’s; a collector is refused', async () => {
    await using desk = await deskWithPeople();
    expect((await desk.rosa.get('/api/v1/tasks/team')).status).toBe(403);
    const urgent = { title: 'Mine first', priority: 'urgent' };
    expect(await desk.rosa.send('POST', '/api/v1/tasks', urgent)).toMatchObject({
      status: 422,
      body: { code: 'task.priority_is_the_managers' },
    });
    const auditor = await desk.signIn(await desk.member('auditor'));
    expect((await auditor.send('POST', '/api/v1/tasks', { title: 'x' })).status).toBe(403);
  });

  test('a task is planned, ticked, commented, moved on, and its history reads back', async () => {
    await using desk = await deskWithPeople();
    const made = await desk.rosa.send('POST', '/api/v1/tasks', {
      title: 'Month-end letters',
      assigneeId: desk.rosaId,
    });
    // The answer of a task made.
    const { taskId } = made.body as Row;
    const path = `/api/v1/tasks/${taskId}`;
    const plan = { title: 'Letters', dueOn: '2026-11-27', dueTime: '15:30', lines: ['print'] };
    for (const [method, where, body] of [
      ['PUT', path, plan],
      ['POST', `${path}/lines/1`, { done: true }],
      ['POST', `${path}/comments`, { text: 'Toner is low' }],
      ['POST', `${path}/state`, { to: 'waiting', note: 'toner' }],
    ] as const) {
      expect((await desk.rosa.send(method, where, body)).status).toBe(200);
    }
    const { body } = await desk.rosa.get(path);
    expect(body).toMatchObject({
      task: { title: 'Letters', dueTime: '15:30', state: 'waiting', note: 'toner' },
      history: [
        { kind: 'moved', actor: 'The collector', text: 'toner' },
        { kind: 'comment', text: 'Toner is low' },
        { kind: 'line' },
        { kind: 'planned' },
        { kind: 'made' },
      ],
    });
    const refused = await desk.rosa.send('POST', `${path}/state`, { to: 'dropped' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'task.needs_reason' } });
  });

  test('who does not see the company does not see its tasks', async () => {
    await using desk = await deskWithPeople();
    const made = await desk.maya.send('POST', '/api/v1/tasks', { title: 'Secret' });
    // As above.
    const { taskId } = made.body as Row;
    await desk.company('OTHER');
    const other = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
    expect((await other.get('/api/v1/tasks/team')).body).toMatchObject({ count: 0 });
    expect((await other.get(`/api/v1/tasks/${taskId}`)).body).toMatchObject({
      code: 'task.no_such_task',
    });
    const moved = await other.send('POST', `/api/v1/tasks/${taskId}/state`, { to: 'done' });
    expect(moved).toMatchObject({ status: 404, body: { code: 'task.no_such_task' } });
  });
});
