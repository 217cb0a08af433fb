import { describe, expect, test } from 'vitest';
import { refuse } from '#kernel/outcome.ts';
import { holds } from '../neutral.ts';
import { type TransactionSet, readEnvelopes } from './envelope.ts';

const isa = 'ISA*00* *00* *ZZ*SENDER *ZZ*RECEIVER *261120*0615*U*00401*000000011*0*P*>~';
const gs = 'GS*RA*SENDER*RECEIVER*20261120*0615*7*X*004010~';
const one = 'ST*820*0001~BPR*C*5.00~SE*3*0001~';
const two = 'ST*820*0002~BPR*C*6.00~SE*3*0002~';
const end = 'IEA*1*000000011~';

function envelopesOf(text: string) {
  const transactions: TransactionSet[] = [];
  const read = readEnvelopes(text, (set) => {
    transactions.push(set);
    return undefined;
  });
  if (!read.ok) throw new Error(JSON.stringify(read));
  return { ...read.value, transactions };
}

test('interchanges, groups and transaction sets are counted, and their trailers compared', () => {
  const text = `${isa}${gs}${one}${two}GE*2*7~${end}`;
  const read = envelopesOf(text);
  expect(read.interchanges).toBe(1);
  expect(read.groups).toBe(1);
  expect(read.transactions.map(({ set, control }) => `${set} ${control}`)).toEqual([
    '820 0001',
    '820 0002',
  ]);
  expect(read.controls.filter((control) => !holds(control))).toEqual([]);
});

describe('a trailer that disagrees warns and names the figure', () => {
  test.each([
    ['SE counts', one.replace('SE*3', 'SE*4'), 'segment_count 4 for 3', false],
    ['SE repeats another number', one.replace('SE*3*0001', 'SE*3*1'), 'transaction_control', false],
    ['SE pads its count', one.replace('SE*3', 'SE*0003'), '', true],
    ['a set that the next one cuts off', `ST*820*9~BPR*C*1~${two}`, 'transaction_count', false],
  ])('%s', (_, sets, wrong, agrees) => {
    const read = envelopesOf(`${isa}${gs}${sets}GE*1*7~${end}`);
    const odd = read.controls.filter((control) => !holds(control));
    expect(odd.map((each) => `${each.what} ${each.stated} for ${each.found}`).join()).toContain(
      wrong,
    );
    expect(read.transactions[0]?.trailerAgrees).toBe(agrees);
  });

  test('GE and IEA', () => {
    const read = envelopesOf(`${isa}${gs}${one}GE*2*8~IEA*2*12~`);
    expect(read.controls.filter((each) => !holds(each)).map((each) => each.what)).toEqual([
      'transaction_count',
      'group_control',
      'group_count',
      'interchange_control',
    ]);
  });
});

test('a group, a set or bare segments may come without what goes around them', () => {
  expect(envelopesOf(`${gs}${one}GE*1*7~`).groups).toBe(1);
  expect(envelopesOf(one).transactions[0]).toMatchObject({ set: '820', trailerAgrees: true });
  const bare = envelopesOf('RMR*IV*4501**100.00\\REF*PO*77\\').transactions[0];
  expect(bare).toMatchObject({ set: '', control: '', trailerAgrees: false });
  expect(bare?.segments).toHaveLength(2);
});

describe('a file that was cut off is refused by the record', () => {
  test.each([
    ['within a set', `${isa}${gs}${one}ST*820*0002~BPR*C*6.00~`, 7, 'SE'],
    ['within the header', isa.slice(0, 40), 1, 'ISA'],
    ['before anything', 'Dear sirs', 1, 'segment'],
  ])('%s', (_, text, record, wanted) => {
    const read = readEnvelopes(text, () => undefined);
    expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record', facts: { record } });
    expect(read.ok ? '' : read.facts['reason']).toContain(wanted);
  });
});

describe('a file that ends between two sets is read, and put aside', () => {
  test.each([
    ['after a set', `${isa}${gs}${one}`, ['group_trailer', 'interchange_trailer']],
    ['after a group', `${isa}${gs}${one}GE*1*7~`, ['interchange_trailer']],
  ])('%s', (_, text, missing) => {
    const odd = envelopesOf(text).controls.filter((control) => !holds(control));
    expect(odd.map(({ kind, what }) => `${kind} ${what}`)).toEqual(
      missing.map((what) => `amount ${what}`),
    );
  });
});

test('a set that is refused ends the reading', () => {
  const seen: string[] = [];
  const read = readEnvelopes(`${one}${two}`, ({ control }) => {
    seen.push(control);
    return refuse('read.bad_record', { record: 2 });
  });
  expect(read).toMatchObject({ ok: false, facts: { record: 2 } });
  expect(seen).toEqual(['0001']);
});
