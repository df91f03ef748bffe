/* Loaded into a real CPython: notes each request to the allocators of objects and of memory between start and stop. */
#include <stddef.h>
#include <stdio.h>

/* As CPython's PyMemAllocatorEx; its headers are not needed. */
typedef struct {
    void *context;
    void *(*malloc)(void *, size_t);
    void *(*calloc)(void *, size_t, size_t);
    void *(*realloc)(void *, void *, size_t);
    void (*free)(void *, void *);
} allocator;

extern void PyMem_GetAllocator(int domain, allocator *);
extern void PyMem_SetAllocator(int domain, allocator *);
enum { MEM = 1, OBJ = 2, MOST = 1 << 18 };

static allocator own[OBJ + 1];
static struct { char kind; void *to, *from; size_t bytes; } requests[MOST];
static int count, listening;

static void *note(char kind, void *to, void *from, size_t bytes) {
    if (listening && count < MOST) {
        requests[count].kind = kind;
        requests[count].to = to;
        requests[count].from = from;
        requests[count++].bytes = bytes;
    }
    return to;
}

static void *get(void *context, size_t bytes) {
    allocator *inner = context;
    return note('m', inner->malloc(inner->context, bytes), NULL, bytes);
}

static void *get_zeroed(void *context, size_t many, size_t bytes) {
    allocator *inner = context;
    return note('m', inner->calloc(inner->context, many, bytes), NULL, many * bytes);
}

static void *resize(void *context, void *from, size_t bytes) {
    allocator *inner = context;
    return note('r', inner->realloc(inner->context, from, bytes), from, bytes);
}

static void give_back(void *context, void *block) {
    allocator *inner = context;
    note('f', NULL, block, 0);
    inner->free(inner->context, block);
}

void listen(void) {
    for (int domain = MEM; domain <= OBJ; domain++) {
        PyMem_GetAllocator(domain, &own[domain]);
        allocator ours = {&own[domain], get, get_zeroed, resize, give_back};
        PyMem_SetAllocator(domain, &ours);
    }
}

void start(void) { listening = 1; }

/* One request a line: its kind, the address that it got, the one that it gave, its bytes. */
void stop(void) {
    listening = 0;
    for (int at = 0; at < count; at++)
        fprintf(stderr, "%c %zu %zu %zu\n", requests[at].kind, (size_t)requests[at].to, (size_t)requests[at].from,
                requests[at].bytes);
}
