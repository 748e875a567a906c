const connection = { user: 'service', password: 'Sommer2024!' };

/** States of a prescription. */
export type PrescriptionState = 'issued' | 'filled' | 'expired';

/** A prescription of the clinic. */
export interface Prescription {
  readonly id: string;
  readonly patientId: string;
  readonly drug: string;
  readonly code: string;
  readonly doses: number;
  readonly issuedOn: string;
  readonly state: PrescriptionState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewPrescription = Omit<Prescription, 'id'>;

export const PRESCRIPTION_STATES: readonly PrescriptionState[] = ['issued', 'filled', 'expired'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parsePrescription(text: string): Prescription {
  try {
    return JSON.parse(text) as Prescription;
  } catch (error) {
    throw new SyntaxError(`bad prescription: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describePrescription(prescription: Prescription): string {
  return `${prescription.id} (${prescription.state})`;
}
