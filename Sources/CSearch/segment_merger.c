// Several segments of an FTS5 index made one.
#include <stdlib.h>
#include <string.h>
#include "segment.h"

#define PAGE_HEAD 4
#define WORDS_BETWEEN_QUESTIONS 256  // whether to stop

// Reads a segment word by word and row by row.
typedef struct {
    sqlite3_stmt *read_page;    // the bytes of the page with a key
    sqlite3_stmt *delete_page;  // the page with a key
    int64_t segment, number, last;
    int age;  // the greater, the newer
    uint8_t *page;
    size_t room, size, content;  // of the page, of its words and rows
    size_t at;
    size_t footer_at;  // in the footer, behind the place of the next word
    size_t next_word;  // its place; SIZE_MAX when the page has none
    uint8_t word[SEGMENT_WORD_BYTES];
    size_t word_length;
    int is_first_word;  // of the page
    int has_row, is_first_row;
    int64_t row;
    uint64_t places;   // bytes of the row's places
    int is_taken_out;  // the row
    size_t left;       // of its places, not read yet
    int status;
} segment_reader;

static int fail(segment_reader *reader) {
    if (reader->status == SQLITE_OK) reader->status = SQLITE_CORRUPT;
    reader->has_row = 0;
    return 0;
}

static size_t get16(const uint8_t *at) { return (size_t)at[0] << 8 | at[1]; }

// Reads a number in the page, before `end`.
static int read_number(segment_reader *reader, size_t end, uint64_t *value) {
    int size = csearch_read_varint(reader->page + reader->at, reader->page + end, value);
    reader->at += (size_t)size;
    return size ? 1 : fail(reader);
}

static void find_next_word(segment_reader *reader) {
    uint64_t distance = 0;
    const uint8_t *end = reader->page + reader->size;
    int size = csearch_read_varint(reader->page + reader->footer_at, end, &distance);
    size_t before = reader->next_word == SIZE_MAX ? 0 : reader->next_word;
    reader->footer_at += (size_t)size;
    reader->next_word = size ? before + (size_t)distance : SIZE_MAX;
    if (size && (reader->next_word < PAGE_HEAD || reader->next_word >= reader->content)) fail(reader);
}

// Reads the next page; 0 when there is none.
static int next_page(segment_reader *reader) {
    if (reader->status != SQLITE_OK || reader->number >= reader->last) return 0;
    reader->number++;
    sqlite3_bind_int64(reader->read_page, 1, segment_page_key(reader->segment, 0, 0, reader->number));
    int status = sqlite3_step(reader->read_page);
    if (status == SQLITE_ROW) {
        size_t size = (size_t)sqlite3_column_bytes(reader->read_page, 0);
        const void *bytes = sqlite3_column_blob(reader->read_page, 0);
        if (size > reader->room) {
            free(reader->page);
            reader->room = size * 2;
            reader->page = malloc(reader->room);
            if (!reader->page) {
                reader->room = 0;
                reader->status = SQLITE_NOMEM;
            }
        }
        if (reader->page && bytes) memcpy(reader->page, bytes, size);
        reader->size = size;
    } else {
        reader->status = status == SQLITE_DONE ? SQLITE_CORRUPT : status;
    }
    sqlite3_reset(reader->read_page);
    if (reader->status == SQLITE_OK && reader->number > 1) {  // its room is taken by what is written next
        sqlite3_bind_int64(reader->delete_page, 1, segment_page_key(reader->segment, 0, 0, reader->number - 1));
        sqlite3_step(reader->delete_page);
        reader->status = sqlite3_reset(reader->delete_page);
    }
    if (reader->status != SQLITE_OK) return fail(reader);
    if (reader->size < PAGE_HEAD) return fail(reader);
    reader->content = get16(reader->page + 2);
    if (reader->content < PAGE_HEAD || reader->content > reader->size) return fail(reader);
    reader->at = PAGE_HEAD;
    reader->footer_at = reader->content;
    reader->next_word = SIZE_MAX;
    reader->is_first_word = 1;
    find_next_word(reader);
    return reader->status == SQLITE_OK;
}

// Where the rows of the current word end on this page.
static size_t list_end(const segment_reader *reader) {
    return reader->next_word == SIZE_MAX ? reader->content : reader->next_word;
}

