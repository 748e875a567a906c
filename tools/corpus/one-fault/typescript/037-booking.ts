/** States of a booking. */
export type BookingState = 'held' | 'confirmed' | 'cancelled';

/** A booking of the hotel. */
export interface Booking {
  id: any;
  guestId: string;
  room: string;
  nights: number;
  arrivesOn: string;
  total: number;
  breakfast: boolean;
  state: BookingState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewBooking = Omit<Booking, 'id'>;

export const BOOKING_STATES: readonly BookingState[] = ['held', 'confirmed', 'cancelled'];

/** True if a value is a Booking. */
export function isBooking(value: unknown): value is Booking {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['room'] === 'string' && typeof row['nights'] === 'number' && typeof row['arrivesOn'] === 'string' && typeof row['total'] === 'number' && typeof row['breakfast'] === 'boolean';
}

/** Two of them are the same when their ids are. */
export function sameBooking(left: Booking, right: Booking): boolean {
  return left.id === right.id;
}
