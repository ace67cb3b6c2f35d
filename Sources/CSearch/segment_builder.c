// The words of many articles brought into the order of a segment.
#include <stdlib.h>
#include <string.h>
#include "segment.h"

#define CHUNK ((size_t)1 << 20)
#define FIRST_ROOM 24
// So many words of an article are looked for at once: the memory that holds them is fetched while others are.
#define AT_ONCE 16

// A word and its rows: for each the distance from the row before, twice the size of its places, and these.
typedef struct {
    uint8_t *list;
    uint32_t used, room;
    int64_t row;  // the last one
    uint32_t hash;
    uint16_t length;
    uint8_t word[];  // behind FTS5's own first byte
} entry;

typedef struct chunk {
    struct chunk *before;
    uint8_t bytes[];
} chunk;

struct csearch_segment {
    entry **slots;  // a power of two, at most half of them taken
    size_t capacity;
    size_t count;
    chunk *chunks;
    size_t left;     // of the last chunk
    uint8_t *free;
    int64_t row;     // the last one that was added to
    int has_row;
};

csearch_segment *csearch_segment_new(void) { return calloc(1, sizeof(csearch_segment)); }

void csearch_segment_free(csearch_segment *segment) {
    if (!segment) return;
    while (segment->chunks) {
        chunk *before = segment->chunks->before;
        free(segment->chunks);
        segment->chunks = before;
    }
    free(segment->slots);
    free(segment);
}

// Memory that lives as long as the segment.
static uint8_t *take(csearch_segment *segment, size_t size) {
    size = (size + 7) & ~(size_t)7;
    if (size > segment->left) {
        size_t room = size > CHUNK / 4 ? size : CHUNK;
        chunk *fresh = malloc(sizeof(chunk) + room);
        if (!fresh) return NULL;
        fresh->before = segment->chunks;
        segment->chunks = fresh;
        if (room != CHUNK) return fresh->bytes;  // what is left of the one before is gone on with
        segment->free = fresh->bytes;
        segment->left = room;
    }
    uint8_t *taken = segment->free;
    segment->free += size;
    segment->left -= size;
    return taken;
}

static int grow_slots(csearch_segment *segment) {
    size_t capacity = segment->capacity ? segment->capacity * 2 : 1 << 14;
    entry **slots = calloc(capacity, sizeof *slots);
    if (!slots) return CSEARCH_NO_MEMORY;
    for (size_t i = 0; i < segment->capacity; i++) {
        if (!segment->slots[i]) continue;
        size_t at = segment->slots[i]->hash & (capacity - 1);
        while (slots[at]) at = (at + 1) & (capacity - 1);
        slots[at] = segment->slots[i];
    }
    free(segment->slots);
    segment->slots = slots;
    segment->capacity = capacity;
    return 0;
}

static entry *entry_of(csearch_segment *segment, uint32_t hash, const uint8_t *word, uint16_t length) {
    size_t at = hash & (segment->capacity - 1);
    for (; segment->slots[at]; at = (at + 1) & (segment->capacity - 1)) {
        entry *held = segment->slots[at];
        if (held->hash == hash && held->length == length + 1 && memcmp(held->word + 1, word, length) == 0) return held;
    }
    entry *held = (entry *)take(segment, sizeof(entry) + length + 1);
    if (!held) return NULL;
    *held = (entry){.hash = hash, .length = (uint16_t)(length + 1)};
    held->word[0] = '0';  // the index of whole words. Source: FTS5_MAIN_PREFIX
    memcpy(held->word + 1, word, length);
    segment->slots[at] = held;
    segment->count++;
    return held;
}

static int add_places(
    csearch_segment *segment, entry *held, int64_t row, const uint8_t *places, uint32_t size
) {
    size_t needed = held->used + 2 * CSEARCH_VARINT_BYTES + (size_t)size;
    if (needed > UINT32_MAX) return SQLITE_TOOBIG;
    if (needed > held->room) {
        size_t room = held->room ? (size_t)held->room * 2 : FIRST_ROOM;
        if (room < needed) room = needed;
        if (room > UINT32_MAX) room = UINT32_MAX;
        uint8_t *list = take(segment, room);
        if (!list) return CSEARCH_NO_MEMORY;
        if (held->used) memcpy(list, held->list, held->used);
        held->list = list;
        held->room = (uint32_t)room;
    }
    if (held->used && held->row == row) return SQLITE_MISUSE;
    uint8_t *at = held->list + held->used;
    at += csearch_write_varint(at, (uint64_t)row - (held->used ? (uint64_t)held->row : 0));
    at += csearch_write_varint(at, (uint64_t)size * 2);
    memcpy(at, places, size);
    held->used = (uint32_t)(at - held->list) + size;
    held->row = row;
    return 0;
}