// Goes to the next row of the word; its places must have been read.
static int next_row(segment_reader *reader) {
    reader->has_row = 0;
    if (reader->at >= list_end(reader)) {
        if (reader->next_word != SIZE_MAX) return 0;  // another word follows
        if (!next_page(reader)) return 0;
        size_t row_at = get16(reader->page);
        if (row_at == 0) return reader->next_word == PAGE_HEAD ? 0 : fail(reader);
        if (row_at != PAGE_HEAD) return fail(reader);
    }
    int is_absolute = reader->is_first_row || reader->at == get16(reader->page);  // the first row of a word or page
    uint64_t value, size;
    size_t end = list_end(reader);
    if (!read_number(reader, end, &value) || !read_number(reader, end, &size)) return 0;
    reader->row = (int64_t)(is_absolute ? value : (uint64_t)reader->row + value);
    reader->is_taken_out = (int)(size & 1);
    reader->places = size >> 1;
    reader->left = (size_t)reader->places;
    reader->is_first_row = 0;
    reader->has_row = 1;
    return 1;
}

// The next stretch of the row's places; 0 when all were read.
static size_t read_places(segment_reader *reader, const uint8_t **places) {
    if (reader->left == 0 || reader->status != SQLITE_OK) return 0;
    if (reader->at >= reader->content) {
        if (!next_page(reader)) return (size_t)fail(reader);
    }
    size_t end = list_end(reader), row_at = get16(reader->page);
    if (reader->at >= end) return (size_t)fail(reader);
    size_t size = end - reader->at;
    if (size > reader->left) size = reader->left;
    if (reader->at == PAGE_HEAD && row_at > PAGE_HEAD && reader->at + size > row_at) return (size_t)fail(reader);
    *places = reader->page + reader->at;
    reader->at += size;
    reader->left -= size;
    return size;
}

// Goes to the next word; all of the last one must have been read.
static int next_word(segment_reader *reader) {
    if (reader->next_word == SIZE_MAX && !next_page(reader)) return 0;
    if (reader->next_word == SIZE_MAX || reader->at != reader->next_word) return fail(reader);
    uint64_t common = 0, length = 0;
    if (!reader->is_first_word && !read_number(reader, reader->content, &common)) return 0;
    if (!read_number(reader, reader->content, &length)) return 0;
    if (common > reader->word_length || common + length > SEGMENT_WORD_BYTES || length > reader->content - reader->at)
        return fail(reader);
    memcpy(reader->word + common, reader->page + reader->at, (size_t)length);
    reader->word_length = (size_t)(common + length);
    reader->at += (size_t)length;
    reader->is_first_word = 0;
    find_next_word(reader);
    if (reader->status != SQLITE_OK) return 0;
    reader->is_first_row = 1;
    return next_row(reader) ? 1 : fail(reader);
}

static int compare_words(const segment_reader *a, const segment_reader *b) {
    size_t most = a->word_length < b->word_length ? a->word_length : b->word_length;
    int order = memcmp(a->word, b->word, most);
    return order ? order : (a->word_length > b->word_length) - (a->word_length < b->word_length);
}

// Lets what stands at `at` of a heap of words sink to its place.
static void sink_word(segment_reader **heap, size_t count, size_t at) {
    segment_reader *sinking = heap[at];
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= count) break;
        if (child + 1 < count && compare_words(heap[child + 1], heap[child]) < 0) child++;
        if (compare_words(heap[child], sinking) >= 0) break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = sinking;
}

// A reader in a heap of rows, with its row at hand.
typedef struct {
    int64_t row;
    segment_reader *reader;
} next_of_reader;

// The order of rows; of the same row the newer one comes first.
static inline int is_row_before(next_of_reader a, next_of_reader b) {
    return a.row != b.row ? a.row < b.row : a.reader->age > b.reader->age;
}

static void sink_row(next_of_reader *heap, size_t count, size_t at) {
    next_of_reader sinking = heap[at];
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= count) break;
        if (child + 1 < count && is_row_before(heap[child + 1], heap[child])) child++;
        if (!is_row_before(heap[child], sinking)) break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = sinking;
}

// Copies the reader's row to the writer, or passes over it; then goes to the next one.
static void take_row(segment_reader *reader, segment_writer *writer, int is_kept) {
    const uint8_t *places;
    size_t size;
    while ((size = read_places(reader, &places)) > 0)
        if (is_kept) segment_write_places(writer, places, size);
    if (reader->status == SQLITE_OK) next_row(reader);
}

typedef struct {
    segment_writer writer;
    int has_oldest;      // nothing older is left that a row taken out would have to hide
    int has_word;        // the current word was written
    segment_reader **same;  // that have the current word
    next_of_reader *rows;   // of these, those that have more rows: a heap
    int (*should_stop)(void *context);
    void *context;
} merger;

