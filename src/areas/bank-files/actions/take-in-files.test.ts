import { expect, test } from 'vitest';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { sql } from '#platform/postgres/sql.ts';
import { bytesFor, deskWithBank, fileOf, line, statementOf } from '#test/support/bank-files.ts';
import { takeInFiles } from './take-in-files.ts';

test('of files that came together all go in or none', async () => {
  await using desk = await deskWithBank('2026-06-03');
  const one = fileOf(statementOf([line('2026-06-02', '45.00', 'DEPOSIT')]));
  const take = (...neutrals: (typeof one)[]) => {
    const files = neutrals.map((neutral, index) => {
      const bytes = bytesFor(neutral);
      const name = `part ${index + 1}`;
      return { name, container: 'day.zip', bytes, sha256: fingerprint(bytes), neutral };
    });
    const from = { companyId: desk.companyId, companies: 'all', source: 'upload' } as const;
    return desk.act((context) => takeInFiles(context, files, from));
  };
  expect(await take(one, fileOf())).toMatchObject({
    refusal: 'bank_files.holds_nothing',
    facts: { file: 'part 2' },
  });
  expect(await desk.db.all(sql`select from bank_files.file`)).toEqual([]);
  expect(await take(one, one)).toMatchObject({
    value: [{ added: 1 }, { added: 0, seenBefore: true }],
  });
});
