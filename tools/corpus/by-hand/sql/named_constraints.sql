CREATE TABLE seats (
  hall_id   INTEGER NOT NULL,
  row_no    INTEGER NOT NULL,
  seat_no   INTEGER NOT NULL,
  CONSTRAINT seats_pk PRIMARY KEY (hall_id, row_no, seat_no),
  CONSTRAINT seats_hall_fk FOREIGN KEY (hall_id) REFERENCES halls (id) ON DELETE CASCADE,
  CONSTRAINT seats_row_ck CHECK (row_no > 0)
);