int csearch_segment_add(csearch_segment *segment, int64_t row, const uint8_t *packed, size_t size) {
    if (segment->has_row && row < segment->row) return SQLITE_MISUSE;
    segment->row = row;
    segment->has_row = 1;
    const uint8_t *at = packed, *end = packed + size;
    while (at < end) {
        const uint8_t *head[AT_ONCE];
        uint32_t hash[AT_ONCE], places[AT_ONCE];
        uint16_t length[AT_ONCE];
        int found = 0;
        while ((segment->count + AT_ONCE) * 2 >= segment->capacity)
            if (grow_slots(segment)) return CSEARCH_NO_MEMORY;
        for (; found < AT_ONCE && at < end; found++) {
            head[found] = at;
            memcpy(&hash[found], at, 4);
            memcpy(&places[found], at + 4, 4);
            memcpy(&length[found], at + 8, 2);
            __builtin_prefetch(&segment->slots[hash[found] & (segment->capacity - 1)]);
            at += CSEARCH_WORD_HEAD + length[found] + places[found];
        }
        for (int i = 0; i < found; i++) {
            const entry *held = segment->slots[hash[i] & (segment->capacity - 1)];
            if (held) __builtin_prefetch(held);
        }
        for (int i = 0; i < found; i++) {
            const uint8_t *word = head[i] + CSEARCH_WORD_HEAD;
            entry *held = entry_of(segment, hash[i], word, length[i]);
            if (!held) return CSEARCH_NO_MEMORY;
            int status = add_places(segment, held, row, word + length[i], places[i]);
            if (status) return status;
        }
    }
    return 0;
}

// An entry with the first bytes of its word, which tell nearly all words apart.
typedef struct {
    uint64_t opening;
    const entry *entry;
} sorted;

static int compare(const void *a, const void *b) {
    const sorted *left = a, *right = b;
    if (left->opening != right->opening) return left->opening < right->opening ? -1 : 1;
    size_t most = left->entry->length < right->entry->length ? left->entry->length : right->entry->length;
    int order = memcmp(left->entry->word, right->entry->word, most);
    return order ? order : (int)left->entry->length - (int)right->entry->length;
}

static sorted *in_order(const csearch_segment *segment) {
    sorted *all = malloc(segment->count * sizeof *all);
    size_t count = 0;
    for (size_t i = 0; all && i < segment->capacity; i++) {
        const entry *held = segment->slots[i];
        if (!held) continue;
        uint64_t opening = 0;  // behind the first byte, which all have
        for (int j = 1; j < 9; j++) opening = opening << 8 | (j < held->length ? held->word[j] : 0);
        all[count++] = (sorted){opening, held};
    }
    if (all) qsort(all, count, sizeof *all, compare);
    return all;
}

static int write_list(segment_writer *writer, const entry *held) {
    const uint8_t *at = held->list, *end = at + held->used;
    int64_t row = 0;
    segment_write_word(writer, held->word, held->length);
    while (at < end) {
        uint64_t distance, size;
        at += csearch_read_varint(at, end, &distance);
        at += csearch_read_varint(at, end, &size);
        row = (int64_t)((uint64_t)row + distance);
        segment_write_row(writer, row, size);
        segment_write_places(writer, at, size / 2);
        at += size / 2;
    }
    return writer->status;
}

int csearch_segment_write(
    csearch_segment *segment, void *write_page, void *write_word, int64_t number, size_t page_size, int64_t *pages
) {
    *pages = 0;
    if (segment->count == 0) return SQLITE_OK;
    sorted *all = in_order(segment);
    if (!all) return CSEARCH_NO_MEMORY;
    segment_writer writer;
    int status = segment_writer_begin(&writer, write_page, write_word, number, page_size);
    for (size_t i = 0; i < segment->count && status == SQLITE_OK; i++) status = write_list(&writer, all[i].entry);
    free(all);
    return segment_writer_end(&writer, pages);
}
