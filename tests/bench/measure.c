/*
 * measure - measures one run of a command: time, processor time, memory.
 *
 *	measure OUTPUT COMMAND [ARGUMENT]...
 *
 * Runs the command with its standard output in the file OUTPUT and prints the wall time and the
 * processor time in milliseconds and the peak of resident memory in kilobytes. Fails as the command
 * does, printing nothing.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int complain(const char *what)
{
	fprintf(stderr, "measure: %s: %s\n", what, strerror(errno));
	return 127;
}

static int run(const char *output, char *const command[])
{
	int fd = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (fd < 0 || dup2(fd, STDOUT_FILENO) < 0)
		return complain(output);
	close(fd);
	execvp(command[0], command);
	return complain(command[0]);
}

static double milliseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

int main(int argc, char *argv[])
{
	struct timespec start, end;
	struct rusage usage;
	pid_t child;
	int status;

	if (argc < 3) {
		fputs("usage: measure OUTPUT COMMAND [ARGUMENT]...\n", stderr);
		return 2;
	}
	clock_gettime(CLOCK_MONOTONIC, &start);
	child = fork();
	if (child == 0)
		_exit(run(argv[1], argv + 2));
	if (child < 0 || waitpid(child, &status, 0) < 0)
		return complain(argv[2]);
	clock_gettime(CLOCK_MONOTONIC, &end);
	/* There was only one child, so this is what it used. */
	getrusage(RUSAGE_CHILDREN, &usage);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
	printf("%.3f %.3f %ld\n",
		(double)(end.tv_sec - start.tv_sec) * 1e3 +
			(double)(end.tv_nsec - start.tv_nsec) / 1e6,
		milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), usage.ru_maxrss);
	return 0;
}
