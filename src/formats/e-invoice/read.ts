/**
 * Reads electronic invoices: UBL 2.1 and CII, as they come alone or inside a Factur-X PDF.
 *
 * An invoice moves no money and is no remittance: what is told of it are its figures, and
 * whether its own sums hold by the rules of EN 16931.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { NeutralFile } from '../neutral.ts';
import type { BankFileRefusal, BankReader, ReadFile, Summary } from '../reader.ts';
import { exactAmount } from '../exact.ts';
import type { XmlNode } from '../xml/node.ts';
import { walkXml } from '../xml/walk.ts';
import { ciiFigures } from './cii-figures.ts';
import { brokenRules } from './en16931/judge.ts';
import { termsOfCii } from './en16931/of-cii.ts';
import { termsOfUbl } from './en16931/of-ubl.ts';
import type { InvoiceFigures } from './figures.ts';
import { sumProblems } from './sum-rules.ts';
import { ublFigures } from './ubl-figures.ts';

const names = [
  'Invoice',
  'CreditNote',
  'CrossIndustryInvoice',
  'CrossIndustryDocument',
  'SCRDMCCBDACIOMessageStructure',
];
const roots = new RegExp(String.raw`<(?:[\w.-]+:)?(?:${names.join('|')})[\s>]`, 'u');
const known = /urn:oasis:names:specification:ubl|CrossIndustry(?:Invoice|Document)|SCRDMCCBDACIO/u;

/** An invoice is one document; what is larger than this is none. */
const mostBytes = 50_000_000;

export const eInvoice: BankReader = {
  format: 'e-invoice',
  recognises: ({ start }) => start.startsWith('<') && roots.test(start) && known.test(start),
  read,
};

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  if (bytes.length > mostBytes) {
    return refuse('read.too_large', { limit: mostBytes / 1_000_000, unit: 'megabytes' });
  }
  let root: XmlNode | undefined;
  const walked = walkXml(bytes, {
    open: () => 'collect',
    piece: (node) => {
      root = node;
      return undefined;
    },
  });
  if (!walked.ok) return walked;
  const [only, ...others] = root ? invoicesIn(root) : [];
  if (!only) return refuse('read.bad_record', { record: 1, reason: 'an invoice' });
  if (others.length > 0) {
    return refuse('read.bad_record', { record: 1, reason: 'one invoice, not several, in a file' });
  }
  const wrong = unreadableFigure(only);
  if (wrong) return refuse('read.bad_record', { record: 1, reason: wrong });
  return accept(told(only));
}

/** Totals, by their name in the summary. */
const totals = [
  'lineExtension',
  'allowance',
  'charge',
  'taxExclusive',
  'tax',
  'taxInclusive',
  'prepaid',
  'rounding',
  'payable',
] as const satisfies readonly (keyof InvoiceFigures)[];

/** One mark before the decimals is exact, be it a comma; two marks are refused, never guessed. */
function unreadableFigure(root: XmlNode): string | undefined {
  if (root.name === 'SCRDMCCBDACIOMessageStructure') return undefined;
  const figures = figuresOf(root);
  const wrong = totals.find((name) => {
    const text = figures[name];
    return typeof text === 'string' && exactAmount(text) === undefined;
  });
  if (wrong === undefined) return undefined;
  return `a decimal such as 250.33, not "${(figures[wrong] ?? '').slice(0, 30)}", for ${wrong}`;
}

/** Networks wrap an invoice in an envelope (Peppol: StandardBusinessDocument); not deeper. */
const deepest = 3;

/** The root itself, or the invoices that its envelope holds. */
function invoicesIn(node: XmlNode, depth = 0): XmlNode[] {
  if (names.includes(node.name)) return [node];
  if (depth === deepest) return [];
  return node.children.flatMap((child) => invoicesIn(child, depth + 1));
}

function told(root: XmlNode): ReadFile {
  // An order travels in the same frame; it is named and nothing more.
  if (root.name === 'SCRDMCCBDACIOMessageStructure') {
    return { summary: () => ({ root: root.name }), neutral: () => neutralOf([]) };
  }
  const figures = figuresOf(root);
  return {
    summary: (): Summary => ({ ...figures }),
    neutral: () => neutralOf(problemsOf(root, figures)),
  };
}

/** What says that it follows the standard is held against all of it; the rest by its sums. */
const standard = /^urn:cen\.eu:en16931:2017/u;

function problemsOf(root: XmlNode, figures: InvoiceFigures): readonly string[] {
  const sums = sumProblems(figures);
  if (!standard.test(figures.profile ?? '')) return sums;
  const terms = figures.syntax === 'CII' ? termsOfCii(root) : termsOfUbl(root);
  return [...new Set([...sums, ...brokenRules(terms).map(({ id }) => id)])];
}

/** The figures of an invoice whose root element this is. */
function figuresOf(root: XmlNode): InvoiceFigures {
  return root.name.startsWith('CrossIndustry') ? ciiFigures(root) : ublFigures(root);
}

function neutralOf(broken: readonly string[]): NeutralFile {
  return {
    format: 'e-invoice',
    statements: [],
    remittances: [],
    settlements: [],
    controls: [],
    problems: broken.map((rule) => ({ record: 1, code: 'e_invoice.rule_broken', facts: { rule } })),
  };
}
