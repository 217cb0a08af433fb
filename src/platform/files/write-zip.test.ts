import { expect, test } from 'vitest';
import { openArchive } from '#formats/archive.ts';
import { unpacking } from './unpacking.ts';
import { writeZip } from './write-zip.ts';

test('an archive is read again name for name and byte for byte', () => {
  const large = Buffer.alloc(100_000, 'dunlin ');
  const zip = writeZip([
    { name: 'caso.txt', content: Buffer.from('día') },
    { name: 'facturas/I-1.pdf', content: large },
    { name: 'caso.txt', content: Buffer.from('otra') },
  ]);
  const opened = openArchive(zip, unpacking);
  if (!opened.ok) throw new Error(opened.refusal);
  const files = new Map(opened.value.map(({ name, bytes }) => [name, Buffer.from(bytes)]));
  expect([...files.keys()]).toEqual(['caso.txt', 'facturas/I-1.pdf', 'caso-2.txt']);
  expect(files.get('caso.txt')?.toString('utf8')).toBe('día');
  expect(files.get('facturas/I-1.pdf')).toEqual(large);
  expect(zip.length).toBeLessThan(10_000);
});
