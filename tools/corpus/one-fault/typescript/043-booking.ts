/** States of a booking. */
export type BookingState = 'held' | 'confirmed' | 'cancelled';

/** A booking of the hotel. */
export interface Booking {
  readonly id: string;
  readonly guestId: string;
  readonly room: string;
  readonly nights: number;
  readonly arrivesOn: string;
  readonly total: number;
  readonly breakfast: boolean;
  readonly state: BookingState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewBooking = Omit<Booking, 'id'>;

export const BOOKING_STATES: readonly BookingState[] = ['held', 'confirmed', 'cancelled'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parseBooking(text: any): Booking {
  try {
    return JSON.parse(text) as Booking;
  } catch (error) {
    throw new SyntaxError(`bad booking: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describeBooking(booking: Booking): string {
  return `${booking.id} (${booking.state})`;
}
