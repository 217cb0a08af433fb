/**
 * States that bind a creditor to conduct of the federal act: California by Civ. Code 1788.17,
 * Maryland by Com. Law 14-202(11). They import its hours and its respect for attorney, refusal
 * and workplace; Regulation F and its counts are not imported.
 */
import { day } from '#kernel/day.ts';
import type { Channel, Pack } from '../contact.ts';
import { quietHours } from '../windows.ts';

const live: readonly Channel[] = ['call', 'voicemail', 'sms', 'email', 'visit'];

type Imported = Pick<Pack, 'id' | 'jurisdiction' | 'citation' | 'effectiveFrom'> & {
  readonly rule: string;
};

/** Refusal, attorney and workplace stand in what a person said, which binds under every law. */
function imported({ rule, ...pack }: Imported): Pack {
  return {
    ...pack,
    source: 'found',
    enabled: true,
    effectiveTo: null,
    reviewedByCounsel: null,
    rules: [
      quietHours({
        id: rule,
        stage: 'jurisdiction',
        citation: `${pack.citation}; 15 U.S.C. 1692c(a)(1)`,
        source: 'recalled',
        channels: live,
        from: 8,
        to: 21,
      }),
    ],
  };
}

export const california = imported({
  id: 'US-CA-ROSENTHAL',
  rule: 'CA.TIME',
  jurisdiction: 'US-CA',
  citation: 'Cal. Civ. Code 1788 ff., 1788.17',
  effectiveFrom: day('1978-01-01'),
});

export const californiaCommercial = imported({
  id: 'US-CA-ROSENTHAL-COMMERCIAL',
  rule: 'CA.COMMERCIAL.TIME',
  jurisdiction: 'US-CA',
  citation: 'Cal. Civ. Code 1788.2 as amended by SB 1286',
  effectiveFrom: day('2025-07-01'),
});

export const maryland = imported({
  id: 'US-MD-14-202',
  rule: 'MD.TIME',
  jurisdiction: 'US-MD',
  citation: 'Md. Code, Com. Law 14-202',
  effectiveFrom: day('1975-01-01'),
});
