/* Times the pymalloc of the CPython that it is preloaded into. The interpreter itself runs with
 * PYTHONMALLOC=malloc, so pymalloc is empty; its functions are noted before main(), while they still
 * serve PyObject_Malloc. allocator.mjs builds and calls this. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

typedef struct {
  void *ctx;
  void *(*malloc)(void *, size_t);
  void *(*calloc)(void *, size_t, size_t);
  void *(*realloc)(void *, void *, size_t);
  void (*free)(void *, void *);
} Allocator;

/* weak: a shell script that starts the interpreter has none */
extern void PyMem_GetAllocator(int domain, Allocator *out) __attribute__((weak));

enum { DOMAIN_OBJ = 2, ASK = 0, RESIZE = 1 };

static Allocator pymalloc;

__attribute__((constructor)) static void note(void) {
  if (PyMem_GetAllocator) PyMem_GetAllocator(DOMAIN_OBJ, &pymalloc);
}

static double user_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6;
}

/* Seconds of CPU that `rounds` rounds of the requests take. The file holds rows of three int32: what
 * to do, which block, how many bytes. At the end of a round no block is in use. */
double measure(const char *path, int rounds) {
  FILE *file = fopen(path, "rb");
  fseek(file, 0, SEEK_END);
  size_t count = ftell(file) / 12;
  rewind(file);
  int32_t *rows = malloc(count * 12);
  if (fread(rows, 12, count, file) != count) return -1;
  fclose(file);
  void **blocks = calloc(count, sizeof *blocks);
  double from = user_seconds();
  for (int round = 0; round < rounds; round++)
    for (int32_t *row = rows, *end = rows + 3 * count; row < end; row += 3) {
      void **block = blocks + row[1];
      if (row[0] == ASK) *block = pymalloc.malloc(pymalloc.ctx, row[2]);
      else if (row[0] == RESIZE) *block = pymalloc.realloc(pymalloc.ctx, *block, row[2]);
      else pymalloc.free(pymalloc.ctx, *block);
    }
  return user_seconds() - from;
}
