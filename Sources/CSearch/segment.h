// Writing a segment of an FTS5 index: a run of pages with words in the order of their bytes, each with its rows and places.
//
// Source of the form: "On-disk format" and the writer in SQLite's fts5_index.c (3.40.1).
#pragma once
#include <sqlite3.h>
#include "fold.h"
#include "varint.h"

#define SEGMENT_LEVELS 8        // of the index over the pages of a long list
#define SEGMENT_WORD_BYTES 300  // longer words than the tokenizer makes

// The key in the table of pages. Source: FTS5_SEGMENT_ROWID and FTS5_DLIDX_ROWID.
static inline int64_t segment_page_key(int64_t segment, int is_list_index, int level, int64_t page) {
    return (segment << 37) + ((int64_t)is_list_index << 36) + ((int64_t)level << 31) + page;
}

typedef struct {
    uint8_t *bytes;
    size_t used;
    int has_row;       // a row was written since the page began
    int64_t page;
    int64_t row;
} list_index;

typedef struct {
    sqlite3_stmt *write_page;  // key, bytes
    sqlite3_stmt *write_word;  // segment, beginning of a word, page
    int64_t segment;
    size_t page_size;
    uint8_t *page;
    size_t used;
    uint8_t *footer;  // where the words of the page begin
    size_t footer_used;
    size_t last_word_at;
    uint8_t word[SEGMENT_WORD_BYTES];
    size_t word_length;
    int64_t number;  // of the page, from 1
    int is_first_word_of_page, is_first_row_of_page, is_first_row_of_list;
    int64_t row;
    uint8_t index_word[SEGMENT_WORD_BYTES];
    size_t index_word_length;
    int64_t index_page;  // 0 when none waits
    int pages_without_word;
    list_index levels[SEGMENT_LEVELS];
    int status;
} segment_writer;

// Begins segment number `segment`. Returns an SQLite result code, and so on.
int segment_writer_begin(
    segment_writer *writer, sqlite3_stmt *write_page, sqlite3_stmt *write_word, int64_t segment, size_t page_size);
// Writes a word, whose rows follow; words come in the order of their bytes. The first byte tells FTS5's index, '0'.
void segment_write_word(segment_writer *writer, const uint8_t *word, size_t length);
// Writes a row, rows in ascending order, and what stands before its places: their bytes, times 2, plus 1 for a row that
// was taken out.
void segment_write_row(segment_writer *writer, int64_t row, uint64_t size);
// Writes places of the row, all or a part.
void segment_write_places(segment_writer *writer, const uint8_t *places, size_t size);
// Ends the segment: `pages` were written, 0 when it has no words. Returns an SQLite result code.
int segment_writer_end(segment_writer *writer, int64_t *pages);
