import type { Invoice } from './invoice';

/** Renders invoices as PDF. */
export class InvoicePdf {
  constructor(private readonly fontFolder: string) {}

  /** Renders one invoice. */
  render(invoice: Invoice): Uint8Array {
    const pages: Uint8Array[] = [];
    // ... rest of the rendering stays as it was
    return pages[0] ?? new Uint8Array();
  }

  /** Renders several invoices one after the other. */
  renderAll(invoices: readonly Invoice[]): Uint8Array[] {
    return invoices.map((invoice) => this.render(invoice));
  }
}
