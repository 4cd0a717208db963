// What glibc declares for _GNU_SOURCE only, which Swift's module of it is built without; see sched.h(0p), pthread.h(0p).
#include <pthread.h>
#include <sched.h>
#include <sys/types.h>

/// `SCHED_BATCH` (sched(7)): when a thread of this policy wakes up, it never takes the processor from another.
static const int batchPolicy = 3;

int sched_getcpu(void);
int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set);
int pthread_attr_setaffinity_np(pthread_attr_t *attributes, size_t size, const cpu_set_t *set);
int pthread_setaffinity_np(pthread_t thread, size_t size, const cpu_set_t *set);
