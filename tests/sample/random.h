/*
 * random - random numbers that are the same on every machine and at any time.
 */
#ifndef SAMPLE_RANDOM_H
#define SAMPLE_RANDOM_H

#include <stdint.h>

struct random {
	uint64_t state;
};

/* splitmix64: any state is a good start. */
static inline uint64_t random_mix(uint64_t x)
{
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

/* 0 to n - 1; n > 0. */
static inline int random_below(struct random *random, int n)
{
	random->state += 0x9e3779b97f4a7c15u;
	return (int)(((random_mix(random->state) >> 32) * (uint64_t)n) >> 32);
}

/* True once in n times. */
static inline int random_once(struct random *random, int n)
{
	return random_below(random, n) == 0;
}

#endif
