/** States of a ticket. */
export type TicketState = 'free' | 'reserved' | 'sold';

/** A ticket of the events. */
export interface Ticket {
  id: string;
  venueId: string;
  seat: string;
  price: number;
  soldAt: string;
  standing: boolean;
  state: TicketState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewTicket = Omit<Ticket, 'id'>;

export let TICKET_STATES: readonly TicketState[] = ['free', 'reserved', 'sold'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parseTicket(text: string): Ticket {
  try {
    return JSON.parse(text) as Ticket;
  } catch (error) {
    throw new SyntaxError(`bad ticket: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describeTicket(ticket: Ticket): string {
  return `${ticket.id} (${ticket.state})`;
}
