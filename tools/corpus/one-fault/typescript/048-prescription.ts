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
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewPrescription = Partial<Record<string, any>>;

export const PRESCRIPTION_STATES: readonly PrescriptionState[] = ['issued', 'filled', 'expired'];

/** True if a value is a Prescription. */
export function isPrescription(value: unknown): value is Prescription {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['drug'] === 'string' && typeof row['code'] === 'string' && typeof row['doses'] === 'number' && typeof row['issuedOn'] === 'string';
}

/** Two of them are the same when their ids are. */
export function samePrescription(left: Prescription, right: Prescription): boolean {
  return left.id === right.id;
}
