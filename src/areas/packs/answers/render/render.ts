/**
 * A pack made ready to be sent: the mail, the PDF and the workbook, all from the same blocks, and
 * the fingerprint that says they were not changed since.
 */
import path from 'node:path';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import type { Pack, PackAsked } from '#platform/packs/maker.ts';
import { renderPdf } from '#platform/pdf/typst.ts';
import type { PrintedBlock } from '../../contract/printed.ts';
import { words } from '../../words/render.ts';
import { mailOf } from './mail.ts';
import { printedBlocks } from './printed.ts';
import { workbookOf } from './workbook.ts';

export type Rendered = {
  readonly title: string;
  readonly summary: readonly string[];
  readonly blocks: readonly PrintedBlock[];
  readonly mailText: string;
  readonly mailHtml: string;
  readonly pdf: Uint8Array;
  readonly xlsx: Uint8Array;
  readonly sha256: string;
};

/** Of which schedule it is, and whose; null where somebody just asked for it. */
export type Source = { readonly schedule: string | null; readonly owner: string };

const template = path.join(import.meta.dirname, 'pack.typ');

export async function render(pack: Pack, asked: PackAsked, source: Source): Promise<Rendered> {
  const { language, company, asOf, knownAt, reader } = asked;
  const blocks = printedBlocks(pack, language);
  const ownPart = reader.sight === 'own';
  const stamp = stampOf(asked, language);
  const facts = JSON.stringify([pack.title, company.code, asOf, knownAt, pack.summary, blocks]);
  const pdf = await renderPdf(template, {
    language,
    title: pack.title,
    company: company.name,
    asOf,
    stamp,
    summary: pack.summary,
    blocks,
    landscape: isWide(blocks),
    ownPart: ownPart ? say(words, 'render.own', {}, language) : '',
    fingerprint: fingerprint(Buffer.from(facts)).slice(0, 12),
  });
  const xlsx = await workbookOf(pack, `${company.name} · ${stamp}`, language);
  const head = { ...source, language, asOf, knownAt, company: company.name, ownPart };
  const { text, html } = mailOf({ ...head, title: pack.title, summary: pack.summary }, blocks);
  const { title, summary } = pack;
  const sha256 = fingerprint(Buffer.concat([Buffer.from(facts), pdf, xlsx]));
  return { title, summary, blocks, mailText: text, mailHtml: html, pdf, xlsx, sha256 };
}

function stampOf({ asOf, knownAt }: PackAsked, language: Language): string {
  const known = `${knownAt.slice(0, 16).replace('T', ' ')} UTC`;
  return [
    say(words, 'render.as_of', { asOf }, language),
    say(words, 'render.known', { known }, language),
  ].join(' · ');
}

/** More columns than stand beside each other on an upright page. */
const mostUpright = 8;

function isWide(blocks: readonly PrintedBlock[]): boolean {
  return blocks.some((block) => block.kind === 'table' && block.columns.length > mostUpright);
}
