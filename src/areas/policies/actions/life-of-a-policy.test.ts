import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOn, type Story } from '#test/support/builders.ts';
import { proposed, published } from '#test/support/policies.ts';
import { publishedDocuments } from '../store/in-force.ts';
import { attestVersion } from './attest-version.ts';
import { decideVersion } from './decide-version.ts';
import { noteSimulation } from './note-simulation.ts';
import { proposeVersion } from './propose-version.ts';
import { publishVersion } from './publish-version.ts';
import { retireDocument } from './retire-document.ts';
import { withdrawVersion } from './withdraw-version.ts';

const ladder = { kind: 'strategy', key: 'ladder' };

async function inForce({ db }: Story, on: string): Promise<string[]> {
  const found = await publishedDocuments(db, 'strategy', day(on));
  return found.map(({ key, version }) => `${key} ${version}`);
}

describe('the life of a policy', () => {
  test('nothing runs before it is approved by a second person and published', async () => {
    await using desk = await deskOn('2026-07-20');
    const maya = await desk.member('manager');
    const ingrid = await desk.member('controller');
    const version = await proposed(desk, 'ladder', 'one', {}, maya);
    expect(version).toBe(1);
    const wish = { ...ladder, version, act: 'approved', unseen: false } as const;
    expect(answerOf(await desk.act((context) => decideVersion(context, wish), maya))).toBe(
      'policies.own_version',
    );
    const publish = { ...ladder, version, from: day('2026-07-20') };
    expect(answerOf(await desk.act((context) => publishVersion(context, publish)))).toBe(
      'policies.not_approved',
    );
    await desk.done((context) => decideVersion(context, wish), ingrid);
    expect(await inForce(desk, '2026-07-20')).toEqual([]);
    await desk.done((context) => publishVersion(context, publish));
    expect(await inForce(desk, '2026-07-19')).toEqual([]);
    expect(await inForce(desk, '2026-07-20')).toEqual(['ladder 1']);
  });

  test('the database itself refuses an author’s approval', async () => {
    await using desk = await deskOn('2026-07-20');
    await proposed(desk, 'ladder', 'one');
    const forged = desk.db.run(sql`
      insert into policies.act (document_id, version, act_id, kind, author, reason, recorded_at,
                                actor)
      select document_id, version, gen_random_uuid(), 'approved', actor, 'mine', now(), actor
        from policies.version`);
    await expect(forged).rejects.toThrow('second_person');
  });

  test('a version whose examples fail is not approved', async () => {
    await using desk = await deskOn('2026-07-20');
    const version = await proposed(desk, 'ladder', 'one', { failed: 2 });
    const manager = await desk.member('manager');
    const wish = { ...ladder, version, act: 'approved', unseen: false } as const;
    const refused = await desk.act((context) => decideVersion(context, wish), manager);
    expect(answerOf(refused)).toBe('policies.examples_fail 2');
  });

  test('who approves it has seen its simulation, or says that nobody has', async () => {
    await using desk = await deskOn('2026-07-20');
    const version = await proposed(desk, 'ladder', 'one', { simulated: true });
    const manager = await desk.member('manager');
    const wish = { ...ladder, version, act: 'approved', unseen: false } as const;
    const approve = () => desk.act((context) => decideVersion(context, wish), manager);
    expect(answerOf(await approve())).toBe('policies.not_simulated');
    const note = { ...ladder, version, facts: { from: '2026-04-21', to: '2026-07-20' } };
    await desk.done((context) => noteSimulation(context, note));
    expect(answerOf(await approve())).toBe('accepted');
  });

  test('the next version supersedes it on its day, and the past stays', async () => {
    await using desk = await deskOn('2026-07-01');
    await published(desk, 'ladder', 'one', { from: '2026-07-01' });
    desk.on('2026-07-20');
    await published(desk, 'ladder', 'two', { from: '2026-08-01' });
    expect(await inForce(desk, '2026-07-31')).toEqual(['ladder 1']);
    expect(await inForce(desk, '2026-08-01')).toEqual(['ladder 2']);
    const then = instant('2026-07-10T12:00:00Z');
    const [known] = await publishedDocuments(desk.db, 'strategy', day('2026-08-01'), then);
    expect(known?.version).toBe(1);
  });

  test('a version that is not in force yet is taken back', async () => {
    await using desk = await deskOn('2026-07-01');
    await published(desk, 'ladder', 'one', { from: '2026-07-01' });
    const version = await published(desk, 'ladder', 'two', { from: '2026-08-01' });
    await desk.done((context) => withdrawVersion(context, { ...ladder, version }));
    expect(await inForce(desk, '2026-08-02')).toEqual(['ladder 1']);
    const first = { ...ladder, version: 1 };
    const refused = await desk.act((context) => withdrawVersion(context, first));
    expect(answerOf(refused)).toBe('policies.in_force_already 2026-07-01');
  });

  test('a policy ends without another, unless others inherit from it', async () => {
    await using desk = await deskOn('2026-07-01');
    await published(desk, 'ladder', 'one', { from: '2026-07-01' });
    await published(desk, 'large', 'over it', { from: '2026-07-01', follows: 'ladder' });
    const retire = (key: string, on: string) =>
      desk.act((context) => retireDocument(context, { kind: 'strategy', key, on: day(on) }));
    expect(answerOf(await retire('ladder', '2026-07-10'))).toBe('policies.followed ladder large');
    expect(answerOf(await retire('large', '2026-07-10'))).toBe('accepted');
    expect(answerOf(await retire('ladder', '2026-07-10'))).toBe('accepted');
    expect(await inForce(desk, '2026-07-09')).toEqual(['ladder 1', 'large 1'].toSorted());
    expect(await inForce(desk, '2026-07-10')).toEqual([]);
    expect(answerOf(await retire('ladder', '2026-07-12'))).toContain('policies.not_in_force');
  });

  test('the same text is not proposed twice', async () => {
    await using desk = await deskOn('2026-07-01');
    await proposed(desk, 'ladder', 'one');
    const made = {
      ...ladder,
      nameEn: 'Ladder',
      nameEs: 'Escalera',
      written: 'one',
      judged: {},
      follows: null,
      hasExamples: false,
      hasSimulation: false,
    };
    const again = await desk.act((context) => proposeVersion(context, made, null));
    expect(answerOf(again)).toBe('policies.unchanged ladder');
  });

  test('a member attests once what they have read, a command never', async () => {
    await using desk = await deskOn('2026-07-01');
    const version = await published(desk, 'ladder', 'one', { from: '2026-07-01' });
    const rosa = await desk.member('collector');
    const attest = () =>
      desk.act((context) => attestVersion(context, { ...ladder, version }), rosa);
    expect(answerOf(await attest())).toBe('accepted');
    expect(answerOf(await attest())).toContain('policies.attested_already');
    const command = await desk.act((context) => attestVersion(context, { ...ladder, version }));
    expect(answerOf(command)).toBe('policies.only_people_attest');
    const next = await proposed(desk, 'ladder', 'two');
    const unread = { ...ladder, version: next };
    const early = await desk.act((context) => attestVersion(context, unread), rosa);
    expect(answerOf(early)).toContain('policies.not_published');
  });
});
