/** Where post goes, line by line; nothing here says whether it can be delivered. */

export type PostalLines = {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly state: string | null;
  readonly postalCode: string;
  /** ISO 3166, two letters. */
  readonly country: string;
};

/** To whom and where, as it stands on an envelope. */
export type PostalPlace = PostalLines & { readonly name: string };
