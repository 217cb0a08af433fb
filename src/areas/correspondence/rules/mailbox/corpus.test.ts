/**
 * The rules against mails as customers write them, in both languages. All of them are invented.
 * They came on Friday, 20 November 2026.
 */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { languageOf } from './language.ts';
import { readMail, type ToRead } from './read-mail.ts';

type Row = readonly [
  subject: string,
  body: string,
  intents: readonly string[],
  said?: Readonly<Record<string, unknown>>,
];

function read(subject: string, body: string, more: Partial<ToRead> = {}) {
  const language = languageOf(`${subject}\n${body}`);
  const today = day('2026-11-20');
  return readMail({ subject, body, fileNames: [], language, today, automatic: false, ...more });
}

const english: readonly Row[] = [
  [
    'Re: INV-100329',
    'Hello,\n\nthe payment of $250.00 for INV-100329 is scheduled for Friday.',
    ['promise'],
    { amount: '250.00', on: '2026-11-20' },
  ],
  [
    'Re: Invoice INV-4471',
    'Hi Rosa,\n\nThis will be in our check run next Thursday. You should have it by the 30th.',
    ['promise'],
    { on: '2026-11-26' },
  ],
  [
    'Payment',
    'We will pay $12,400.00 on December 4.',
    ['promise'],
    { amount: '12400.00', on: '2026-12-04' },
  ],
  [
    'Payment',
    'We’ll send a wire for USD 5,000 tomorrow and the rest at month end.'.replace('’', "'"),
    ['promise'],
    { amount: '5000.00', currency: 'USD', on: '2026-11-21' },
  ],
  ['RE: past due', 'The payment is scheduled for 12/01/2026.', ['promise'], { on: '2026-12-01' }],
  [
    'RE: past due',
    'Payment will be released on Friday. The amount is $1,250.50.',
    ['promise'],
    { on: '2026-11-20', amount: '1250.50' },
  ],
  [
    'Re: statement',
    'Invoice 10045 was already paid by check 88213 on 11/02.',
    ['already_paid'],
    { checkNumber: '88213', on: '2026-11-02' },
  ],
  [
    'Re: Reminder',
    'We paid this last week, ACH on Nov 12 for $3,118.00.',
    ['already_paid'],
    { amount: '3118.00', on: '2026-11-12' },
  ],
  [
    'Re: Reminder',
    'Payment was mailed on the 9th, check #40121.',
    ['already_paid'],
    { checkNumber: '40121', on: '2026-11-09' },
  ],
  ['Re: Reminder', 'Did you receive our payment? It went out two weeks ago.', ['already_paid']],
  [
    'Re: Reminder',
    'We have not paid this invoice because the pricing is incorrect. PO 7781 says $4.10 per unit.',
    ['dispute'],
  ],
  [
    'Invoice INV-9107',
    'We dispute this invoice. Two pallets arrived damaged and we expect a credit.',
    ['dispute'],
  ],
  ['INV-300', 'You billed us for 40 units but we did not receive the shipment.', ['dispute']],
  ['Duplicate', 'It looks like we were double billed for freight.', ['dispute']],
  [
    'Re: past due',
    'We will pay $800 on Monday for everything but the freight, which we do not agree with.',
    ['promise', 'dispute'],
    { amount: '800.00', on: '2026-11-23' },
  ],
  [
    'Remittance advice',
    'Please find the remittance advice for our ACH below.\nINV-9101 12,400.00\nINV-9107 19,118.00',
    ['remittance'],
  ],
  ['ACH payment notification', 'The following invoices were paid on 11/18/2026.', ['remittance']],
  [
    'Invoice copies',
    'Can you please send me a copy of invoice INV-4471 and INV-4480?',
    ['copy_request'],
  ],
  ['Re: overdue', 'We do not have this invoice in our system. Please resend.', ['copy_request']],
  [
    'Re: overdue',
    'Please send us the statement so I can check.',
    ['copy_request'],
    { of: 'statement' },
  ],
  ['W-9', 'Our auditors ask for your W-9 before we can release the payment.', ['w9_request']],
  [
    'New vendor',
    'Please complete the attached vendor registration form so that we can set you up as a vendor.',
    ['vendor_form'],
  ],
  [
    'Tax',
    'Attached is our resale certificate for Texas; please take the tax off.',
    ['certificate'],
  ],
  ['Your calls', 'This is unacceptable. I want to speak with your manager.', ['complaint']],
  ['Stop', 'Please stop emailing me about this.', ['opt_out'], { channels: ['email'] }],
  ['Stop', 'Do not contact us again.', ['opt_out'], { channels: ['all'] }],
  [
    'Newsletter',
    'See our autumn offers!\n\nTo unsubscribe click here: https://shop.example/u',
    ['other'],
  ],
  ['Hello', 'Thanks, have a nice weekend.', ['other']],
  [
    'Re: Invoice',
    'Thanks for the call.\n\nOn Mon, Nov 16, 2026 at 9:02 AM Rosa wrote:\n' +
      '> Please tell us when you will pay invoice INV-4471.\n> If you already paid, ignore this.',
    ['other'],
  ],
  [
    'Re: Invoice',
    'We cannot pay until you correct the PO number. Please correct the invoice.',
    ['dispute'],
  ],
  ['Question', 'When we have paid the deposit, who signs?', ['other']],
];

