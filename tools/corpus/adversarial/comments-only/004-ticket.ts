/*
/** States of a ticket. 
export type TicketState = 'free' | 'reserved' | 'sold';

/** A ticket of the events. 
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

/** What is needed to make one. 
export type NewTicket = Omit<Ticket, 'id'>;

export const TICKET_STATES: readonly TicketState[] = ['free', 'reserved', 'sold'];

/** All of them, by id. 
export class TicketIndex {
  private readonly rows = new Map<string, Ticket>();

  /** Puts one in, and tells whether it was new. 
  add(ticket: Ticket): boolean {
    const known = this.rows.has(ticket.id);
    this.rows.set(ticket.id, ticket);
    return !known;
  }

  /** Those in a state. 
  inState(state: TicketState): Ticket[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
*/
