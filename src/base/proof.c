#include "base/proof.h"

/* Each step can be reversed, so a different number always gives a different proof. */
uint64_t proof_number(uint64_t proof, uint64_t number)
{
	proof = (proof ^ number) * 0x9e3779b97f4a7c15u;
	return proof ^ proof >> 32;
}

/* Adds eight bytes at a time, with the first as the lowest on every machine; then how many there
 * are. */
uint64_t proof_bytes(uint64_t proof, const unsigned char *bytes, size_t len)
{
	uint64_t number = 0;
	size_t i;

	for (i = 0; i < len; i++) {
		number |= (uint64_t)bytes[i] << 8 * (i % 8);
		if (i % 8 == 7) {
			proof = proof_number(proof, number);
			number = 0;
		}
	}
	return proof_number(proof_number(proof, number), len);
}
