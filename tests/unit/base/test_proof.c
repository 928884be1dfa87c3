#include "support.h"

#include "base/proof.h"

/* Every bit of a row of numbers counts, and so does their order. */
static void one_other_number_gives_another_proof(void **state)
{
	uint64_t numbers[4] = {0, 1, 0x8000000000000000u, 12345}, whole = 0;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		whole = proof_number(whole, numbers[i]);
	for (size_t at = 0; at < 4; at++)
		for (int bit = 0; bit < 64; bit++) {
			uint64_t proof = 0;

			for (size_t i = 0; i < 4; i++)
				proof = proof_number(
					proof, numbers[i] ^ (i == at ? (uint64_t)1 << bit : 0));
			assert_true(proof != whole);
		}
	assert_true(proof_number(proof_number(0, 1), 2) != proof_number(proof_number(0, 2), 1));
	assert_true(proof_number(0, 0) == 0 && proof_number(0, 1) != 0);
}

static void one_other_byte_gives_another_proof(void **state)
{
	unsigned char bytes[40];
	uint64_t whole;

	(void)state;
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)(i * 37);
	for (size_t len = 0; len < sizeof bytes; len++) {
		whole = proof_bytes(7, bytes, len);
		for (size_t at = 0; at < len; at++)
			for (int bit = 0; bit < 8; bit++) {
				bytes[at] ^= (unsigned char)(1 << bit);
				assert_true(proof_bytes(7, bytes, len) != whole);
				bytes[at] ^= (unsigned char)(1 << bit);
			}
		/* Nor is a zero at the end nothing. */
		assert_true(proof_bytes(7, (const unsigned char[41]){0}, len) !=
			    proof_bytes(7, (const unsigned char[41]){0}, len + 1));
	}
	assert_true(proof_bytes(7, NULL, 0) == proof_bytes(7, bytes, 0));
}

/* It is stored: what one version or machine makes, every other must find right. */
static void proofs_are_the_same_for_ever(void **state)
{
	(void)state;
	assert_true(proof_number(0, 1) == 0x9e3779b9e17d05acu);
	assert_true(proof_bytes(0, (const unsigned char *)"memberstat", 10) == 0xcd4d8fbfb45de055u);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_other_number_gives_another_proof),
		cmocka_unit_test(one_other_byte_gives_another_proof),
		cmocka_unit_test(proofs_are_the_same_for_ever),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
