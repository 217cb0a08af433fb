/** An advice that was read from text, told as every file is. */
import { type NeutralFile } from '../neutral.ts';
import { type ReadFile } from '../reader.ts';
import { type Proved } from './proof.ts';
import { remittanceFigures } from './reader.ts';

/** The three tellings of an advice. */
export function adviceFile({ remittance, controls, problems }: Proved): ReadFile {
  const neutral: NeutralFile = {
    format: 'remittance',
    statements: [],
    remittances: [remittance],
    settlements: [],
    controls,
    problems,
  };
  return {
    summary: () => ({ format: 'remittance', remittances: [remittanceFigures(remittance)] }),
    neutral: () => neutral,
  };
}
