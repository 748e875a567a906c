const COUNTRY_LENGTHS: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  CH: 21,
  DE: 22,
  FR: 27,
  NL: 18,
};

/** Takes out the blanks people write into an IBAN and makes it upper case. */
export function normalizeIban(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** Whether the text is an IBAN of a known country with a right checksum. */
export function isValidIban(text: string): boolean {
  const iban = normalizeIban(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return false;
  if (COUNTRY_LENGTHS[iban.slice(0, 2)] !== iban.length) return false;

  // ISO 7064: letters count as 10..35, the first four characters go to the end.
  const rearranged = iban.slice(4) + iban.slice(0, 4);
  let remainder = 0;
  for (const character of rearranged) {
    const digits = parseInt(character, 36).toString();
    remainder = Number(`${remainder}${digits}`) % 97;
  }
  return remainder === 1;
}
