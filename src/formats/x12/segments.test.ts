import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { components, element, segmentsOf } from './segments.ts';

/** Segments as `tag element|element`, which is what the tables compare. */
function shown(text: string): string[] {
  return [...segmentsOf(text)].map((each) =>
    each === undefined ? 'broken header' : `${each.tag} ${each.elements.slice(1).join('|')}`,
  );
}

const fields = '00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261120*0615*U';
const header = `ISA*${fields}*00401*000000011*0*P*>`;
const collapsed = 'ISA*00* *00* *ZZ*SENDER *ZZ*RECEIVER *261120*0615*U*00401*000000011*0*P*>';
const body = (end: string) => ['ST*820*0001', 'RMR*IV*A-1**5.00', 'SE*3*0001'].join(end);

function tags(text: string): string {
  return [...segmentsOf(text)].map((each) => each?.tag ?? 'broken').join(' ');
}

describe('the header says what separates, padded or collapsed', () => {
  test.each([
    ['tilde', `${header}~${body('~')}~IEA*1*1~`],
    ['tilde and line ends', `${header}~\r\n${body('~\r\n')}~\r\nIEA*1*1~\r\n`],
    ['line feeds', `${header}\n${body('\n')}\nIEA*1*1\n`],
    ['carriage returns and line feeds', `${header}\r\n${body('\r\n')}\r\nIEA*1*1`],
    ['carriage returns', `${header}\r${body('\r')}\rIEA*1*1\r`],
    ['collapsed blanks and indented lines', `${collapsed}~\n\t${body('~ \n\t\t')}~\nIEA*1*1~`],
    ['a byte-order mark', `\uFEFF${collapsed}~${body('~')}~IEA*1*1~`],
    ['prose before', `Scenario 2 (ISA below)\n\n${header}~${body('~')}~IEA*1*1~`],
    ['a blank before the terminator', `${header} ~${body('~')}~IEA*1*1~`],
    ['an empty ISA16', `${header.slice(0, -1)}~${body('~')}~IEA*1*1~`],
    ['lines cut at a width', `${header}~${body('~').replace('RMR*', 'RM\nR*')}~IEA*1*1~`],
  ])('%s', (_, text) => {
    expect(tags(text)).toBe('ISA ST RMR SE IEA');
  });

  test('each interchange has its own', () => {
    const piped = `${header}~${body('~')}~IEA*1*1~`.replaceAll('*', '|').replaceAll('~', '^');
    expect(shown(`${header}~${body('~')}~IEA*1*1~\npage 2\n${piped}`).slice(6)).toEqual([
      'ST 820|0001',
      'RMR IV|A-1||5.00',
      'SE 3|0001',
      'IEA 1|1',
    ]);
  });

  test('components part by ISA16', () => {
    const [, plb] = [...segmentsOf(`${header}~PLB*1*20261231*CV>CP*-1.27~`)];
    expect(plb && components(plb, 3)).toEqual(['CV', 'CP']);
    expect(plb && element(plb, 4)).toBe('-1.27');
    expect(plb && element(plb, 9)).toBe('');
  });

  test('a header that breaks off is told', () => {
    expect(shown(header.slice(0, 60))).toEqual(['broken header']);
  });
});

describe('a text without a header is measured', () => {
  test.each([
    ['backslashes', 'RMR*IV*4501**100.00\\REF*PO*77\\'],
    ['line ends', 'RMR*IV*4501**100.00\r\nREF*PO*77\r\n'],
    ['tildes', 'RMR*IV*4501**100.00~REF*PO*77~'],
  ])('%s', (_, text) => {
    expect(shown(text)).toEqual(['RMR IV|4501||100.00', 'REF PO|77']);
  });

  test('one segment ends with its last mark', () => {
    expect(shown('RMR*IV*4501**100.00\\   ')).toEqual(['RMR IV|4501||100.00']);
    expect(shown('RMR*IV*4501**100.00')).toEqual(['RMR IV|4501||100.00']);
  });

  test('prose has no segments', () => {
    expect(shown('Dear sirs, we paid invoice 17.')).toEqual([]);
  });
});

test('any text comes to an end', () => {
  const alphabet = fc.constantFrom('ISA', '*', '~', '\n', '00', ' ', 'ST*820*1', 'IEA', '|', 'x');
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 80 }), (parts) => {
      expect(() => [...segmentsOf(parts.join(''))]).not.toThrow();
    }),
  );
});
