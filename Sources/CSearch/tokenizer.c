// The tokenizer of the index.
//
// For the words of ordinary text it gives what FTS5's unicode61 gives, so that a program without it can search the
// same file; beyond that it folds what unicode61 leaves (ß, ł, æ, full-width forms, ligatures, soft hyphens), reads
// U.S. as one word and 1,000 as one number, keeps vowel signs inside Indic words, and cuts scripts that are written
// without blanks into overlapping pairs of characters.
#include <string.h>
#include "fold.h"

#define CSEARCH_OTHER_FORM "\xEE\x80\x82"  // U+E002
#define TOKEN_BYTES 256  // longer words are cut off here, as they would be useless to look for

typedef struct {
    uint8_t bytes[TOKEN_BYTES + 4];
    int length;
} token_buffer;

static void append(token_buffer *token, const uint32_t *folded, int count) {
    for (int i = 0; i < count && token->length < TOKEN_BYTES; i++)
        token->length += (int)csearch_write(folded[i], token->bytes + token->length);
}

static int is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

// Where a number goes on behind a comma that groups its thousands; NULL when it does not.
static const uint8_t *after_thousands(const uint8_t *comma, const uint8_t *end, int digits_before, int grouped) {
    if (*comma != ',' || end - comma < 4 || digits_before < 1 || digits_before > 3) return NULL;
    if (grouped && digits_before != 3) return NULL;
    if (!is_digit(comma[1]) || !is_digit(comma[2]) || !is_digit(comma[3])) return NULL;
    return end - comma > 4 && is_digit(comma[4]) ? NULL : comma + 1;
}

// What stands at `at`: its class, its folded form, and how far it reaches.
typedef struct {
    enum csearch_class class;
    uint32_t folded[4];
    int count;
    const uint8_t *next;
} character;

static character read_character(const uint8_t *at, const uint8_t *end) {
    character c;
    if (*at < 0x80) {  // the common case, without the table
        uint8_t lower = csearch_ascii_word[*at];
        c.class = lower ? CSEARCH_TOKEN : CSEARCH_SEPARATOR;
        c.folded[0] = lower ? lower : *at;
        c.count = 1;
        c.next = at + 1;
        return c;
    }
    c.next = at;
    c.class = csearch_fold(csearch_read(&c.next, end), c.folded, &c.count);
    return c;
}

// A letter followed by a full stop, standing alone: part of an initialism such as U.S. or J.R.R.
static int is_initial(const uint8_t *at, const uint8_t *end, character *letter) {
    if (at >= end || is_digit(*at)) return 0;
    *letter = read_character(at, end);
    return letter->class == CSEARCH_TOKEN && letter->next < end && *letter->next == '.';
}

// The end of the initialism that starts at `at`, its letters in `token`; NULL when there is none (fewer than two).
static const uint8_t *read_initialism(const uint8_t *at, const uint8_t *end, token_buffer *token) {
    character letter;
    int letters = 0;
    const uint8_t *last = at;
    if (*at < 0x80 && (end - at < 2 || at[1] != '.')) return NULL;  // nearly every word
    token->length = 0;
    while (is_initial(at, end, &letter)) {
        append(token, letter.folded, letter.count);
        letters++;
        last = letter.next;
        at = letter.next + 1;
    }
    if (letters > 0 && at < end && !is_digit(*at)) {  // U.S without its last stop
        character tail = read_character(at, end);
        if (tail.class == CSEARCH_TOKEN) {
            int alone = tail.next >= end;
            if (!alone) alone = read_character(tail.next, end).class == CSEARCH_SEPARATOR;
            if (!alone) return NULL;
            append(token, tail.folded, tail.count);
            letters++;
            last = tail.next;
        }
    }
    return letters >= 2 ? last : NULL;
}

