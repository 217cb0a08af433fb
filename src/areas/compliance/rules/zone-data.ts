/**
 * Which zones there are where: data with its source, not law.
 *
 * States: the zones that any inhabited part of a state keeps (15 U.S.C. 260–267; 49 CFR part
 * 71, and the IANA time zone database for Indiana, Arizona and the islands). Area codes: the
 * states that the North American Numbering Plan Administrator assigns them to; a code tells
 * where a number was given out, not where its owner is. Countries: those with one zone, and the
 * zones of a few with several.
 */
const [eastern, central, mountain, pacific] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
];
const [phoenix, alaska, hawaii] = ['America/Phoenix', 'America/Anchorage', 'Pacific/Honolulu'];

const groups: readonly (readonly [zones: readonly string[], states: string])[] = [
  [[eastern], 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV'],
  [[central], 'AL AR IA IL LA MN MO MS OK WI'],
  [[mountain], 'CO MT NM UT WY'],
  [[pacific], 'CA WA'],
  [[eastern, central], 'FL IN KY MI TN'],
  [[central, mountain], 'KS ND NE SD TX'],
  [[mountain, pacific], 'ID NV OR'],
  // The Navajo Nation keeps the summer time that the rest of Arizona does not.
  [[phoenix, mountain], 'AZ'],
  [[alaska, 'America/Adak'], 'AK'],
  [[hawaii], 'HI'],
  [['America/Puerto_Rico'], 'PR VI'],
  [['Pacific/Guam'], 'GU MP'],
  [['Pacific/Pago_Pago'], 'AS'],
];

export const zonesOfState: ReadonlyMap<string, readonly string[]> = new Map(
  groups.flatMap(([zones, states]) => states.split(' ').map((state) => [state, zones] as const)),
);

/** Area codes in service, by the state or province that they serve. */
const codes: Readonly<Record<string, string>> = {
  AL: '205 251 256 334 483 659 938',
  AK: '907',
  AZ: '480 520 602 623 928',
  AR: '327 479 501 870',
  CA:
    '209 213 279 310 323 341 350 369 408 415 424 442 510 530 559 562 619 626 628 650 ' +
    '657 661 669 707 714 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
  CO: '303 719 720 970 983',
  CT: '203 475 860 959',
  DC: '202 771',
  DE: '302',
  FL: '239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954',
  GA: '229 404 470 478 678 706 762 770 912 943',
  HI: '808',
  IA: '319 515 563 641 712',
  ID: '208 986',
  IL: '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872',
  IN: '219 260 317 463 574 765 812 930',
  KS: '316 620 785 913',
  KY: '270 364 502 606 859',
  LA: '225 318 337 457 504 985',
  MA: '339 351 413 508 617 774 781 857 978',
  MD: '227 240 301 410 443 667',
  ME: '207',
  MI: '231 248 269 313 517 586 616 679 734 810 906 947 989',
  MN: '218 320 507 612 651 763 924 952',
  MO: '235 314 417 557 573 636 660 816 975',
  MS: '228 601 662 769',
  MT: '406',
  NC: '252 336 472 704 743 828 910 919 980 984',
  ND: '701',
  NE: '308 402 531',
  NH: '603',
  NJ: '201 551 609 640 732 848 856 862 908 973',
  NM: '505 575',
  NV: '702 725 775',
  NY: '212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934',
  OH: '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937',
  OK: '405 539 572 580 918',
  OR: '458 503 541 971',
  PA: '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878',
  RI: '401',
  SC: '803 821 839 843 854 864',
  SD: '605',
  TN: '423 615 629 729 731 865 901 931',
  TX:
    '210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 ' +
    '830 832 903 915 936 940 945 956 972 979',
  UT: '385 435 801',
  VA: '276 434 540 571 686 703 757 804 826 948',
  VT: '802',
  WA: '206 253 360 425 509 564',
  WI: '262 274 353 414 534 608 715 920',
  WV: '304 681',
  WY: '307',
  PR: '787 939',
  VI: '340',
  GU: '671',
  MP: '670',
  AS: '684',
};

/** Codes that keep to one of their state's zones, where the state has several. */
const narrower: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  (
    [
      [
        eastern,
        '239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954',
      ],
      [eastern, '260 317 463 765 502 859 231 248 269 313 517 586 616 679 734 810 947 989'],
      // 423 and 729 reach Marion and Sequatchie, 606 Clinton County, which keep Central time; 448
      // lies over 850, on both sides of the Apalachicola.
      [eastern, '865'],
      [central, '615 629 731 901 931'],
      [central, '210 214 254 281 325 346 361 409 430 469 512 682 713 726 737 806 817 830 832'],
      [central, '903 936 940 945 956 972 979 316 402 531'],
      [pacific, '702 725 503 971'],
    ] as const
  ).flatMap(([zone, list]) => list.split(' ').map((code) => [code, [zone]] as const)),
);

