// Pages of a segment, written as FTS5 writes them.
#include <stdlib.h>
#include <string.h>
#include "segment.h"

#define PAGE_HEAD 4
// From so many pages without the beginning of a word on, a list has an index over them. Source: FTS5_MIN_DLIDX_SIZE.
#define LEAST_PAGES_OF_INDEX 4

int segment_writer_begin(
    segment_writer *writer, sqlite3_stmt *write_page, sqlite3_stmt *write_word, int64_t segment, size_t page_size
) {
    memset(writer, 0, sizeof *writer);
    writer->write_page = write_page;
    writer->write_word = write_word;
    writer->segment = segment;
    writer->page_size = page_size;
    writer->page = malloc(page_size * 2 + 2 * SEGMENT_WORD_BYTES);
    writer->footer = malloc(page_size + SEGMENT_WORD_BYTES);
    for (int i = 0; i < SEGMENT_LEVELS; i++) writer->levels[i].bytes = malloc(page_size + 4 * CSEARCH_VARINT_BYTES);
    writer->status = writer->page && writer->footer ? SQLITE_OK : SQLITE_NOMEM;
    for (int i = 0; i < SEGMENT_LEVELS; i++)
        if (!writer->levels[i].bytes) writer->status = SQLITE_NOMEM;
    if (writer->status == SQLITE_OK) memset(writer->page, 0, PAGE_HEAD);
    writer->used = PAGE_HEAD;
    writer->number = writer->index_page = 1;
    writer->is_first_word_of_page = writer->is_first_row_of_page = 1;
    return writer->status;
}

static void step(segment_writer *writer, sqlite3_stmt *statement) {
    if (writer->status == SQLITE_OK) sqlite3_step(statement);
    int status = sqlite3_reset(statement);
    if (writer->status == SQLITE_OK) writer->status = status;
}

static void store_page(segment_writer *writer, int64_t key, const uint8_t *bytes, size_t size) {
    sqlite3_bind_int64(writer->write_page, 1, key);
    sqlite3_bind_blob(writer->write_page, 2, bytes, (int)size, SQLITE_STATIC);
    step(writer, writer->write_page);
}

static void append(list_index *level, uint64_t value) {
    level->used += (size_t)csearch_write_varint(level->bytes + level->used, value);
}

// Writes the beginning of the word that the pages before begin with, and the index of its list when that is long.
static void flush_index(segment_writer *writer) {
    if (writer->index_page == 0) return;
    int has_index = writer->levels[0].used > 0 && writer->pages_without_word >= LEAST_PAGES_OF_INDEX;
    for (int i = 0; i < SEGMENT_LEVELS && writer->levels[i].used > 0; i++) {
        list_index *level = &writer->levels[i];
        if (has_index)
            store_page(writer, segment_page_key(writer->segment, 1, i, level->page), level->bytes, level->used);
        level->used = 0;
        level->has_row = 0;
    }
    writer->pages_without_word = 0;
    sqlite3_bind_int64(writer->write_word, 1, writer->segment);
    sqlite3_bind_blob(writer->write_word, 2, writer->index_word, (int)writer->index_word_length, SQLITE_STATIC);
    sqlite3_bind_int64(writer->write_word, 3, writer->index_page << 1 | has_index);
    step(writer, writer->write_word);
    writer->index_page = 0;
}

// Adds the first row of a page to the index of the list.
static void index_row(segment_writer *writer, int64_t row) {
    for (int i = 0; i < SEGMENT_LEVELS; i++) {
        list_index *level = &writer->levels[i];
        int is_full = level->used >= writer->page_size;
        if (is_full) {
            level->bytes[0] = 1;  // not the root
            store_page(writer, segment_page_key(writer->segment, 1, i, level->page), level->bytes, level->used);
            if (i + 1 < SEGMENT_LEVELS && writer->levels[i + 1].used == 0) {
                // Another level begins, with the page that was just written.
                uint64_t page = 0, first = 0;
                const uint8_t *at = level->bytes + 1, *end = level->bytes + level->used;
                at += csearch_read_varint(at, end, &page);
                csearch_read_varint(at, end, &first);
                list_index *above = &writer->levels[i + 1];
                above->page = level->page;
                append(above, 0);
                append(above, (uint64_t)level->page);
                append(above, first);
                above->has_row = 1;
                above->row = (int64_t)first;
            }
            level->used = 0;
            level->has_row = 0;
            level->page++;
        }
        uint64_t value = (uint64_t)row;
        if (level->has_row) {
            value -= (uint64_t)level->row;
        } else {
            append(level, is_full);
            append(level, (uint64_t)(i == 0 ? writer->number : writer->levels[i - 1].page));
        }
        append(level, value);
        level->has_row = 1;
        level->row = row;
        if (!is_full) return;
    }
    writer->status = SQLITE_TOOBIG;
}