// Cuts a run of characters of an unspaced script into pairs. The run starts at `*at`, which is moved behind it.
static int tokenize_run(
    const uint8_t *text, const uint8_t **at, const uint8_t *end, int query, void *context, csearch_token receive
) {
    uint32_t held[4];
    int held_count = 0, pairs = 0, status = 0;
    const uint8_t *held_from = NULL, *held_end = NULL;
    while (*at < end && status == 0) {
        character c = read_character(*at, end);
        if (c.class == CSEARCH_IGNORED) {
            *at = c.next;
            continue;
        }
        if (c.class != CSEARCH_UNSPACED) break;
        if (held_from) {
            token_buffer pair;
            pair.length = 0;
            append(&pair, held, held_count);
            append(&pair, c.folded, c.count);
            status = receive(
                context, 0, (char *)pair.bytes, pair.length, (int)(held_from - text), (int)(c.next - text));
            pairs++;
        }
        memcpy(held, c.folded, sizeof held);
        held_count = c.count;
        held_from = *at;
        held_end = c.next;
        *at = c.next;
    }
    if (status == 0 && held_from && (!query || pairs == 0)) {
        token_buffer single;
        single.length = 0;
        append(&single, held, held_count);
        int flags = pairs > 0 ? 1 : 0;  // beside the last pair, so that a phrase goes on behind it
        status = receive(
            context, flags, (char *)single.bytes, single.length, (int)(held_from - text), (int)(held_end - text));
    }
    return status;
}

// Reads the word that starts at `*at`, which is moved behind it.
static int tokenize_word(
    const uint8_t *text, const uint8_t **at, const uint8_t *end, int query, void *context, csearch_token receive
) {
    token_buffer token;  // its bytes are left as they are: clearing them would cost more than reading a word
    token.length = 0;
    const uint8_t *from = *at, *word_end = from;
    const uint8_t *behind = read_initialism(from, end, &token);
    if (behind) {
        *at = behind;
        return receive(context, 0, (char *)token.bytes, token.length, (int)(from - text), (int)(behind - text));
    }
    token.length = 0;
    int digits = 0, only_digits = 1, grouped = 0;
    while (*at < end) {
        uint8_t byte = **at;
        if (byte < 0x80 && token.length < TOKEN_BYTES) {  // the common case, without the table
            uint8_t lower = csearch_ascii_word[byte];
            if (lower) {
                token.bytes[token.length++] = lower;
                if (is_digit(lower)) digits++;
                else only_digits = 0;
                word_end = ++*at;
                continue;
            }
            const uint8_t *number = only_digits ? after_thousands(*at, end, digits, grouped) : NULL;
            if (number) {
                *at = number;
                digits = 0;
                grouped = 1;
                continue;
            }
            break;
        }
        character c = read_character(*at, end);
        if (c.class == CSEARCH_IGNORED) {
            *at = c.next;
            continue;
        }
        if (c.class != CSEARCH_TOKEN) break;
        only_digits = 0;
        append(&token, c.folded, c.count);
        *at = word_end = c.next;
    }
    if (token.length == 0) return 0;
    int other = query && token.length > 3 && memcmp(token.bytes, CSEARCH_OTHER_FORM, 3) == 0 ? 3 : 0;
    return receive(
        context, other ? 1 : 0, (char *)token.bytes + other, token.length - other, (int)(from - text),
        (int)(word_end - text));
}

int csearch_tokenize(const char *bytes, int length, int query, void *context, csearch_token receive) {
    const uint8_t *text = (const uint8_t *)bytes, *at = text, *end = text + length;
    int status = 0;
    while (at < end && status == 0) {
        if (*at < 0x80 && !csearch_ascii_word[*at]) {
            at++;
            continue;
        }
        character c = read_character(at, end);
        switch (c.class) {
        case CSEARCH_TOKEN:
            status = tokenize_word(text, &at, end, query, context, receive);
            break;
        case CSEARCH_UNSPACED:
            status = tokenize_run(text, &at, end, query, context, receive);
            break;
        default:
            at = c.next;
        }
    }
    return status;
}
