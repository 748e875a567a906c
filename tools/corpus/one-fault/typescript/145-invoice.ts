/** States of a invoice. */
export type InvoiceState = 'draft' | 'sent' | 'paid';

/** A invoice of the billing. */
export interface invoice_row {
  id: string;
  accountId: string;
  number: string;
  amount: number;
  issuedOn: string;
  sentAt: string;
  state: InvoiceState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewInvoice = Omit<Invoice, 'id'>;

export const INVOICE_STATES: readonly InvoiceState[] = ['draft', 'sent', 'paid'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parseInvoice(text: string): Invoice {
  try {
    return JSON.parse(text) as Invoice;
  } catch (error) {
    throw new SyntaxError(`bad invoice: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describeInvoice(invoice: Invoice): string {
  return `${invoice.id} (${invoice.state})`;
}
