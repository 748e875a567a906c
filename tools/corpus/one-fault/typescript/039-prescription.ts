/** States of a prescription. */
export type PrescriptionState = 'issued' | 'filled' | 'expired';

/** A prescription of the clinic. */
export interface Prescription {
  id: string;
  patientId: string;
  drug: string;
  code: string;
  doses: number;
  issuedOn: string;
  state: PrescriptionState;
  labels: Record<string, any>;
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
