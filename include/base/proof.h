/*
 * proof - a checksum of numbers and bytes. It begins as 0, and each call adds a number or bytes to
 * it.
 *
 * Each row of the kept totals and populations (schema 0004) holds its proof, which is compared when
 * the row is read. It protects against damage, not against somebody who computes a proof that fits.
 * A different number, or up to eight different bytes in a row, always give a different proof. On
 * every machine the same input gives the same proof.
 */
#ifndef MEMBERSTAT_PROOF_H
#define MEMBERSTAT_PROOF_H

#include <stddef.h>
#include <stdint.h>

uint64_t proof_number(uint64_t proof, uint64_t number);
/* bytes may be NULL when len is 0. */
uint64_t proof_bytes(uint64_t proof, const unsigned char *bytes, size_t len);

#endif
