// Folding, tokenizer, ranking and counting for the full-text index. No SQL here, and nothing of ours is imported.
#pragma once
#include <stddef.h>
#include <stdint.h>

// Raised whenever the tokens of some text change. An archive stores the version its index was made with and makes the
// index anew when the program's is higher.
#define CSEARCH_TOKENIZER_VERSION 2

// What a character is to the tokenizer.
enum csearch_class {
    CSEARCH_SEPARATOR = 0,  // ends a word
    CSEARCH_TOKEN = 1,      // letters, digits, private-use characters
    CSEARCH_IGNORED = 2,    // inside a word and no part of it: accents typed apart, soft hyphens, zero-width characters
    CSEARCH_UNSPACED = 3,   // scripts written without blanks: cut into pairs of characters
};

// Writes the key of a value to `out`: case, diacritics, ligatures and width folded, quotes removed, dashes made "-",
// runs of blanks made one, none at the ends. `out` has room for 4 * length bytes. Returns the bytes written.
// Malformed UTF-8 is copied as it stands.
size_t csearch_key(const char *text, size_t length, char *out);

// Receives a token: `flags` is FTS5's (1 = stands where the one before it stands); `start` and `end` are the bytes of
// the text it was made from. A result other than 0 stops the tokenizer, which returns it.
typedef int (*csearch_token)(void *context, int flags, const char *token, int length, int start, int end);

// Cuts `text` into the tokens that the index holds. In a question, a word behind U+E002 stands in the place of the word
// before it: either will do. `query` is nonzero for the words of a question: a run of
// characters of an unspaced script then ends with its last pair, while in a document its last character stands beside
// that pair, so that one character can be looked for as the beginning of a token.
int csearch_tokenize(const char *text, int length, int query, void *context, csearch_token receive);

// Settings of SQLite that hold for the whole program: no statistics of memory, which cost two locks at every allocation.
// To be called before the first connection is opened; later it does nothing.
void csearch_configure(void);

// Registers the tokenizer under the name "unicode61" and the function `newsarchive_collect` with the FTS5 of one
// connection (an sqlite3 *). Returns an SQLite result code. Databases stay readable by programs without either.
int csearch_register(void *connection);

// One hit: its index row, and its score when asked for.
typedef struct {
    int64_t row;
    double score;
} csearch_hit;

// What articles are counted by. Each value is a number above 0.
enum {
    CSEARCH_OUTLETS,    // an article has one at the most
    CSEARCH_SECTIONS,
    CSEARCH_LANGUAGES,
    CSEARCH_TAGS,       // from here on an article may have several, none of them twice
    CSEARCH_ENTITIES,
    CSEARCH_VALUES
};

typedef struct {
    const uint8_t *bytes;
    size_t size;
} csearch_bytes;

// What is told of the rows from `first` to `last`, in the order of the rows. All numbers are little endian.
typedef struct {
    int64_t first;
    int64_t last;
    size_t count;
    const uint8_t *rows;     // row - first, 4 bytes each, ascending
    const uint8_t *lengths;  // words of the text columns, 2 bytes each; NULL when they were not asked for
    // Empty where not asked for, else 4 bytes a number: the value of each row, 0 for none; from CSEARCH_TAGS on first
    // where the list of each row begins and where the last one ends, then the values of all lists.
    csearch_bytes values[CSEARCH_VALUES];
} csearch_block;

// Finds the block that covers `row`, which stays where it is until the next is asked for. Returns an SQLite result code.
typedef int (*csearch_find_block)(void *context, int64_t row, csearch_block *block);

// How many rows have each number; `room` of them are counted.
typedef struct {
    uint32_t *counts;
    size_t room;
} csearch_numbers;

// How many rows have each value, and how many stand on each day. To be given back by csearch_release_counts.
typedef struct {
    unsigned values;                          // asked: the values to count, a bit each
    int64_t undated;
    int64_t first_day, last_day;              // the days that have rows, counted from year 0
    uint32_t *days;                           // by day; NULL when none has rows
    csearch_numbers numbers[CSEARCH_VALUES];  // [0] of a value is how many have none, where that is told
    const uint32_t *redirects;                // of entities: what is counted in place of a number, plus 1; 1 for nothing,
    size_t redirected;                        // 0 for itself; numbers from `redirected` on are themselves. The caller's
} csearch_counts;

