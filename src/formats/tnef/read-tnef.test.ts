import { describe, expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { winmail } from '#test/support/tnef.ts';
import { isTnef, readTnef } from './read-tnef.ts';

const sent = winmail({
  body: 'Pagamos mañana.',
  html: '<p>Pagamos <b>mañana</b>.</p>',
  files: [
    { name: 'Remittance of the 3rd.csv', content: 'INV-1,100.00' },
    { name: '../../etc/passwd', content: 'x' },
  ],
});

describe('a winmail.dat', () => {
  test('gives its words and its files under their long names', () => {
    const read = readTnef(sent);
    expect(read.ok && read.value).toMatchObject({ text: 'Pagamos mañana.', whole: true });
    const files = read.ok ? read.value.files : [];
    expect(files.map(({ name }) => name)).toEqual(['Remittance of the 3rd.csv', '....etcpasswd']);
    expect(Buffer.from(files[0]?.bytes ?? []).toString()).toBe('INV-1,100.00');
  });

  test('that broke off gives what stood whole before the break', () => {
    const read = readTnef(sent.subarray(0, sent.length - 30));
    expect(read.ok && read.value.whole).toBe(false);
    expect(read.ok && read.value.text).toBe('Pagamos mañana.');
  });

  test('says its rich text where it has no other words, and not where it has', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252 Pagamos ma\'f1ana.\par INV-1}`;
    const alone = readTnef(winmail({ rtf }));
    expect(alone.ok && alone.value.text).toBe('Pagamos mañana.\nINV-1');
    const beside = readTnef(winmail({ rtf, body: 'As agreed.' }));
    expect(beside.ok && beside.value.text).toBe('As agreed.');
  });

  test('is not what merely begins like one', () => {
    expect(isTnef(new TextEncoder().encode('PK..'))).toBe(false);
    expect(readTnef(new Uint8Array()).ok).toBe(false);
  });

  test('with any bytes wrong is answered and never thrown over', () => {
    const most = [...mutated(sent, 3000, 7)].map((bytes) => {
      const read = readTnef(bytes);
      return read.ok ? read.value.files.length : 0;
    });
    expect(Math.max(...most)).toBeLessThanOrEqual(200);
  });
});
