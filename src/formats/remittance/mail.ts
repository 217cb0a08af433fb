/**
 * A mail that advises a payment: its body is one advice, each file in it another.
 *
 * Payers say the same twice, in the body and in the file they attach. An advice all of whose
 * documents stand in a longer one is that one again, and is left out.
 */
import { type NeutralFile, type Remittance } from '../neutral.ts';
import { type TableMapping } from '../tables/questions.ts';
import { textOfHtml } from './html.ts';
import { type Proved } from './proof.ts';
import { readRemittanceText } from './text.ts';

/** A mail as its opener hands it over. */
export type Mail = {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

/** The advice in a mail's body; a table in HTML says more than its plain twin. */
export function adviceInBody(mail: Mail, said: TableMapping): Proved | undefined {
  const readings = [textOfHtml(mail.html), mail.text]
    .filter((text) => text.trim() !== '')
    .flatMap((text) => {
      const read = readRemittanceText(text, said);
      return read.ok ? [read.value] : [];
    });
  const proved = readings.find(({ controls }) => controls.length > 0);
  const [best] = readings.toSorted((a, b) => b.remittance.lines.length - a.remittance.lines.length);
  const found = proved ?? best;
  return found === undefined ? undefined : { ...found, remittance: signed(found.remittance, mail) };
}

/** Who sent it is who pays, where the text does not name anybody. */
function signed(remittance: Remittance, { from }: Mail): Remittance {
  return {
    ...(from.name === '' ? {} : { payerName: from.name }),
    ...(from.address === '' ? {} : { payerId: from.address }),
    ...remittance,
  };
}

/** One neutral form of the body and what was attached; twins counted once. */
export function mailContent(
  body: Proved | undefined,
  attached: readonly NeutralFile[],
): NeutralFile {
  const own = attached.flatMap(({ remittances }) => remittances);
  const twice =
    body !== undefined &&
    own.some((other) => covers(other, body.remittance) && other.lines.length > 0);
  const kept = body === undefined || twice ? [] : [body];
  return {
    format: 'mail',
    statements: attached.flatMap(({ statements }) => statements),
    remittances: [...kept.map(({ remittance }) => remittance), ...own],
    settlements: attached.flatMap(({ settlements }) => settlements),
    controls: [...kept, ...attached].flatMap(({ controls }) => controls),
    problems: [...kept, ...attached].flatMap(({ problems }) => problems),
  };
}

function covers(longer: Remittance, shorter: Remittance): boolean {
  const known = new Set(longer.lines.map(({ reference }) => plain(reference)));
  return shorter.lines.every(({ reference }) => known.has(plain(reference)));
}

function plain(reference: string): string {
  return reference.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
