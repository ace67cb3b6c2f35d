// The set of words that an ingest has met, by language.
#include <stdlib.h>
#include <string.h>
#include "include/CSearch.h"

#define LONGEST 40          // bytes; longer words are no words that have forms
#define MOST 2000000        // words held; then they are forgotten, and met again as new ones

typedef struct {
    uint32_t hash;
    uint32_t place;  // in the arena, plus 1; 0 for a free slot
} slot;

struct csearch_words {
    slot *slots;         // a power of two, at most half of them taken
    size_t capacity;
    size_t count;
    uint8_t *arena;      // for each word: language, length, bytes
    size_t used, room;
    size_t drained;      // up to here the words were given out
    int language;        // of the text being read
};

csearch_words *csearch_words_new(void) { return calloc(1, sizeof(csearch_words)); }

void csearch_words_free(csearch_words *words) {
    if (!words) return;
    free(words->slots);
    free(words->arena);
    free(words);
}

void csearch_words_forget(csearch_words *words) {
    if (words->slots) memset(words->slots, 0, words->capacity * sizeof *words->slots);
    words->count = words->used = words->drained = 0;
}

// FNV-1a, 32 bits. Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm".
static uint32_t hash_of(int language, const char *token, int length) {
    uint32_t hash = 2166136261u ^ (uint32_t)language;
    for (int i = 0; i < length; i++) hash = (hash ^ (uint8_t)token[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static int grow_slots(csearch_words *words) {
    size_t capacity = words->capacity ? words->capacity * 2 : 1 << 14;
    slot *slots = calloc(capacity, sizeof *slots);
    if (!slots) return 7;  // SQLITE_NOMEM
    for (size_t i = 0; i < words->capacity; i++) {
        if (!words->slots[i].place) continue;
        size_t at = words->slots[i].hash & (capacity - 1);
        while (slots[at].place) at = (at + 1) & (capacity - 1);
        slots[at] = words->slots[i];
    }
    free(words->slots);
    words->slots = slots;
    words->capacity = capacity;
    return 0;
}

static int grow_arena(csearch_words *words) {
    size_t room = words->room ? words->room * 2 : 1 << 18;
    uint8_t *arena = realloc(words->arena, room);
    if (!arena) return 7;
    words->arena = arena;
    words->room = room;
    return 0;
}

static int is_word(const char *token, int length) {
    if (length < 2 || length > LONGEST) return 0;
    for (int i = 0; i < length; i++)
        if (token[i] >= '0' && token[i] <= '9') return 0;
    return !(length >= 3 && (uint8_t)token[0] == 0xEE);  // a private-use character: no word of text
}

static int note(void *context, int flags, const char *token, int length, int start, int end) {
    (void)flags;
    (void)start;
    (void)end;
    csearch_words *words = context;
    if (!is_word(token, length)) return 0;
    if (words->count * 2 >= words->capacity) {
        int status = grow_slots(words);
        if (status) return status;
    }
    uint32_t hash = hash_of(words->language, token, length);
    size_t at = hash & (words->capacity - 1);
    for (; words->slots[at].place; at = (at + 1) & (words->capacity - 1)) {
        if (words->slots[at].hash != hash) continue;
        const uint8_t *held = words->arena + words->slots[at].place - 1;
        if (held[0] == words->language && held[1] == length && memcmp(held + 2, token, (size_t)length) == 0) return 0;
    }
    if (words->used + 2 + LONGEST > words->room) {
        int status = grow_arena(words);
        if (status) return status;
    }
    uint8_t *held = words->arena + words->used;
    held[0] = (uint8_t)words->language;
    held[1] = (uint8_t)length;
    memcpy(held + 2, token, (size_t)length);
    words->slots[at] = (slot){hash, (uint32_t)words->used + 1};
    words->used += 2 + (size_t)length;
    words->count++;
    return 0;
}

int csearch_words_add(csearch_words *words, int language, const char *text, int length) {
    words->language = language;
    return csearch_tokenize(text, length, 0, words, note);
}

void csearch_words_drain(csearch_words *words, void *context, csearch_word receive) {
    while (words->drained < words->used) {
        const uint8_t *held = words->arena + words->drained;
        receive(context, held[0], (const char *)held + 2, held[1]);
        words->drained += 2 + (size_t)held[1];
    }
    if (words->count > MOST) csearch_words_forget(words);
}
