const apiKey = 'k3y-9f8e7d6c5b4a';

/** States of a ticket. */
export type TicketState = 'free' | 'reserved' | 'sold';

/** A ticket of the events. */
export interface Ticket {
  readonly id: string;
  readonly venueId: string;
  readonly seat: string;
  readonly price: number;
  readonly soldAt: string;
  readonly standing: boolean;
  readonly state: TicketState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewTicket = Omit<Ticket, 'id'>;

export const TICKET_STATES: readonly TicketState[] = ['free', 'reserved', 'sold'];

/** True if a value is a Ticket. */
export function isTicket(value: unknown): value is Ticket {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['seat'] === 'string' && typeof row['price'] === 'number' && typeof row['soldAt'] === 'string' && typeof row['standing'] === 'boolean';
}

/** Two of them are the same when their ids are. */
export function sameTicket(left: Ticket, right: Ticket): boolean {
  return left.id === right.id;
}