const spanish: readonly Row[] = [
  [
    'RE: Factura 4471',
    'Buenas tardes:\n\nPagaremos el viernes 27 de noviembre.\n\nSaludos',
    ['promise'],
    { on: '2026-11-27' },
  ],
  [
    'Pago',
    'Vamos a pagar $12,400.00 el 4 de diciembre.',
    ['promise'],
    { amount: '12400.00', on: '2026-12-04' },
  ],
  [
    'Pago',
    'El pago de 1.250,50 USD se realizará el 05/12.',
    ['promise'],
    { amount: '1250.50', currency: 'USD', on: '2026-12-05' },
  ],
  ['Pago', 'La factura está programada para pago a fin de mes.', ['promise'], { on: '2026-11-30' }],
  [
    'RE: Recordatorio',
    'Mañana haremos la transferencia por 3.000 dólares.',
    ['promise'],
    { on: '2026-11-21', amount: '3000.00' },
  ],
  [
    'RE: Recordatorio',
    'Esa factura ya la pagamos con el cheque 40121 el 9 de noviembre.',
    ['already_paid'],
    { checkNumber: '40121', on: '2026-11-09' },
  ],
  ['RE: Recordatorio', 'Ya está pagada, adjunto comprobante de transferencia.', ['already_paid']],
  [
    'RE: Recordatorio',
    'El pago fue enviado ayer por transferencia.',
    ['already_paid'],
    { on: '2026-11-19' },
  ],
  ['RE: Recordatorio', 'Aún no hemos pagado porque el precio es incorrecto.', ['dispute']],
  [
    'Factura INV-9107',
    'No estamos de acuerdo con la factura: la mercancía llegó dañada.',
    ['dispute'],
  ],
  ['INV-300', 'No hemos recibido la mercancía del pedido 5512.', ['dispute']],
  [
    'Cobro',
    'Nos cobraron de más en el flete y pagaremos el resto el lunes.',
    ['promise', 'dispute'],
    { on: '2026-11-23' },
  ],
  [
    'Aviso de pago',
    'Adjuntamos el aviso de pago de las facturas INV-9101 e INV-9107.',
    ['remittance'],
  ],
  ['Copias', '¿Me puede enviar la factura INV-4471 por favor?', ['copy_request']],
  [
    'RE: vencida',
    'No tenemos esa factura en nuestro sistema, favor de enviarnos una copia.',
    ['copy_request'],
  ],
  ['Estado', 'Necesito el estado de cuenta al día de hoy.', ['copy_request'], { of: 'statement' }],
  ['W9', 'Para liberar el pago necesitamos su formulario W-9.', ['w9_request']],
  [
    'Proveedor',
    'Le adjunto el formulario de alta de proveedor para que lo llenen.',
    ['vendor_form'],
  ],
  ['Impuestos', 'Enviamos nuestro certificado de exención.', ['certificate']],
  ['Queja', 'Quiero presentar una queja por el trato recibido.', ['complaint']],
  ['Basta', 'Dejen de llamarme, por favor.', ['opt_out'], { channels: ['call'] }],
  ['Saludos', 'Gracias por su llamada, feliz fin de semana.', ['other']],
  [
    'RE: Factura',
    'Gracias.\n\nEl lun, 16 nov 2026 a las 9:02, Rosa escribió:\n' +
      '> ¿Cuándo pagarán la factura INV-4471?',
    ['other'],
  ],
  ['RE: Factura', 'No la vamos a pagar hasta que corrijan la factura.', ['dispute']],
];

describe.each([
  ['English', english, 'en'],
  ['Spanish', spanish, 'es'],
] as const)('%s mails', (_, rows, language) => {
  test.each(rows.map((row) => ({ row, name: row[1].slice(0, 60) })))('“$name”', ({ row }) => {
    const [subject, body, intents, said = {}] = row;
    expect(languageOf(`${subject}\n${body}`, language)).toBe(language);
    const found = read(subject, body, { language });
    expect(found.map(({ intent }) => intent).toSorted()).toEqual([...intents].toSorted());
    const main = found.find(({ intent }) => intent === intents[0]);
    expect(main?.said).toMatchObject(said);
  });
});

test('the evidence stands where it points in the mail', () => {
  const body = 'Hi,\n\nwe got your note. We will pay $10.00 on Monday.\n\nKim';
  const [promise] = read('Re: x', body);
  expect(body.slice(promise?.from, promise?.to)).toBe('We will pay $10.00 on Monday.');
  expect(promise?.evidence).toBe('We will pay $10.00 on Monday.');
});

test('a wrapped line does not hide what it says', () => {
  const body =
    'As discussed with my manager this morning on the phone we have already\npaid the invoice.';
  expect(read('Re: x', body)[0]?.intent).toBe('already_paid');
});

test('an automatic reply is an absence with its day of return and nothing else', () => {
  const body = 'I am out of the office and will return on Monday, November 30. We will pay then.';
  const [absence, ...others] = read('Automatic reply: Invoice', body, { automatic: true });
  expect(absence).toMatchObject({ intent: 'out_of_office', said: { on: '2026-11-30' } });
  expect(others).toEqual([]);
  const spanishBody = 'Estoy fuera de la oficina y regreso el 30 de noviembre.';
  const [ausencia] = read('Respuesta automática', spanishBody, { automatic: true, language: 'es' });
  expect(ausencia).toMatchObject({ intent: 'out_of_office', said: { on: '2026-11-30' } });
});

test('a file that is called a remittance says so', () => {
  const [found] = read('Payment 118', 'See attached.', { fileNames: ['Remittance_118.pdf'] });
  expect(found).toMatchObject({ intent: 'remittance', where: 'file' });
});

test('a forwarded mail is read with what was forwarded', () => {
  const body =
    '---------- Forwarded message ---------\nFrom: kim@buyer.example\n\nWe already paid this.';
  expect(read('Fwd: Reminder', body)[0]?.intent).toBe('already_paid');
});