static void put16(uint8_t *out, size_t value) {
    out[0] = (uint8_t)(value >> 8);
    out[1] = (uint8_t)value;
}

static void flush_page(segment_writer *writer) {
    put16(writer->page + 2, writer->used);
    if (writer->is_first_word_of_page) {
        if (writer->is_first_row_of_page && writer->levels[0].used > 0) {
            if (writer->levels[0].used < writer->page_size + 2 * CSEARCH_VARINT_BYTES) append(&writer->levels[0], 0);
            else writer->status = SQLITE_TOOBIG;
        }
        writer->pages_without_word++;
    } else {
        memcpy(writer->page + writer->used, writer->footer, writer->footer_used);
        writer->used += writer->footer_used;
    }
    store_page(writer, segment_page_key(writer->segment, 0, 0, writer->number), writer->page, writer->used);
    memset(writer->page, 0, PAGE_HEAD);
    writer->used = PAGE_HEAD;
    writer->footer_used = writer->last_word_at = 0;
    writer->number++;
    writer->is_first_word_of_page = writer->is_first_row_of_page = 1;
}

static void append_number(segment_writer *writer, uint64_t value) {
    writer->used += (size_t)csearch_write_varint(writer->page + writer->used, value);
}

void segment_write_word(segment_writer *writer, const uint8_t *word, size_t length) {
    if (length > SEGMENT_WORD_BYTES) writer->status = SQLITE_TOOBIG;
    if (writer->status != SQLITE_OK) return;
    if (writer->used + writer->footer_used + length + 2 >= writer->page_size && writer->used > PAGE_HEAD)
        flush_page(writer);
    writer->footer_used +=
        (size_t)csearch_write_varint(writer->footer + writer->footer_used, writer->used - writer->last_word_at);
    writer->last_word_at = writer->used;
    size_t common = 0, most = writer->word_length < length ? writer->word_length : length;
    while (common < most && writer->word[common] == word[common]) common++;
    if (writer->is_first_word_of_page) {
        if (writer->number != 1) {
            // As much of it as tells it from the last word of the page before.
            size_t told = writer->word_length ? common + 1 : length;
            if (told > length) told = length;
            flush_index(writer);
            memcpy(writer->index_word, word, told);
            writer->index_word_length = told;
            writer->index_page = writer->number;
        }
        common = 0;
    } else {
        append_number(writer, common);
    }
    append_number(writer, length - common);
    memcpy(writer->page + writer->used, word + common, length - common);
    writer->used += length - common;
    memcpy(writer->word, word, length);
    writer->word_length = length;
    writer->is_first_word_of_page = writer->is_first_row_of_page = 0;
    writer->is_first_row_of_list = 1;
    writer->levels[0].page = writer->number;
}

void segment_write_row(segment_writer *writer, int64_t row, uint64_t size) {
    if (writer->status != SQLITE_OK) return;
    if (writer->used + writer->footer_used >= writer->page_size) flush_page(writer);
    uint64_t value = (uint64_t)row;
    if (writer->is_first_row_of_page) {
        put16(writer->page, writer->used);
        index_row(writer, row);
    } else if (!writer->is_first_row_of_list) {
        value -= (uint64_t)writer->row;
    }
    append_number(writer, value);
    append_number(writer, size);
    writer->row = row;
    writer->is_first_row_of_page = writer->is_first_row_of_list = 0;
}

void segment_write_places(segment_writer *writer, const uint8_t *places, size_t size) {
    if (writer->status != SQLITE_OK) return;
    while (writer->used + writer->footer_used + size >= writer->page_size) {
        size_t filled = writer->used + writer->footer_used, copied = 0;
        while (filled + copied < writer->page_size) {  // no number is cut apart
            while (copied < size && places[copied] & 0x80) copied++;
            if (copied == size) {
                writer->status = SQLITE_CORRUPT;
                return;
            }
            copied++;
        }
        memcpy(writer->page + writer->used, places, copied);
        writer->used += copied;
        places += copied;
        size -= copied;
        flush_page(writer);
        if (size == 0) return;
    }
    memcpy(writer->page + writer->used, places, size);
    writer->used += size;
}

int segment_writer_end(segment_writer *writer, int64_t *pages) {
    if (writer->status == SQLITE_OK && writer->used > PAGE_HEAD) flush_page(writer);
    *pages = writer->number - 1;
    if (writer->status == SQLITE_OK && *pages > 0) flush_index(writer);
    sqlite3_clear_bindings(writer->write_page);
    sqlite3_clear_bindings(writer->write_word);
    free(writer->page);
    free(writer->footer);
    for (int i = 0; i < SEGMENT_LEVELS; i++) free(writer->levels[i].bytes);
    return writer->status;
}
