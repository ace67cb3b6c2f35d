// The words of the articles that an ingest writes, by language, and in how many more articles each stands.
#include <stdlib.h>
#include <string.h>
#include "fold.h"

#define LONGEST 40          // bytes; longer words are no words that have forms
#define MOST 2000000        // words held; then they are forgotten, and met again as new ones

typedef struct {
    uint32_t hash;
    uint32_t place;  // in the arena, plus 1; 0 for a free slot
} slot;

// What the arena holds of a word, before its bytes.
typedef struct {
    int32_t articles;  // more than were given out
    uint32_t text;     // the last one that it was counted in
    uint8_t language;
    uint8_t length;
    uint8_t is_changed;
} entry;

struct csearch_words {
    slot *slots;         // a power of two, at most half of them taken
    size_t capacity;
    size_t count;
    uint8_t *arena;
    size_t used, room;
    uint32_t *changed;   // the places of words that were not given out since they were met
    size_t changes, changes_room;
    uint32_t text;       // counts the articles
    int language;        // of the one being read
    int articles;        // what it adds to the words it holds
};

csearch_words *csearch_words_new(void) { return calloc(1, sizeof(csearch_words)); }

void csearch_words_free(csearch_words *words) {
    if (!words) return;
    free(words->slots);
    free(words->arena);
    free(words->changed);
    free(words);
}

void csearch_words_forget(csearch_words *words) {
    if (words->slots) memset(words->slots, 0, words->capacity * sizeof *words->slots);
    words->count = words->used = words->changes = 0;
}

// The hash of a word in a language, of the word's own hash.
static uint32_t hash_in(int language, uint32_t hash) { return hash ^ (uint32_t)language * 2654435761u; }

