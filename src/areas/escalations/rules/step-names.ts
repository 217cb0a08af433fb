/** What the steps of the templates are called, in both languages: a deadline says it too. */
import type { Phrase } from '#kernel/words.ts';
import type { StepCode } from './action-plan.ts';

export const stepNames: Readonly<Record<StepCode, Phrase>> = {
  resend_invoice: { en: 'Send the invoice again', es: 'Reenviar la factura' },
  confirm_receipt: { en: 'Confirm that it arrived', es: 'Confirmar que llegó' },
  ask_reference: { en: 'Get the missing reference', es: 'Conseguir la referencia' },
  rebill_reference: { en: 'Have it billed with the reference', es: 'Facturar con la referencia' },
  open_case: { en: 'Open the dispute', es: 'Abrir el reclamo' },
  answer_case: { en: 'Answer the dispute', es: 'Responder el reclamo' },
  learn_cash_flow: { en: 'Learn when money comes in', es: 'Saber cuándo entra dinero' },
  offer_plan: { en: 'Offer a payment plan', es: 'Ofrecer un plan de pagos' },
  review_limit: { en: 'Review the credit limit', es: 'Revisar el límite de crédito' },
  check_payment: { en: 'Check that the money came', es: 'Comprobar que llegó el dinero' },
  learn_pay_run: { en: 'Learn the day of their pay run', es: 'Saber su día de pagos' },
  agree_day: { en: 'Agree the day of payment', es: 'Acordar el día de pago' },
  escalate: { en: 'Hand it up', es: 'Escalarlo' },
  hold_orders: { en: 'Have new orders held', es: 'Retener pedidos nuevos' },
  final_demand: { en: 'Send the final letter', es: 'Enviar la carta final' },
  decide_next: {
    en: 'Decide: agency, lawyer or write-off',
    es: 'Decidir: agencia, abogado o castigo',
  },
  call_anew: { en: 'Call again', es: 'Llamar de nuevo' },
  find_contact: { en: 'Find who pays there', es: 'Hallar a quien paga' },
  write_letter: { en: 'Write a letter', es: 'Escribir una carta' },
  ask_sales: { en: 'Ask sales to visit', es: 'Pedir una visita de ventas' },
};
