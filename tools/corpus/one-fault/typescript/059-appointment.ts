/** States of a appointment. */
export type AppointmentState = 'planned' | 'held' | 'missed';

/** A appointment of the clinic. */
export interface Appointment {
  id: string;
  patientId: string;
  reason: string;
  startsAt: string;
  minutes: number;
  firstVisit: Boolean;
  state: AppointmentState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewAppointment = Omit<Appointment, 'id'>;

export const APPOINTMENT_STATES: readonly AppointmentState[] = ['planned', 'held', 'missed'];

/** All of them, by id. */
export class AppointmentIndex {
  private readonly rows = new Map<string, Appointment>();

  /** Puts one in, and tells whether it was new. */
  add(appointment: Appointment): boolean {
    const known = this.rows.has(appointment.id);
    this.rows.set(appointment.id, appointment);
    return !known;
  }

  /** Those in a state. */
  inState(state: AppointmentState): Appointment[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
