/** The blocks of an edition, read back from the archive. */
import { z } from 'zod';
import { type PrintedBlock, printedBlock } from '../contract/printed.ts';

/** Throws for what is no pack: the archive is only ever written by this program. */
export function printedAgain(blocks: unknown): PrintedBlock[] {
  return z.array(printedBlock).parse(blocks);
}
