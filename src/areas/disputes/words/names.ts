/** What the desk calls what a case is made of: its states, reasons, causes, people and answers. */
import type { Phrase } from '#kernel/words.ts';
import type { CaseState, Decision, Pace } from '../rules/case-life.ts';
import type { DisputePart, DisputeReason } from '../rules/case.ts';
import type { RootCause } from '../rules/cause.ts';
import type { EvidenceKind, LinkState, Verdict } from '../rules/link.ts';
import type { Department } from '../rules/routing.ts';

type Named<Names extends string> = Readonly<Record<Names, Phrase>>;

export const stateNames: Named<CaseState> = {
  open: { en: 'Open', es: 'Abierto' },
  with_owner: { en: 'With owner', es: 'Con responsable' },
  with_customer: { en: 'With customer', es: 'Con el cliente' },
  decided: { en: 'Decided', es: 'Decidido' },
  closed: { en: 'Closed', es: 'Cerrado' },
};

export const paceNames: Named<Pace> = {
  none: { en: 'No day set', es: 'Sin fecha' },
  in_time: { en: 'In time', es: 'A tiempo' },
  due: { en: 'Due today', es: 'Vence hoy' },
  late: { en: 'Late', es: 'Atrasada' },
};

export const decisionNames: Named<Decision> = {
  credit: { en: 'Credit', es: 'Acreditar' },
  rebill: { en: 'Credit and bill anew', es: 'Acreditar y refacturar' },
  reject: { en: 'Reject', es: 'Rechazar' },
  write_off: { en: 'Write off', es: 'Castigar' },
};

export const reasonNames: Named<DisputeReason> = {
  price: { en: 'Price', es: 'Precio' },
  quantity: { en: 'Quantity', es: 'Cantidad' },
  damaged: { en: 'Damaged', es: 'Dañado' },
  not_received: { en: 'Not received', es: 'No recibido' },
  not_ordered: { en: 'Not ordered', es: 'No pedido' },
  freight: { en: 'Freight', es: 'Flete' },
  tax: { en: 'Tax', es: 'Impuesto' },
  duplicate: { en: 'Billed twice', es: 'Facturado dos veces' },
  terms: { en: 'Terms', es: 'Condiciones' },
  service: { en: 'Service', es: 'Servicio' },
  returned: { en: 'Goods returned', es: 'Mercancía devuelta' },
  promotion: { en: 'Promotion', es: 'Promoción' },
  discount: { en: 'Discount', es: 'Descuento' },
  short_paid: { en: 'Paid short', es: 'Pago de menos' },
  billing_error: { en: 'Billing error (consumer)', es: 'Error de facturación (consumidor)' },
  other: { en: 'Other', es: 'Otra' },
};

export const partNames: Named<DisputePart> = {
  whole: { en: 'the whole invoice', es: 'toda la factura' },
  line: { en: 'one line', es: 'una línea' },
  freight: { en: 'the freight', es: 'el flete' },
  tax: { en: 'the tax', es: 'el impuesto' },
  amount: { en: 'a part of it', es: 'una parte' },
};

export const causeNames: Named<RootCause> = {
  price_wrong: { en: 'Our price was wrong', es: 'Nuestro precio estaba mal' },
  order_wrong: { en: 'Order taken wrongly', es: 'Pedido tomado mal' },
  delivery_failed: { en: 'Delivery failed', es: 'Falló la entrega' },
  goods_defective: { en: 'Goods defective', es: 'Mercancía defectuosa' },
  billing_wrong: { en: 'Billed wrongly', es: 'Facturado mal' },
  invoice_not_received: { en: 'Invoice not received', es: 'Factura no recibida' },
  reference_missing: { en: 'PO or reference missing', es: 'Falta orden de compra o referencia' },
  tax_wrong: { en: 'Tax charged wrongly', es: 'Impuesto mal cobrado' },
  terms_unclear: { en: 'Terms unclear', es: 'Condiciones poco claras' },
  promotion_unclear: { en: 'Promotion unclear', es: 'Promoción poco clara' },
  cash_misapplied: { en: 'Payment misapplied by us', es: 'Pago mal aplicado por nosotros' },
  customer_process: { en: 'Customer’s own process', es: 'Proceso del cliente' },
  customer_cash_flow: { en: 'Customer short of cash', es: 'Falta de liquidez del cliente' },
  customer_wrong: { en: 'Customer was wrong', es: 'El cliente no tenía razón' },
  unknown: { en: 'Not known', es: 'No se sabe' },
};

export const departmentNames: Named<Department> = {
  sales: { en: 'Sales', es: 'Ventas' },
  operations: { en: 'Operations', es: 'Operaciones' },
  billing: { en: 'Billing', es: 'Facturación' },
  ar: { en: 'Receivables', es: 'Cuentas por cobrar' },
};

export const verdictNames: Named<Verdict> = {
  agree: { en: 'The customer is right', es: 'El cliente tiene razón' },
  partly: { en: 'The customer is right in part', es: 'El cliente tiene razón en parte' },
  disagree: { en: 'The invoice is right', es: 'La factura es correcta' },
  need_more: { en: 'I need to know more', es: 'Necesito saber más' },
};

export const evidenceNames: Named<EvidenceKind> = {
  proof_of_delivery: { en: 'Proof of delivery', es: 'Comprobante de entrega' },
  claim: { en: 'Claim', es: 'Reclamación' },
  contract: { en: 'Contract', es: 'Contrato' },
  photo: { en: 'Photograph', es: 'Fotografía' },
  other: { en: 'Other', es: 'Otro' },
};

export const linkNames: Named<LinkState> = {
  none: { en: 'No link', es: 'Sin enlace' },
  sent: { en: 'Link not opened', es: 'Enlace sin abrir' },
  opened: { en: 'Link opened', es: 'Enlace abierto' },
  answered: { en: 'Answered', es: 'Contestado' },
  expired: { en: 'Link expired', es: 'Enlace vencido' },
};

export const originNames: Named<'said' | 'deduction' | 'brought'> = {
  said: { en: 'said by the customer', es: 'dicho por el cliente' },
  deduction: { en: 'kept back from a payment', es: 'descontado de un pago' },
  brought: { en: 'from another system', es: 'de otro sistema' },
};

/** What happened to a case, as its history tells it. */
export const eventNames: Named<string> = {
  assigned: { en: 'Assigned', es: 'Asignado' },
  asked_owner: { en: 'Owner asked', es: 'Se preguntó al responsable' },
  asked_customer: { en: 'Customer asked', es: 'Se preguntó al cliente' },
  answered: { en: 'Answer came', es: 'Llegó una respuesta' },
  cause_found: { en: 'Cause found', es: 'Causa encontrada' },
  noted: { en: 'Note', es: 'Nota' },
  evidence_added: { en: 'Files added', es: 'Archivos agregados' },
  linked: { en: 'Link made', es: 'Enlace creado' },
  link_revoked: { en: 'Link taken back', es: 'Enlace anulado' },
  decided: { en: 'Decided', es: 'Decidido' },
  credit_refused: { en: 'Not granted: open again', es: 'No autorizado: abierto de nuevo' },
  credited: { en: 'Credited', es: 'Acreditado' },
  rebilled: { en: 'Billed anew', es: 'Refacturado' },
  deducted: { en: 'Kept back from a payment', es: 'Descontado de un pago' },
  escalated: { en: 'Escalated', es: 'Escalado' },
  closed: { en: 'Closed', es: 'Cerrado' },
  reopened: { en: 'Opened again', es: 'Abierto de nuevo' },
};
