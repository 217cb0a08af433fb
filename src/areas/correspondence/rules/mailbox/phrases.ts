/**
 * The phrases by which a mail's intent is known, in English and in Spanish: the whole of the
 * classifier, to be read and corrected by whoever speaks the languages.
 *
 * `sure` phrases say it by themselves, `likely` ones mostly do. What `unless` finds in the same
 * sentence takes a phrase back: "we have not paid yet" is no payment.
 */
import type { Intent } from './intent.ts';

export type Phrases = {
  readonly intent: Intent;
  readonly sure: RegExp;
  readonly likely?: RegExp;
  readonly unless?: RegExp;
};

/** Alternatives between letters that are no part of them; `_` is any blank. */
function any(...alternatives: readonly string[]): RegExp {
  const text = alternatives.join('|').replaceAll('_', String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${text})(?![\p{L}\p{N}])`, 'iu');
}

const pay = '(?:pay(?:ment)?|remit(?:tance)?|check|cheque|wire|ach|transfer|funds)';
const pago = '(?:pago|cheque|transferencia|dep[oó]sito|giro|importe)';
const invoice = '(?:invoices?|inv|bills?|facturas?)';

const notPaid = any(
  '(?:have|has|had|was|were|is|are)(?:_not|n.t)_(?:yet_)?(?:been_)?(?:paid|sent|received|made)',
  'not_(?:yet_)?(?:been_)?paid',
  'unpaid',
  'never_(?:been_)?paid',
  'no_(?:la_|lo_|las_|los_|se_)?(?:hemos|han|he|ha|fue|fueron|est[aá]n?)' +
    '_(?:sido_)?(?:pagad|realizad|enviad|hecho|efectuad)\\p{L}*',
  '(?:a[uú]n|todav[ií]a)_no',
  'sin_pagar',
  '(?:once|when|after|as_soon_as|cuando|una_vez_que|antes_de)_\\p{L}+',
  'will_(?:be|have)',
);

/** In no order: every one is looked for in every sentence. */
export const phrases: readonly Phrases[] = [
  {
    intent: 'already_paid',
    sure: any(
      'already_(?:been_)?(?:paid|settled|sent|mailed|wired|cleared|processed)',
      '(?:was|were|has_been|have_been)_(?:already_)?paid',
      '(?:invoices?|bill|balance|account)_(?:is|are)_(?:already_)?paid',
      `we_(?:have_|.ve_)?(?:already_)?(?:paid|wired|mailed|remitted)`,
      '(?:we|i)_(?:have_|.ve_)?(?:already_)?(?:sent|made|issued|released|' +
        'processed)_(?:the_|this_|our_|a_|your_|you_the_)?(?:\\p{L}+_' +
        `)?${pay}`,
      `(?:i.ve|i_have|i)_(?:already_)?paid`,
      `${pay}_(?:was|were|has_been|have_been)_(?:already_)?(?:sent|` +
        'made|mailed|issued|released|processed|submitted|wired|completed)',
      `${pay}_(?:already_)?(?:went_out|cleared|posted)`,
      'ya_(?:le_|les_|la_|lo_|las_|los_|se_|est[aá]n?_|fue(?:ron)?_' +
        '|hemos_|hab[ií]a(?:mos)?_|ha_sido_)*(?:pagu[eé]|pag[oó]|pagamos|' +
        'pagad[oa]s?|liquid\\p{L}+|cancelad[oa]s?|transferi\\p{L}+|depositamos|' +
        'enviamos_el_pago)',
      '(?:se_|ya_)?(?:realizamos|efectuamos|hicimos|realic[eé]|hice|' +
        'realiz[oó]|efectu[oó]|enviamos|emitimos)_(?:el_|la_|un_|una_' +
        `|nuestro_|su_)?${pago}`,
      `(?:el_|la_|su_)?${pago}_(?:ya_)?(?:fue|ha_sido|se)_(?:realiz|` +
        'efectu|envi|hech|emiti|proces)\\p{L}*',
      '(?:est[aá]n?|fue(?:ron)?)_(?:ya_)?pagad[oa]s?',
      '(?:hemos|he)_(?:ya_)?pagado',
      'la_pagamos',
    ),
    likely: any(
      '(?:did|have|has)_you_(?:already_|not_)?(?:received?|get|gotten|' +
        `got|applied|posted)_(?:our|the|my|it|this)(?:_\\p{L}+)?_?${pay}?`,
      `(?:our|my)_records_show_(?:it|this|that|the|these)?_?(?:\\p{L}+_){0,4}(?:as_)?paid`,
      'check_(?:no\\.?_|number_|#_?)?\\d{2,}_(?:cleared|was_cashed)',
      'proof_of_payment',
      'comprobante_de_(?:pago|transferencia)',
      `(?:no_)?han_recibido_(?:el_|nuestro_)${pago}`,
      'aparece_(?:como_)?pagad[oa]',
    ),
    unless: notPaid,
  },
  {
    intent: 'promise',
    sure: any(
      '(?:will|\\p{L}+.ll|shall)_(?:be_)?(?:pay|paying|remit|wire|send(?:ing)' +
        '?_(?:you_)?(?:a_|the_|our_)?(?:\\p{L}+_)?(?:payment|check|cheque|' +
        'wire|funds|transfer)|mail(?:ing)?_(?:you_)?(?:a_|the_|our_)?(?:check|' +
        'cheque|payment)|be_paid|process_(?:the_|your_|this_)?payment|' +
        'issue_(?:a_|the_)?(?:payment|check|cheque)|release_(?:the_|your_' +
        ')?payment|make_(?:a_|the_)?(?:\\p{L}+_)?payment)',
      '(?:going|plan(?:ning)?|able|intend)_to_(?:be_able_to_)?(?:pay|' +
        'remit|wire|send_(?:a_|the_|you_a_)?(?:payment|check))',
      `${pay}_(?:(?:of|for)_\\S+_){0,2}(?:will_(?:be_)?(?:go|sent|mailed|made|issued|` +
        'released|processed|wired|submitted)|will_go_out|is_scheduled|' +
        'is_set|is_going_out|goes_out|to_be_released)',
      '(?:is|are|it.s)_(?:scheduled|set|slated|approved)_(?:for|to)' +
        '_(?:payment|be_paid|pay|the_next_check_run)',
      '(?:in|on|with)_(?:our|the|this|next)_(?:next_|\\p{L}+day.?s?_)?(?:check|payment|pay)_run',
      '(?:check|payment)_run_(?:is_|on_|this_|next_)\\p{L}+',
      'promise_to_pay',
      '(?:la_|lo_|las_|los_|le_|les_)?(?:pagaremos|pagar[eé]|liquidaremos|' +
        'depositaremos|transferiremos|abonaremos|cancelaremos_(?:el_saldo|' +
        'la_factura|las_facturas))',
      '(?:vamos|voy|pensamos|podemos|podr[ií]amos)_a?_?(?:pagar|liquidar|' +
        'depositar|transferir|abonar)(?:la|lo|les|le|las|los)?',
      '(?:realizaremos|efectuaremos|haremos|enviaremos|emitiremos)_' +
        `(?:el_|la_|un_|una_|su_|nuestro_)?${pago}`,
      `(?:el_|la_|su_)?${pago}_(?:(?:de|por)_\\S+_(?:\\p{L}{3,7}_)?)` +
        '?(?:se_|ser[aá]_|saldr[aá]_|est[aá]_|queda_)(?:realizar[aá]|' +
        'realizad[oa]|efectuar[aá]|efectuad[oa]|enviar[aá]|enviad[oa]|' +
        'har[aá]|programad[oa]|emitid[oa]|procesad[oa]|el|ma[ñn]ana|esta|' +
        'la)',
      `(?:${invoice}|saldo)_(?:est[aá]n?|queda(?:n|r[aá])?)_programad[oa]s?`,
      'programad[oa]s?_para_(?:pago|el|pagarse)',
      'se_pagar[aá]n?',
      'compromiso_de_pago',
    ),
    likely: any(
      'can_(?:we|i)_pay',
      'expect_(?:payment|it|a_check|the_check)_(?:by|on|this|next|around)',
      'you_(?:should|will)_(?:have|receive|see)_(?:it|payment|the_payment|' +
        'your_payment|a_check|the_check|funds)_(?:by|on|this|next|within)',
      'recibir[aá]n_(?:el|su)_pago',
    ),
    unless: any(
      '(?:will|.ll)_not_(?:be_)?pay(?:ing)?',
      'won.t_(?:be_)?pay(?:ing)?',
      'no_(?:vamos_a_|la_|lo_)*pagar(?:emos|[eé])?',
      'until',
      'hasta_que',
      'unless',
      'before_we_(?:can|will)_pay',
    ),
  },
  {
    intent: 'dispute',
    sure: any(
      'disput(?:e|es|ed|ing)',
      '(?:do|does|did)(?:_not|n.t)_(?:agree|match|order|authorize)',
      '(?:is|are|was|were|looks?)_(?:incorrect|wrong|not_correct|not_right|inaccurate)',
      '(?:wrong|incorrect)_(?:price|prices|pricing|quantity|po|amount|' +
        'rate|item|tax|unit_price|product)',
      'over(?:charged|billed)',
      'double[- ](?:billed|charged)',
      'billed_twice',
      'charged_twice',
      '(?:short|damaged|defective|missing)_(?:shipment|shipped|goods|' +
        'items?|units|cases|pallets?|parts)',
      '(?:arrived|received)_damaged',
      'never_received_(?:the_|these_|this_|any_|our_)?(?:goods|shipment|' +
        'order|material|materials|product|products|delivery|items?)',
      '(?:did|have)(?:_not|n.t)_receive(?:d)?_(?:the_|these_|this_|' +
        'any_|our_)?(?:goods|shipment|order|material|materials|product|' +
        'products|delivery|items?)',
      'will_not_pay',
      'won.t_(?:be_)?pay(?:ing)?',
      'expect(?:ing)?_a_credit',
      'need_a_credit(?:_memo)?',
      'credit_memo_(?:for|is_due|was_promised)',
      'price_(?:difference|discrepancy)',
      'discrepanc(?:y|ies)',
      'no_(?:estamos|estoy)_de_acuerdo',
      'en_disputa',
      'disputamos',
      'no_(?:reconocemos|reconozco|coincide|coinciden|corresponde|corresponden|' +
        'ordenamos|pedimos|aceptamos)',
      '(?:precio|importe|monto|cantidad|tarifa)_(?:es_|est[aá]_)?(?:incorrect[oa]|' +
        'equivocad[oa]|err[oó]ne[oa]|mal)',
      '(?:factura|cobro|cargo)_(?:es_|est[aá]_|viene_)?(?:incorrect[oa]|' +
        'equivocad[oa]|err[oó]ne[oa]|mal|duplicad[oa])',
      'cobr(?:aron|ando|ado)_(?:de_m[aá]s|dos_veces|doble)',
      '(?:mercanc[ií]a|producto|productos|material|cajas|piezas|pedido)' +
        '_(?:lleg[oó]|llegaron|vino|vinieron|est[aá]n?)?_?(?:da[ñn]ad[oa]s?|' +
        'incomplet[oa]s?|defectuos[oa]s?|rot[oa]s?|faltante)',
      'no_(?:hemos_recibido|recibimos|lleg[oó]|nos_lleg[oó])_(?:la_' +
        '|el_|los_|las_)?(?:mercanc[ií]a|producto|productos|pedido|material|' +
        'env[ií]o|entrega)',
      'nota_de_cr[eé]dito',
      'diferencia_(?:de|en_el)_precio',
      'error_en_(?:la|su)_factura',
      'hay_un_error',
    ),
    likely: any(
      'wrong_po',
      '(?:please|kindly)_(?:correct|revise)_(?:the_|this_|your_)?invoice',
      'not_(?:our|ours)',
      'corrijan_la_factura',
      'corregir_la_factura',
    ),
  },
  {
    intent: 'remittance',
    sure: any(
      'remittance_(?:advice|detail|details|notice|attached|information|for)',
      '(?:payment|ach|eft|wire)_(?:advice|notification|remittance|confirmation)',
      'payment_details?_(?:below|attached)',
      '(?:attached|below|enclosed)_(?:is|are|please_find|you_will_find)' +
        '?_?(?:the_|our_)?(?:payment_)?remittance',
      'the_following_(?:invoices?|payments?)_(?:were|was|have_been|will_be|are_being|are)_paid',
      'a_payment_(?:of_\\S+_)?(?:has_been|was)_(?:sent|issued|initiated)_to_your',
      'aviso_de_(?:pago|remesa|transferencia)',
      'detalle_(?:de|del)_(?:pago|remesa|transferencia)',
      'relaci[oó]n_de_(?:pagos|facturas_pagadas)',
      'facturas_(?:pagadas|que_se_pagan|incluidas_en_el_pago)',
      'remesa_(?:adjunta|de_pago)',
    ),
  },
  {
    intent: 'copy_request',
    sure: any(
      'cop(?:y|ies)_of_(?:the_|this_|that_|these_|your_|our_|all_|any_' +
        `|each_|following_|open_|original_|past_due_|outstanding_)*(?:${invoice}|` +
        'statement)',
      `(?:invoice|bill)_cop(?:y|ies)`,
      '(?:re-?send|send|forward|provide|e-?mail|share)_(?:me_|us_|over_' +
        ')?(?:the_|this_|that_|those_|these_|a_|your_|all_|any_|missing_' +
        `|open_|following_|original_|updated_|current_)*(?:${invoice}|` +
        'statement)',
      '(?:do|does|did)(?:_not|n.t)_(?:have|see|find|show|receive)_(?:the_' +
        `|this_|that_|those_|these_|a_|your_|any_)*(?:${invoice})`,
      `never_(?:received|got|saw)_(?:the_|this_|that_|those_|these_|a_|your_|an_)*(?:${invoice})`,
      '(?:need|missing|request|requesting)_(?:a_|the_|this_|that_|those_' +
        `|these_|your_)*(?:copy|copies|${invoice}|statement)_?`,
      'statement_of_account',
      'account_statement',
      `copias?_(?:de_)?(?:la_|las_|esta_|esa_|su_|sus_)?(?:${invoice}|estado)`,
      '(?:env[ií](?:ar|en|e|arnos|arme|enme|enos|eme)|reenv[ií](?:ar|' +
        'en|e|arnos|arme|eme|enos)|mand(?:ar|en|e|arnos|arme|enme)|compart(?:ir|' +
        'en|a|an)|facilit(?:ar|en|e)|proporcion(?:ar|en|e))(?:me|nos)' +
        '?_(?:por_correo_|otra_vez_|nuevamente_)?(?:una_|la_|las_|esta_' +
        `|estas_|dicha_|su_|el_|los_|de_nuevo_la_)*(?:copias?|${invoice}|` +
        'estados?_de_cuenta)',
      'no_(?:tenemos|tengo|encontramos|encuentro|recibimos|recib[ií]|' +
        'hemos_recibido|nos_lleg[oó]|localizamos)_(?:la_|las_|esta_|esa_' +
        `|su_|dicha_|ninguna_)*(?:${invoice})`,
      'estado_de_cuenta',
    ),
    unless: any('attached', 'adjunt\\p{L}*', 'thank_you_for_(?:sending|the)'),
  },
  {
    intent: 'w9_request',
    sure: any(
      '(?:form_|formulario_|forma_)?w-?9(?:_form)?',
      'taxpayer_identification_number',
      'tax_id_form',
    ),
    unless: any('attached_(?:is|our|please_find)_(?:our_)?(?:\\p{L}+_)?w-?9', 'our_w-?9_is'),
  },
  {
    intent: 'vendor_form',
    sure: any(
      '(?:vendor|supplier)_(?:set-?up|setup|registration|onboarding|' +
        'information|master|application|packet|profile|questionnaire|' +
        'update|enrollment)(?:_(?:form|packet|sheet))?',
      '(?:vendor|supplier|ach|eft|credit)_(?:form|enrollment_form|authorization_' +
        'form|application_form)',
      'set_(?:you|your_company)_up_as_a_(?:new_)?(?:vendor|supplier)',
      'bank(?:ing)?_(?:details|information)_(?:form|letter|verification)',
      '(?:alta|registro|formulario|formato|cuestionario)_de_proveedor(?:es)?',
      'dar(?:los|les)?_de_alta_como_proveedor(?:es)?',
      'car[aá]tula_bancaria',
    ),
  },
  {
    intent: 'certificate',
    sure: any(
      '(?:resale|exemption|tax[- ]exempt(?:ion)?|sales_tax_exemption|exempt_use)_certificates?',
      'certificates?_of_(?:resale|exemption|insurance)',
      '(?:tax|sales_tax)_exempt',
      'certificados?_de_(?:reventa|exenci[oó]n|seguro)',
      'exent[oa]s?_de_impuestos?',
    ),
  },
  {
    intent: 'complaint',
    sure: any(
      '(?:formal|file_a|filing_a|this_is_a|my|register_a)_complaint',
      'unacceptable',
      'harass(?:ing|ment|ed)?',
      '(?:very|so|extremely)_(?:rude|unprofessional|disappointed)',
      'better_business_bureau',
      'attorney_general',
      'cfpb',
      'consumer_protection',
      '(?:terrible|awful|worst)_(?:service|treatment|experience)',
      '(?:speak|talk)_(?:to|with)_(?:your|a)_(?:manager|supervisor)',
      '(?:una|mi|presentar|formular)_(?:queja|reclamaci[oó]n)',
      'inaceptable',
      'acos(?:o|ando|an|ar)',
      'p[eé]simo_(?:servicio|trato)',
      'muy_(?:grosero|grosera|molestos?|molestas?)',
      'hablar_con_(?:su|un)_(?:gerente|supervisor|supervisora)',
      'fiscal_general',
    ),
  },
  {
    intent: 'opt_out',
    sure: any(
      '(?:stop|quit)_(?:contacting|e-?mailing|calling|texting|messaging|' +
        'writing|sending)(?:_(?:to_)?(?:me|us|these|this))?',
      '(?:do_not|don.t|please_no_longer)_(?:contact|e-?mail|call|text|' +
        'write|message)(?:_(?:to_)?(?:me|us|this))?(?:_(?:again|anymore|' +
        'any_more))?',
      'no_longer_(?:wish|want)_to_(?:receive|be_contacted|get)',
      'remove_(?:me|us|my_\\p{L}+|this_\\p{L}+)_from_(?:your|this|the)',
      'unsubscribe(?:_me|_us)?',
      'opt(?:ing)?[- ]?out',
      'cease_(?:and_desist|contact|all_contact|all_communication)',
      'dejen_de_(?:contactar\\p{L}*|llamar\\p{L}*|escribir\\p{L}*|enviar\\p{L}*|' +
        'mandar\\p{L}*|molestar)',
      'no_(?:me|nos)_(?:llamen|contacten|escriban|env[ií]en|manden|' +
        'contacte|llame|escriba)(?:_m[aá]s)?',
      'no_(?:deseo|deseamos|quiero|queremos)_(?:recibir|m[aá]s)',
      '(?:darme|darnos|den(?:me|nos)?|quiten(?:me|nos)?)_de_(?:baja|su_lista|la_lista)',
      'cancelar_(?:la_|mi_)?suscripci[oó]n',
    ),
    unless: any(
      'click',
      'haga_clic',
      'https?',
      'you_are_receiving_this',
      'this_e-?mail_was_sent_to',
      'si_(?:no_)?desea_(?:dejar_de_)?recibir',
      'to_unsubscribe',
      'para_(?:cancelar|darse)',
      'if_you_(?:no_longer|do_not|don.t|wish)',
      'call_(?:me|us)_(?:back|at|if)',
      'hesitate',
      'dude',
    ),
  },
  {
    intent: 'out_of_office',
    sure: any(
      'out_of_(?:the_)?office',
      '(?:i_am|i.m|i_will_be|i.ll_be)_(?:currently_)?(?:out|away|on_' +
        '(?:vacation|leave|holiday|pto)|traveling)',
      'automatic_reply',
      'auto(?:matic)?[- ]?(?:reply|response)',
      'fuera_de_(?:la_|mi_)?oficina',
      'respuesta_autom[aá]tica',
      '(?:estoy|estar[eé]|me_encuentro|me_encontrar[eé])_(?:fuera|ausente|' +
        'de_vacaciones|de_viaje|de_licencia)',
      'limited_access_to_(?:my_)?e-?mail',
    ),
  },
];