static int grow_slots(csearch_words *words) {
    size_t capacity = words->capacity ? words->capacity * 2 : 1 << 14;
    slot *slots = calloc(capacity, sizeof *slots);
    if (!slots) return CSEARCH_NO_MEMORY;
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

// Sees that `*memory` has room for `needed` bytes.
static int grow(void **memory, size_t *room, size_t needed) {
    if (needed <= *room) return 0;
    size_t wanted = *room ? *room * 2 : 1 << 18;
    void *grown = realloc(*memory, wanted);
    if (!grown) return CSEARCH_NO_MEMORY;
    *memory = grown;
    *room = wanted;
    return 0;
}

int csearch_is_word(const char *token, int length) {
    if (length < 2 || length > LONGEST) return 0;
    const uint8_t *at = (const uint8_t *)token, *end = at + length;
    while (at < end) {
        if (*at < 0x80) {
            if (*at >= '0' && *at <= '9') return 0;
            at++;
            continue;
        }
        uint32_t folded[4];
        int count;
        uint32_t scalar = csearch_read(&at, end);
        if (scalar >= 0xE000 && scalar <= 0xF8FF) return 0;  // marks values and lists
        if (csearch_fold(scalar, folded, &count) == CSEARCH_UNSPACED) return 0;
    }
    return 1;
}

// The place of a word in the arena, which it is given when it has none; SIZE_MAX when there is no memory.
static size_t place_of(csearch_words *words, uint32_t hash, const char *token, int length) {
    if (words->count * 2 >= words->capacity && grow_slots(words)) return SIZE_MAX;
    size_t at = hash & (words->capacity - 1);
    for (; words->slots[at].place; at = (at + 1) & (words->capacity - 1)) {
        if (words->slots[at].hash != hash) continue;
        size_t place = words->slots[at].place - 1;
        const entry *held = (const entry *)(words->arena + place);
        if (held->language == words->language && held->length == length
            && memcmp(held + 1, token, (size_t)length) == 0)
            return place;
    }
    size_t place = words->used, size = (sizeof(entry) + (size_t)length + 3) & ~(size_t)3;
    if (grow((void **)&words->arena, &words->room, place + size)) return SIZE_MAX;
    entry *held = (entry *)(words->arena + place);
    *held = (entry){.language = (uint8_t)words->language, .length = (uint8_t)length};
    memcpy(held + 1, token, (size_t)length);
    words->slots[at] = (slot){hash, (uint32_t)place + 1};
    words->used += size;
    words->count++;
    return place;
}

// Adds `articles` to the articles that a word stands in.
static int count(csearch_words *words, entry *held, int articles) {
    held->articles += articles;
    if (held->is_changed) return 0;
    held->is_changed = 1;
    size_t needed = (words->changes + 1) * sizeof *words->changed;
    if (grow((void **)&words->changed, &words->changes_room, needed)) return CSEARCH_NO_MEMORY;
    words->changed[words->changes++] = (uint32_t)((uint8_t *)held - words->arena);
    return 0;
}

static int note(void *context, int flags, const char *token, int length, int start, int end) {
    (void)flags;
    (void)start;
    (void)end;
    csearch_words *words = context;
    if (!csearch_is_word(token, length)) return 0;
    size_t place = place_of(words, hash_in(words->language, csearch_word_hash(token, length)), token, length);
    if (place == SIZE_MAX) return CSEARCH_NO_MEMORY;
    entry *held = (entry *)(words->arena + place);
    if (held->text == words->text) return 0;
    held->text = words->text;
    return count(words, held, words->articles);
}

void csearch_words_begin(csearch_words *words, int language, int articles) {
    words->text++;
    words->language = language;
    words->articles = articles;
}

int csearch_words_add(csearch_words *words, const char *text, int length) {
    return csearch_tokenize(text, length, 0, words, note);
}

// So many words of an article are looked for at once: the memory that holds them is fetched while others are.
#define AT_ONCE 32

int csearch_words_add_packed(csearch_words *words, const uint8_t *packed, size_t size) {
    const uint8_t *at = packed, *end = packed + size;
    while (at < end) {
        const uint8_t *word[AT_ONCE];
        uint32_t hashes[AT_ONCE];
        uint16_t lengths[AT_ONCE];
        int found = 0;
        while ((words->count + AT_ONCE) * 2 >= words->capacity)
            if (grow_slots(words)) return CSEARCH_NO_MEMORY;
        while (found < AT_ONCE && at < end) {
            uint32_t places;
            memcpy(&hashes[found], at, 4);
            memcpy(&places, at + 4, 4);
            memcpy(&lengths[found], at + 8, 2);
            int is_word = at[10];
            word[found] = at + CSEARCH_WORD_HEAD;
            at += CSEARCH_WORD_HEAD + lengths[found] + places;
            if (!is_word) continue;
            hashes[found] = hash_in(words->language, hashes[found]);
            __builtin_prefetch(&words->slots[hashes[found] & (words->capacity - 1)]);
            found++;
        }
        for (int i = 0; i < found; i++) {
            size_t place = words->slots[hashes[i] & (words->capacity - 1)].place;
            if (place) __builtin_prefetch(words->arena + place - 1);
        }
        for (int i = 0; i < found; i++) {
            size_t place = place_of(words, hashes[i], (const char *)word[i], lengths[i]);
            if (place == SIZE_MAX) return CSEARCH_NO_MEMORY;
            entry *held = (entry *)(words->arena + place);
            if (held->text == words->text) continue;
            held->text = words->text;
            int status = count(words, held, words->articles);
            if (status) return status;
        }
    }
    return 0;
}

void csearch_words_drain(csearch_words *words, void *context, csearch_word receive) {
    for (size_t i = 0; i < words->changes; i++) {
        entry *held = (entry *)(words->arena + words->changed[i]);
        receive(context, held->language, (const char *)(held + 1), held->length, held->articles);
        held->articles = 0;
        held->is_changed = 0;
    }
    words->changes = 0;
    if (words->count > MOST) csearch_words_forget(words);
}