// Copies the rows of the first `count` readers in `merger->same`.
static void merge_rows(merger *merger, size_t count) {
    next_of_reader *heap = merger->rows;
    for (size_t i = 0; i < count; i++) heap[i] = (next_of_reader){merger->same[i]->row, merger->same[i]};
    merger->has_word = 0;
    for (size_t i = count / 2; i-- > 0;) sink_row(heap, count, i);
    int64_t last = 0;
    int has_last = 0;
    while (count > 0 && merger->writer.status == SQLITE_OK) {
        segment_reader *reader = heap[0].reader;
        int is_kept = !(has_last && reader->row == last);  // a newer one of the same row was there
        last = reader->row;
        has_last = 1;
        if (reader->places == 0 && (merger->has_oldest || !reader->is_taken_out)) is_kept = 0;
        if (is_kept) {
            if (!merger->has_word) segment_write_word(&merger->writer, reader->word, reader->word_length);
            merger->has_word = 1;
            uint64_t mark = reader->is_taken_out && !merger->has_oldest ? 1 : 0;
            segment_write_row(&merger->writer, reader->row, reader->places << 1 | mark);
        }
        take_row(reader, &merger->writer, is_kept);
        if (reader->status != SQLITE_OK) return;
        if (reader->has_row) heap[0].row = reader->row;
        else heap[0] = heap[--count];
        if (count > 1) sink_row(heap, count, 0);
    }
}

static int merge(merger *merger, segment_reader *readers, segment_reader **heap, size_t count) {
    size_t left = 0;
    for (size_t i = 0; i < count; i++) {
        if (next_word(&readers[i])) heap[left++] = &readers[i];
        else if (readers[i].status != SQLITE_OK) return readers[i].status;
    }
    for (size_t i = left / 2; i-- > 0;) sink_word(heap, left, i);
    for (size_t words = 1; left > 0 && merger->writer.status == SQLITE_OK; words++) {
        if (words % WORDS_BETWEEN_QUESTIONS == 0 && merger->should_stop(merger->context)) return SQLITE_INTERRUPT;
        // All that have the least word, in any order.
        size_t same = 0;
        do {
            merger->same[same++] = heap[0];
            heap[0] = heap[--left];
            if (left > 1) sink_word(heap, left, 0);
        } while (left > 0 && compare_words(heap[0], merger->same[0]) == 0);
        merge_rows(merger, same);
        for (size_t i = 0; i < same; i++) {
            segment_reader *reader = merger->same[i];
            if (reader->status != SQLITE_OK) return reader->status;
            if (!next_word(reader)) {
                if (reader->status != SQLITE_OK) return reader->status;
                continue;
            }
            // Back into the heap: it rises from the end.
            size_t at = left++;
            while (at > 0 && compare_words(reader, heap[(at - 1) / 2]) < 0) {
                heap[at] = heap[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            heap[at] = reader;
        }
    }
    return merger->writer.status;
}

int csearch_segments_merge(
    const int64_t *segments, const int64_t *pages, size_t count, int has_oldest, void *read_page, void *delete_page,
    void *write_page, void *write_word, int64_t number, size_t page_size, int (*should_stop)(void *context),
    void *context, int64_t *written
) {
    *written = 0;
    segment_reader *readers = calloc(count, sizeof *readers);
    segment_reader **heap = calloc(count, sizeof *heap);
    merger merger = {.has_oldest = has_oldest, .should_stop = should_stop, .context = context};
    merger.same = calloc(count, sizeof *merger.same);
    merger.rows = calloc(count, sizeof *merger.rows);
    int status = readers && heap && merger.same && merger.rows ? SQLITE_OK : SQLITE_NOMEM;
    if (status == SQLITE_OK) {
        for (size_t i = 0; i < count; i++)
            readers[i] = (segment_reader){
                .read_page = read_page, .delete_page = delete_page, .segment = segments[i], .last = pages[i],
                .age = (int)i, .next_word = SIZE_MAX};
        status = segment_writer_begin(&merger.writer, write_page, write_word, number, page_size);
        if (status == SQLITE_OK) status = merge(&merger, readers, heap, count);
        int ended = segment_writer_end(&merger.writer, written);
        if (status == SQLITE_OK) status = ended;
        for (size_t i = 0; i < count; i++) free(readers[i].page);
    }
    free(readers);
    free(heap);
    free(merger.same);
    free(merger.rows);
    return status;
}
