/** Every pack in both languages, over a real book: its figures, its PDF and its workbook. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { openPdf } from '#platform/files/open-pdf.ts';
import { openXlsx } from '#platform/files/open-xlsx.ts';
import { type PackDesk, packDesk } from '#test/support/pack-desk.ts';
import { saveReport } from '#areas/datasets/actions/save-report.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import { packMakers } from '#server/packs.ts';
import { packCompany } from '../company.ts';
import { render } from '../render/render.ts';

const controllers = permissionsOf(['controller']);

/** The setting that names a report which may be sent. */
async function sharedReport(desk: PackDesk): Promise<{ report: string }> {
  const wish = {
    name: undefined,
    title: 'By account',
    note: '',
    shared: 'company',
    companyId: null,
    reviewOn: undefined,
    question: { dataset: 'open-items', columns: ['account', 'number', 'currency', 'open'] },
  } as const;
  const keeper = { memberId: desk.carol, permissions: controllers };
  const { name } = await desk.done((context) => saveReport(context, wish, keeper));
  return { report: name };
}

async function made(desk: PackDesk, kind: string, language: 'en' | 'es', own = false) {
  const maker = packMakers.find((each) => each.kind === kind);
  if (!maker) throw new Error(`no maker ${kind}`);
  const companies = [desk.companyId];
  const asked = {
    company: await packCompany(desk.db, desk.companyId),
    asOf: day('2026-11-20'),
    today: day('2026-11-20'),
    knownAt: desk.clock.now(),
    language,
    reader: own
      ? ({ sight: 'own', memberId: desk.rosa, permissions: [], companies } as const)
      : { sight: 'company' as const, memberId: null, permissions: controllers, companies },
    settings: kind === 'saved-report' ? await sharedReport(desk) : {},
    before: null,
  };
  const pack = await maker.make(desk.db, asked);
  return { pack, ...(await render(pack, asked, { schedule: null, owner: '' })) };
}

test.each(packMakers.flatMap(({ kind }) => [[kind, 'en'] as const, [kind, 'es'] as const]))(
  'the pack %s in %s is a PDF that can be read and a workbook that opens',
  async (kind, language) => {
    await using desk = await packDesk();
    const { pack, pdf, xlsx, mailHtml } = await made(desk, kind, language);
    const folder = process.env['PACKS_OUT'];
    if (folder) await writeFile(`${folder}/${kind}-${language}.pdf`, pdf);
    const text = await openPdf(pdf);
    if (!text.ok) throw new Error(text.refusal);
    expect(text.value).toContain(pack.title);
    expect(text.value).toContain('MAIN');
    expect(Buffer.from(pdf).toString('latin1')).toContain('/StructTreeRoot');
    const sheets = await openXlsx(xlsx);
    expect(sheets.ok).toBe(true);
    expect(mailHtml).toContain(`lang="${language}"`);
  },
);

test('the over-60 pack adds up to the over-60 list, its silent accounts first', async () => {
  await using desk = await packDesk();
  const { pack } = await made(desk, 'over-60', 'en');
  expect(pack.summary[0]).toBe('$1,500 is more than 60 days past due in 2 accounts.');
  const table = pack.blocks.find((block) => block.kind === 'table');
  expect(table).toMatchObject({ marked: [0, 1], rows: [{ 0: 'NORTH' }, { 0: 'SOUTH' }] });
  const own = await made(desk, 'over-60', 'en', true);
  expect(own.pack.summary[0]).toBe('$1,000 is more than 60 days past due in 1 account.');
});

test('the portfolio brief and the month-end aging tie to each other', async () => {
  await using desk = await packDesk();
  const [brief, aging] = [
    await made(desk, 'portfolio', 'en'),
    await made(desk, 'month-aging', 'en'),
  ];
  const balance = (blocks: typeof brief.pack.blocks): string | null | undefined =>
    blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []))[0]?.value;
  expect(balance(brief.pack.blocks)).toBe('1570.00');
  expect(balance(aging.pack.blocks)).toBe('1570.00');
});

test('a saved report ends with its totals, and the flash says where nobody works it', async () => {
  await using desk = await packDesk();
  const report = await made(desk, 'saved-report', 'en');
  const [table] = report.pack.blocks;
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.rows.map((row) => row[1])).toEqual(['I-1', 'I-2', 'I-3']);
  expect(table.totalRows).toEqual([['Total', '', 'USD', '1570.00']]);
  expect(report.blocks).toMatchObject([
    { kind: 'table', totalRows: [['Total', '', 'USD', '1,570.00']] },
  ]);
  expect(report.mailHtml).toMatch(/<th [^>]*>1,570.00<\/th>/u);
  expect(JSON.stringify(await openXlsx(report.xlsx))).toContain('1570');
  const flash = await made(desk, 'flash', 'es');
  const largest = flash.pack.blocks.find((block) => block.kind === 'table');
  expect(largest?.rows.map((row) => [row[0], row[4]])).toEqual([
    ['NORTH', expect.stringContaining('collector')],
    ['SOUTH', 'Nadie'],
  ]);
});

test('what is posted into a reported month afterwards is said by the next issue', async () => {
  await using desk = await packDesk();
  const reported = { asOf: day('2026-10-31'), knownAt: desk.clock.now() };
  await desk.invoice(desk.north, { amount: '25', issued: '2026-10-20', number: 'LATE-1' });
  const maker = packMakers.find(({ kind }) => kind === 'month-aging');
  const pack = await maker?.make(desk.db, {
    company: await packCompany(desk.db, desk.companyId),
    asOf: day('2026-11-20'),
    today: day('2026-11-20'),
    knownAt: desk.clock.now(),
    language: 'en',
    reader: { sight: 'company', memberId: null, permissions: [], companies: [desk.companyId] },
    settings: {},
    before: reported,
  });
  const warning = pack?.blocks.find((block) => block.kind === 'text' && block.tone === 'warning');
  expect(warning).toMatchObject({ text: expect.stringContaining('by $25: from $1,570 to $1,595') });
});
