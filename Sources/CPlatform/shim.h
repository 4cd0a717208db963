// Declares functions that glibc offers only with _GNU_SOURCE, which Swift's Glibc module is built without
// (sched(7), pthread_attr_setaffinity_np(3)), and includes headers that the Glibc module leaves out.
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <sys/types.h>

/// `SCHED_BATCH` (sched(7)): a thread with this policy never preempts another thread when it wakes up.
static const int batchPolicy = 3;

int sched_getcpu(void);
int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set);
int pthread_attr_setaffinity_np(pthread_attr_t *attributes, size_t size, const cpu_set_t *set);
int pthread_setaffinity_np(pthread_t thread, size_t size, const cpu_set_t *set);
