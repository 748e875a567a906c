/** Reads invoices. */
export class invoiceParser {
  parse(text: string): string[] {
    return text.split(';').map((part) => part.trim());
  }
}
