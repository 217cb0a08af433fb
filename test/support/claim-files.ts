/** What an insurer sends with its money: an 835 (X12 005010X221A1), claim by claim. */
/** An 835 of BPR `paid`: claims, and what the payer kept back or added. */
export function advice(
  paid: string,
  claims: readonly string[],
  plb: readonly string[] = [],
): Uint8Array {
  const body = [
    'ST*835*1234',
    `BPR*I*${paid}*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20260603`,
    'TRN*1*EFT7788*1512345678',
    'N1*PR*Blue Shield Health',
    'LX*1',
    ...claims,
    ...plb,
  ];
  const lines = [
    'ISA*00*          *00*          *ZZ*A              *ZZ*B              ' +
      '*260603*1705*>*00501*000000001*0*T*:',
    'GS*HP*A*B*20260603*1705*1*X*005010X221A1',
    ...body,
    `SE*${body.length + 1}*1234`,
    'GE*1*1',
    'IEA*1*000000001',
  ];
  return new TextEncoder().encode(`${lines.join('~')}~`);
}

/** Two claims: C-1 paid 480 of 600, 40 of it the patient's; C-2 paid 300 of 400. */
export const claims = [
  'CLP*C-1*1*600*480*40*12*P1*11*1',
  'CAS*CO*45*80',
  'CAS*PR*1*40',
  'CLP*C-2*1*400*300*0*12*P2*11*1',
  'CAS*CO*45*100',
];
