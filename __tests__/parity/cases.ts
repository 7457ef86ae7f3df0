/** All cases of the parity table. */
import type { ParityCase } from './case.ts';
import { DATE_CASES, SIGNATURE_CASES, TRUST_CASES } from './chain-cases.ts';
import { PROTOCOL_CASES, SERVER_CASES, STAPLE_CASES } from './handshake-cases.ts';
import { MIXED_CASES } from './mixed-cases.ts';
import { NAME_CASES } from './name-cases.ts';
import { CONSTRAINT_CASES, FORM_CASES, USAGE_CASES } from './purpose-cases.ts';

export const PARITY_CASES: readonly ParityCase[] = [
  ...DATE_CASES,
  ...TRUST_CASES,
  ...SIGNATURE_CASES,
  ...USAGE_CASES,
  ...FORM_CASES,
  ...CONSTRAINT_CASES,
  ...NAME_CASES,
  ...MIXED_CASES,
  ...PROTOCOL_CASES,
  ...SERVER_CASES,
  ...STAPLE_CASES,
];
