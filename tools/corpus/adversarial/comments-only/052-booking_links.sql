/*
CREATE TABLE IF NOT EXISTS guest_bookings (
  guest_id BIGINT NOT NULL REFERENCES guests (id),
  booking_id BIGINT NOT NULL REFERENCES bookings (id),
  since DATE NOT NULL,
  PRIMARY KEY (guest_id, booking_id)
);

CREATE INDEX IF NOT EXISTS guest_bookings_booking ON guest_bookings (booking_id);

CREATE TABLE IF NOT EXISTS booking_notes (
  booking_id BIGINT PRIMARY KEY REFERENCES bookings (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
*/
