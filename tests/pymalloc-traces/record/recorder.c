/* Puts requests to the pymalloc of the CPython that it is preloaded into, and writes down the answers.
 *
 * The interpreter itself must run with PYTHONMALLOC=malloc, so that pymalloc is empty and nobody else
 * asks it for anything. Its functions are noted before main(), while they still serve PyObject_Malloc.
 * record.py builds and starts this. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

typedef struct {
  void *ctx;
  void *(*malloc)(void *, size_t);
  void *(*calloc)(void *, size_t, size_t);
  void *(*realloc)(void *, void *, size_t);
  void (*free)(void *, void *);
} Allocator;
typedef struct {
  void *ctx;
  void *(*alloc)(void *, size_t);
  void (*free)(void *, void *, size_t);
} ArenaAllocator;

/* weak: a shell script that starts the interpreter has none */
extern void PyMem_GetAllocator(int domain, Allocator *out) __attribute__((weak));
extern void PyObject_SetArenaAllocator(ArenaAllocator *allocator);

enum { DOMAIN_OBJ = 2, STEP = 256 * 1024 };

static Allocator pymalloc;

__attribute__((constructor)) static void note(void) {
  if (PyMem_GetAllocator) PyMem_GetAllocator(DOMAIN_OBJ, &pymalloc);
}

typedef struct { char verb; uint32_t id; size_t bytes; } Request;
typedef struct { char *base; size_t bytes; } Arena;

static Arena arenas[1 << 16];
static int arena_count;
static size_t base_offset;
static FILE *out;
static int freed[1 << 16], freed_count;

/* Every arena starts base_offset behind a multiple of 256 KiB. */
static void *arena_alloc(void *ctx, size_t bytes) {
  size_t length = bytes + 2 * STEP;
  char *at = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (at == MAP_FAILED) return NULL;
  char *base = (char *)(((uintptr_t)at + STEP - 1) / STEP * STEP) + base_offset;
  if (base > at) munmap(at, base - at);
  munmap(base + bytes, at + length - (base + bytes));
  fprintf(out, "A %d %zu\n", arena_count, bytes);
  arenas[arena_count++] = (Arena){base, bytes};
  return base;
}

static void arena_free(void *ctx, void *base, size_t bytes) {
  for (int k = arena_count - 1; k >= 0; k--)
    if (arenas[k].base == base) {
      arenas[k].base = NULL;
      freed[freed_count++] = k;
      break;
    }
  munmap(base, bytes);
}

static void say_place(char *p) {
  if (!p) { fputs(" NULL\n", out); return; }
  for (int k = 0; k < arena_count; k++)
    if (arenas[k].base && p >= arenas[k].base && p < arenas[k].base + arenas[k].bytes) {
      fprintf(out, " %d %zu\n", k, (size_t)(p - arenas[k].base));
      return;
    }
  fputs(" raw\n", out);
}

static void say_freed(void) {
  for (int i = 0; i < freed_count; i++) fprintf(out, "X %d\n", freed[i]);
  freed_count = 0;
}

static Request *read_requests(const char *path, size_t *count, uint32_t *ids) {
  FILE *in = fopen(path, "r");
  size_t room = 1 << 16, n = 0;
  Request *all = malloc(room * sizeof *all);
  char line[256];
  while (fgets(line, sizeof line, in)) {
    Request one = {line[0], 0, 0};
    if (!strchr("arf", line[0]) || sscanf(line + 1, "%u %zu", &one.id, &one.bytes) < 1) continue;
    if (n == room) all = realloc(all, (room *= 2) * sizeof *all);
    if (one.id >= *ids) *ids = one.id + 1;
    all[n++] = one;
  }
  fclose(in);
  *count = n;
  return all;
}

int record(const char *requests, const char *answers, size_t offset) {
  ArenaAllocator ours = {NULL, arena_alloc, arena_free};
  PyObject_SetArenaAllocator(&ours);
  base_offset = offset;
  out = fopen(answers, "w");
  size_t count;
  uint32_t ids = 0;
  Request *all = read_requests(requests, &count, &ids);
  void **block = calloc(ids, sizeof *block);
  for (size_t i = 0; i < count; i++) {
    Request q = all[i];
    if (q.verb == 'f') {
      pymalloc.free(pymalloc.ctx, block[q.id]);
      fprintf(out, "f %u\n", q.id);
      say_freed();
      continue;
    }
    void *p = q.verb == 'a' ? pymalloc.malloc(pymalloc.ctx, q.bytes)
                            : pymalloc.realloc(pymalloc.ctx, block[q.id], q.bytes);
    if (p || q.verb == 'a') block[q.id] = p;
    say_freed(); /* by a realloc: they stand before its answer, as in the first recordings */
    fprintf(out, "%c %u %zu", q.verb, q.id, q.bytes);
    say_place(p);
  }
  fclose(out);
  return 0;
}
