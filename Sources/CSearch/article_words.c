// The words of one article, none of them twice: collected where many articles are prepared at once, so that one who
// writes them has no text to read.
#include <stdlib.h>
#include <string.h>
#include "fold.h"

struct csearch_article {
    uint32_t *slots;  // places in `packed` plus 1, 0 for a free slot; a power of two, at most half of them taken
    size_t capacity;
    size_t count;
    uint8_t *packed;
    size_t used, room;
    int counts;  // whether what is read now counts
    int tokens;  // of the text that is read now
};

// FNV-1a, 32 bits. Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm".
uint32_t csearch_word_hash(const char *word, int length) {
    uint32_t hash = 2166136261u;
    for (int i = 0; i < length; i++) hash = (hash ^ (uint8_t)word[i]) * 16777619u;
    return hash ^ hash >> 15;
}

csearch_article *csearch_article_new(void) { return calloc(1, sizeof(csearch_article)); }

void csearch_article_free(csearch_article *article) {
    if (!article) return;
    free(article->slots);
    free(article->packed);
    free(article);
}

static uint32_t packed_hash(const csearch_article *article, size_t place) {
    uint32_t hash;
    memcpy(&hash, article->packed + place, sizeof hash);
    return hash;
}

static int grow_slots(csearch_article *article) {
    size_t capacity = article->capacity ? article->capacity * 2 : 1024;
    uint32_t *slots = calloc(capacity, sizeof *slots);
    if (!slots) return CSEARCH_NO_MEMORY;
    for (size_t i = 0; i < article->capacity; i++) {
        if (!article->slots[i]) continue;
        size_t at = packed_hash(article, article->slots[i] - 1) & (capacity - 1);
        while (slots[at]) at = (at + 1) & (capacity - 1);
        slots[at] = article->slots[i];
    }
    free(article->slots);
    article->slots = slots;
    article->capacity = capacity;
    return 0;
}

static int append(csearch_article *article, uint32_t hash, const char *word, int length) {
    size_t needed = article->used + CSEARCH_WORD_HEAD + (size_t)length;
    if (needed > article->room) {
        size_t room = needed > 4096 ? needed * 2 : 4096;
        uint8_t *packed = realloc(article->packed, room);
        if (!packed) return CSEARCH_NO_MEMORY;
        article->packed = packed;
        article->room = room;
    }
    uint8_t *at = article->packed + article->used;
    memcpy(at, &hash, sizeof hash);
    at[CSEARCH_WORD_HEAD - 2] = (uint8_t)article->counts;
    at[CSEARCH_WORD_HEAD - 1] = (uint8_t)length;
    memcpy(at + CSEARCH_WORD_HEAD, word, (size_t)length);
    article->used = needed;
    article->count++;
    return 0;
}

static int note(void *context, int flags, const char *token, int length, int start, int end) {
    (void)start;
    (void)end;
    csearch_article *article = context;
    if (!(flags & 1)) article->tokens++;
    if (!csearch_is_word(token, length)) return 0;
    if (article->count * 2 >= article->capacity && grow_slots(article)) return CSEARCH_NO_MEMORY;
    uint32_t hash = csearch_word_hash(token, length);
    size_t at = hash & (article->capacity - 1);
    for (; article->slots[at]; at = (at + 1) & (article->capacity - 1)) {
        const uint8_t *held = article->packed + article->slots[at] - 1;
        if (held[CSEARCH_WORD_HEAD - 1] == length && memcmp(held + CSEARCH_WORD_HEAD, token, (size_t)length) == 0)
            return 0;
    }
    article->slots[at] = (uint32_t)article->used + 1;
    return append(article, hash, token, length);
}

int csearch_article_add(csearch_article *article, const char *text, int length, int counts, int *tokens) {
    article->counts = counts;
    article->tokens = 0;
    int status = csearch_tokenize(text, length, 0, article, note);
    *tokens = article->tokens;
    return status;
}

const uint8_t *csearch_article_words(const csearch_article *article, size_t *size) {
    *size = article->used;
    return article->packed;
}
