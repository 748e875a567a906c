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

export function warm(url: string): void {
  fetch(url);
}
