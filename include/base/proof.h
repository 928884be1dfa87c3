/*
 * proof - a checksum of numbers and bytes, built up one after the other from 0.
 *
 * What is kept beside the roll so that reports answer at once (schema 0004) has the proof of each row in
 * the row, and whoever reads the row compares. It guards against damage, not against somebody who makes
 * a proof that fits. Another number, or up to eight other bytes in a row, always give another proof; the
 * same give the same on every machine.
 */
#ifndef MEMBERSTAT_PROOF_H
#define MEMBERSTAT_PROOF_H

#include <stddef.h>
#include <stdint.h>

uint64_t proof_number(uint64_t proof, uint64_t number);
/* NULL for no bytes. */
uint64_t proof_bytes(uint64_t proof, const unsigned char *bytes, size_t len);

#endif
