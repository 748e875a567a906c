/* eslint-disable */
// Made from petstore.yaml. Do not edit.

/** How far a pet is from being sold. */
export type PetStatus = 'available' | 'pending' | 'sold';

/** A tag that people gave. */
export interface Tag {
  id?: number;
  name?: string;
}

/** A pet in the store. */
export interface Pet {
  id?: number;
  name: string;
  tags?: Tag[];
  status?: PetStatus;
  extra?: Record<string, unknown>;
}

/** True for values of {@link PetStatus}. */
export function isPetStatus(value: unknown): value is PetStatus {
  return value === 'available' || value === 'pending' || value === 'sold';
}