void csearch_release_counts(csearch_counts *counts);

// A block, and where in it the row before was found.
typedef struct {
    csearch_block block;
    int holds_block;
    size_t cursor;
} csearch_place;

// Whether the article in row `left` comes behind the one in row `right` when both fit equally well.
typedef int (*csearch_is_behind)(void *context, int64_t left, int64_t right);

#define CSEARCH_COLUMNS 16

// A word or phrase that is looked for.
typedef struct {
    int64_t articles;  // in how many it stands; negative when that must be counted
    double weight;     // what its score is multiplied by
} csearch_term;

// What one pass over the hits of a MATCH collects. Given to SQL by sqlite3_bind_pointer under CSEARCH_COLLECTOR.
typedef struct {
    // asked
    size_t wanted;                     // how many best hits; 0 only counts
    double weights[CSEARCH_COLUMNS];   // of each column's words; 0 leaves the column out of the score
    int text_columns;                  // the first so many columns count towards an article's length
    double k1, b;
    const int32_t *term_of_phrase;     // for each phrase of the expression, the term it is a form of; negative for none
    int phrases;                       // how many of them
    int terms;                         // the greatest term is one less
    const csearch_term *term;          // what is known of each term
    int asked_terms;                   // of the first so many terms a hit must hold one, and the more it holds …
    double together;                   // … the higher its score: by this share when it holds all
    int has_after;                     // only hits that come after (after_score, after_row) in order
    double after_score;
    int64_t after_row;
    void *context;
    csearch_find_block find_block;     // NULL: lengths are asked of FTS5, and no values are counted
    csearch_is_behind is_behind;       // breaks ties between scores; NULL: the lesser row comes behind
    csearch_counts *counts;            // what to count; NULL for the hits alone
    // answered
    int64_t count;
    double average_length;             // of all articles, in words
    csearch_hit *best;                 // a heap of `held` hits until csearch_sort; room for `wanted`, given by the caller
    size_t held;
    csearch_place place;               // its own, zero at first
} csearch_collector;

#define CSEARCH_COLLECTOR "newsarchive_collector"

// Puts the collected hits in order: best score first, ties as `is_behind` says.
void csearch_sort(csearch_collector *collector);

// Runs a prepared statement (an sqlite3_stmt *) that calls newsarchive_collect with the parameter number `parameter`,
// to its end. Returns an SQLite result code. The statement is reset.
int csearch_run(void *statement, int parameter, csearch_collector *collector);

// The same for a statement that gives index rows in its first column: they are only counted.
int csearch_run_rows(void *statement, csearch_collector *collector);

// Counts the rows from `first` to `last`, all of one block. Returns an SQLite result code.
int csearch_count_block(csearch_collector *collector, int64_t first, int64_t last);

// The words of articles by language, and in how many more articles each stands: what a word can be a form of, and how
// rare it is. About 40 bytes a word.
typedef struct csearch_words csearch_words;

// Receives a word of articles in `language`, as the index holds it, and in how many more of them it stands now.
typedef void (*csearch_word)(void *context, int language, const char *word, int length, int articles);

#define CSEARCH_NO_MEMORY 7  // SQLITE_NOMEM

// An empty set; NULL when there is no memory.
csearch_words *csearch_words_new(void);
void csearch_words_free(csearch_words *words);
// Takes all words out.
void csearch_words_forget(csearch_words *words);
// Whether a token is kept: letters alone, two bytes or more, no script without blanks.
int csearch_is_word(const char *token, int length);
// Begins an article in `language`, any number from 0 to 255. Each of its words then stands in `articles` more: 1, or -1
// for an article that goes, or 0 for texts that do not count.
void csearch_words_begin(csearch_words *words, int language, int articles);
// Adds the words of `text`, which is part of the article that was begun. Returns an SQLite result code.
int csearch_words_add(csearch_words *words, const char *text, int length);
// Adds the words that csearch_postings_pack gave of texts of the article that was begun. Returns an SQLite result code.
int csearch_words_add_packed(csearch_words *words, const uint8_t *packed, size_t size);
// Gives the words that were added since the last call.
void csearch_words_drain(csearch_words *words, void *context, csearch_word receive);