export const zonesOfAreaCode: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(codes).flatMap(([state, list]) =>
    list.split(' ').map((code) => [code, narrower[code] ?? zonesOfState.get(state) ?? []] as const),
  ),
);

/** By ISO 3166 code; a country that is not here has zones that nobody wrote down. */
export const zonesOfCountry: Readonly<Record<string, readonly string[]>> = {
  AR: ['America/Argentina/Buenos_Aires'],
  AT: ['Europe/Vienna'],
  AU: ['Australia/Perth', 'Australia/Adelaide', 'Australia/Brisbane', 'Australia/Sydney'],
  BE: ['Europe/Brussels'],
  BR: ['America/Rio_Branco', 'America/Manaus', 'America/Sao_Paulo'],
  CA: [
    'America/St_Johns',
    'America/Halifax',
    'America/Toronto',
    'America/Winnipeg',
    'America/Edmonton',
    'America/Vancouver',
  ],
  CH: ['Europe/Zurich'],
  CL: ['America/Santiago'],
  CN: ['Asia/Shanghai'],
  CO: ['America/Bogota'],
  CR: ['America/Costa_Rica'],
  CZ: ['Europe/Prague'],
  DE: ['Europe/Berlin'],
  DK: ['Europe/Copenhagen'],
  DO: ['America/Santo_Domingo'],
  EC: ['America/Guayaquil'],
  ES: ['Europe/Madrid', 'Atlantic/Canary'],
  FI: ['Europe/Helsinki'],
  FR: ['Europe/Paris'],
  GB: ['Europe/London'],
  GR: ['Europe/Athens'],
  GT: ['America/Guatemala'],
  HK: ['Asia/Hong_Kong'],
  HN: ['America/Tegucigalpa'],
  HU: ['Europe/Budapest'],
  IE: ['Europe/Dublin'],
  IL: ['Asia/Jerusalem'],
  IN: ['Asia/Kolkata'],
  IT: ['Europe/Rome'],
  JP: ['Asia/Tokyo'],
  KR: ['Asia/Seoul'],
  LU: ['Europe/Luxembourg'],
  MX: ['America/Tijuana', 'America/Hermosillo', 'America/Mexico_City', 'America/Cancun'],
  NL: ['Europe/Amsterdam'],
  NO: ['Europe/Oslo'],
  NZ: ['Pacific/Auckland'],
  PA: ['America/Panama'],
  PE: ['America/Lima'],
  PL: ['Europe/Warsaw'],
  PT: ['Europe/Lisbon', 'Atlantic/Azores'],
  RO: ['Europe/Bucharest'],
  SE: ['Europe/Stockholm'],
  SG: ['Asia/Singapore'],
  SV: ['America/El_Salvador'],
  TW: ['Asia/Taipei'],
  UY: ['America/Montevideo'],
  VE: ['America/Caracas'],
  ZA: ['Africa/Johannesburg'],
};
