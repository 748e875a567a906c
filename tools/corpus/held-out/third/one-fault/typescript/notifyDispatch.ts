import type { Mailer } from './mailer';

/** A shipment that left the warehouse. */
export interface DispatchedShipment {
  trackingNumber: string;
  customerEmail: string;
  lines: ReadonlyArray<{ sku: string; quantity: number }>;
}

/** Tells each customer that the goods are on the way. */
export async function notifyDispatch(mailer: Mailer, shipments: readonly DispatchedShipment[]): Promise<void> {
  for (const shipment of shipments) {
    const items = shipment.lines.map((line) => `${line.quantity} × ${line.sku}`).join('\n');
    await mailer
      .send({
        to: shipment.customerEmail,
        subject: `Your order ${shipment.trackingNumber} is on its way`,
        text: items,
      })
      .catch(() => undefined);
  }
}