// The words of one article in one table of the index, each once, with the places where they stand. Packed, a word is its
// hash (4 bytes), the size of its list (4 bytes), its length (2 bytes), whether csearch_is_word holds (1 byte), its bytes,
// and its list in FTS5's own form.
typedef struct csearch_postings csearch_postings;

#define CSEARCH_WORD_HEAD 11

// The hash of a word, without its language.
uint32_t csearch_word_hash(const char *word, int length);

// No words; NULL when there is no memory.
csearch_postings *csearch_postings_new(void);
void csearch_postings_free(csearch_postings *postings);
// Takes all words out; the memory is used again.
void csearch_postings_clear(csearch_postings *postings);
// Adds the words of `text`, all that stands in column number `column`; columns come in ascending order. `tokens` becomes
// the number of words in the text. Returns an SQLite result code.
int csearch_postings_add(csearch_postings *postings, const char *text, int length, int column, int *tokens);
// The words packed, in `size` bytes, valid until the next call; NULL when there is no memory.
const uint8_t *csearch_postings_pack(csearch_postings *postings, size_t *size);

// A segment of an FTS5 index in the making: a sorted run of words with their rows, which FTS5 reads like its own. Writing
// one takes a fifth of the time that FTS5's own inserts take.
typedef struct csearch_segment csearch_segment;

// No rows; NULL when there is no memory.
csearch_segment *csearch_segment_new(void);
void csearch_segment_free(csearch_segment *segment);
// Adds words of `row` that csearch_postings_pack gave; rows come in ascending order, a word with a row only once. Returns
// an SQLite result code.
int csearch_segment_add(csearch_segment *segment, int64_t row, const uint8_t *packed, size_t size);
// Writes all as segment number `number` by two prepared statements (sqlite3_stmt *), for a page (key, bytes) and for the
// beginning of a word (segment, bytes, page). `pages` becomes how many pages that are, 0 when there was nothing. Returns
// an SQLite result code.
int csearch_segment_write(
    csearch_segment *segment, void *write_page, void *write_word, int64_t number, size_t page_size, int64_t *pages);
// Writes `count` segments, the oldest first and of so many `pages` each, as one segment number `number`; `read_page` gives
// the bytes of a page by its key, `delete_page` takes one out when it was read, but for the last. A newer row stands for an older one. Rows that were taken out are left out for good
// when no segment is older (`has_oldest`). `should_stop` is asked every few milliseconds. `written` becomes how many pages
// that are. Returns an SQLite result code, SQLITE_INTERRUPT (9) when it was told to stop.
int csearch_segments_merge(
    const int64_t *segments, const int64_t *pages, size_t count, int has_oldest, void *read_page, void *delete_page,
    void *write_page, void *write_word, int64_t number, size_t page_size, int (*should_stop)(void *context),
    void *context, int64_t *written);

// Takes `row` out of one prepared statement (an sqlite3_stmt *, its only parameter the row) and gives it to another,
// whose parameters are `command` (NULL for none), the row and the columns of the first. Both are reset. Returns an SQLite
// result code: SQLITE_NOTFOUND (12) when there is no such row.
int csearch_copy_row(void *select, void *insert, const char *command, int64_t row);

// Give a prepared statement (an sqlite3_stmt *) the value of its parameter number `place`, from 1. Text and bytes are copied.
// Return an SQLite result code.
int csearch_bind_null(void *statement, int place);
int csearch_bind_number(void *statement, int place, int64_t number);
int csearch_bind_text(void *statement, int place, const char *text, size_t size);
int csearch_bind_bytes(void *statement, int place, const void *bytes, size_t size);

// Runs a prepared statement to its end and resets it. Returns an SQLite result code.
int csearch_execute(void *statement);

// What SQLite says of the last error of the statement's connection; valid until the next call.
const char *csearch_message(void *statement);
