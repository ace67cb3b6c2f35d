// The words of one article with the places where they stand, in the form of FTS5's own lists: made where many articles are
// prepared at once, so that one who writes them has no text to read.
#include <stdlib.h>
#include <string.h>
#include "fold.h"
#include "varint.h"

// A word of the article.
typedef struct {
    uint32_t hash;
    uint32_t text;      // where its bytes are
    uint32_t size;      // bytes of its list
    uint32_t at;        // while packing, where its list goes on
    int32_t column;     // of the last place
    int32_t position;   // of the last place
    uint16_t length;
} word;

// One place of a word, as it will be written: the distance from the place before, or that another column begins.
typedef struct {
    uint32_t word;
    uint32_t value;
} place;

#define IS_COLUMN 0x80000000u

struct csearch_postings {
    uint32_t *slots;  // words plus 1, 0 for a free slot; a power of two, at most half of them taken
    size_t capacity;
    word *words;
    size_t word_count, word_room;
    place *places;
    size_t place_count, place_room;
    uint8_t *texts;
    size_t text_used, text_room;
    uint8_t *packed;
    size_t packed_room;
    int column;  // that is read now
    int tokens;  // of the column that is read now
};

// FNV-1a, 32 bits. Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm".
uint32_t csearch_word_hash(const char *word, int length) {
    uint32_t hash = 2166136261u;
    for (int i = 0; i < length; i++) hash = (hash ^ (uint8_t)word[i]) * 16777619u;
    return hash ^ hash >> 15;
}

csearch_postings *csearch_postings_new(void) { return calloc(1, sizeof(csearch_postings)); }

void csearch_postings_free(csearch_postings *postings) {
    if (!postings) return;
    free(postings->slots);
    free(postings->words);
    free(postings->places);
    free(postings->texts);
    free(postings->packed);
    free(postings);
}

void csearch_postings_clear(csearch_postings *postings) {
    if (postings->word_count) memset(postings->slots, 0, postings->capacity * sizeof *postings->slots);
    postings->word_count = postings->place_count = postings->text_used = 0;
}

static int grow_slots(csearch_postings *postings) {
    size_t capacity = postings->capacity ? postings->capacity * 2 : 1024;
    uint32_t *slots = calloc(capacity, sizeof *slots);
    if (!slots) return CSEARCH_NO_MEMORY;
    for (size_t i = 0; i < postings->word_count; i++) {
        size_t at = postings->words[i].hash & (capacity - 1);
        while (slots[at]) at = (at + 1) & (capacity - 1);
        slots[at] = (uint32_t)i + 1;
    }
    free(postings->slots);
    postings->slots = slots;
    postings->capacity = capacity;
    return 0;
}

// Sees that `*memory` has room for `count` things of `size` bytes.
static int grow(void **memory, size_t *room, size_t count, size_t size) {
    if (count <= *room) return 0;
    size_t wanted = *room ? *room * 2 : 1024;
    if (wanted < count) wanted = count;
    void *grown = realloc(*memory, wanted * size);
    if (!grown) return CSEARCH_NO_MEMORY;
    *memory = grown;
    *room = wanted;
    return 0;
}

// The number of a word, which it is given when it has none; SIZE_MAX when there is no memory.
static size_t number_of(csearch_postings *postings, const char *token, int length) {
    if (postings->word_count * 2 >= postings->capacity && grow_slots(postings)) return SIZE_MAX;
    uint32_t hash = csearch_word_hash(token, length);
    size_t at = hash & (postings->capacity - 1);
    for (; postings->slots[at]; at = (at + 1) & (postings->capacity - 1)) {
        const word *held = &postings->words[postings->slots[at] - 1];
        if (held->hash == hash && held->length == length
            && memcmp(postings->texts + held->text, token, (size_t)length) == 0)
            return postings->slots[at] - 1;
    }
    size_t text_end = postings->text_used + (size_t)length;
    if (grow((void **)&postings->words, &postings->word_room, postings->word_count + 1, sizeof(word))) return SIZE_MAX;
    if (grow((void **)&postings->texts, &postings->text_room, text_end, 1)) return SIZE_MAX;
    postings->words[postings->word_count] =
        (word){.hash = hash, .text = (uint32_t)postings->text_used, .length = (uint16_t)length};
    memcpy(postings->texts + postings->text_used, token, (size_t)length);
    postings->text_used = text_end;
    postings->slots[at] = (uint32_t)++postings->word_count;
    return postings->word_count - 1;
}

static int note(void *context, int flags, const char *token, int length, int start, int end) {
    (void)start;
    (void)end;
    csearch_postings *postings = context;
    if (!(flags & 1) || postings->tokens == 0) postings->tokens++;
    size_t number = number_of(postings, token, length);
    if (number == SIZE_MAX) return CSEARCH_NO_MEMORY;
    if (grow((void **)&postings->places, &postings->place_room, postings->place_count + 2, sizeof(place)))
        return CSEARCH_NO_MEMORY;
    word *held = &postings->words[number];
    if (held->column != postings->column) {
        uint32_t column = (uint32_t)postings->column;
        postings->places[postings->place_count++] = (place){(uint32_t)number, IS_COLUMN | column};
        held->size += 1 + (uint32_t)csearch_varint_size(column);
        held->column = postings->column;
        held->position = 0;
    }
    // Source of the form of a list: "Structure of Inverted Index" in SQLite's fts5_index.c: each place is its distance from
    // the one before, plus 2; 1 and a number begin another column.
    int position = postings->tokens - 1;
    uint32_t value = (uint32_t)(position - held->position) + 2;
    postings->places[postings->place_count++] = (place){(uint32_t)number, value};
    held->size += (uint32_t)csearch_varint_size(value);
    held->position = position;
    return 0;
}

int csearch_postings_add(csearch_postings *postings, const char *text, int length, int column, int *tokens) {
    postings->column = column;
    postings->tokens = 0;
    int status = csearch_tokenize(text, length, 0, postings, note);
    *tokens = postings->tokens;
    return status;
}

const uint8_t *csearch_postings_pack(csearch_postings *postings, size_t *size) {
    size_t used = 0;
    for (size_t i = 0; i < postings->word_count; i++) {
        word *held = &postings->words[i];
        used += CSEARCH_WORD_HEAD + held->length;
        held->at = (uint32_t)used;
        used += held->size;
    }
    if (grow((void **)&postings->packed, &postings->packed_room, used + CSEARCH_VARINT_BYTES, 1)) return NULL;
    uint8_t *packed = postings->packed;
    for (size_t i = 0; i < postings->word_count; i++) {
        const word *held = &postings->words[i];
        uint8_t *head = packed + held->at - held->length - CSEARCH_WORD_HEAD;
        memcpy(head, &held->hash, 4);
        memcpy(head + 4, &held->size, 4);
        memcpy(head + 8, &held->length, 2);
        head[10] = (uint8_t)csearch_is_word((const char *)postings->texts + held->text, held->length);
        memcpy(head + CSEARCH_WORD_HEAD, postings->texts + held->text, held->length);
    }
    for (size_t i = 0; i < postings->place_count; i++) {
        word *held = &postings->words[postings->places[i].word];
        uint32_t value = postings->places[i].value;
        if (value & IS_COLUMN) {
            packed[held->at++] = 1;
            value &= ~IS_COLUMN;
        }
        held->at += (uint32_t)csearch_write_varint(packed + held->at, value);
    }
    *size = used;
    return packed;
}
