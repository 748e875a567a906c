/** States of a delivery. */
export type DeliveryState = 'expected' | 'received' | 'refused';

/** A delivery of the warehouse. */
export interface Delivery {
  readonly id: string;
  readonly carrierId: string;
  readonly reference: string;
  readonly parcels: number;
  readonly weight: number;
  readonly arrivesOn: string;
  readonly state: DeliveryState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewDelivery = Omit<Delivery, 'id'>;

export const DELIVERY_STATES: readonly DeliveryState[] = ['expected', 'received', 'refused'];

/** True if a value is a Delivery. */
export function isDelivery(value: unknown): value is Delivery {
  if (typeof value !== 'object' || value === null) return false;
  // @ts-ignore
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['reference'] === 'string' && typeof row['parcels'] === 'number' && typeof row['weight'] === 'number' && typeof row['arrivesOn'] === 'string';
}

/** Two of them are the same when their ids are. */
export function sameDelivery(left: Delivery, right: Delivery): boolean {
  return left.id === right.id;
}
