// Counting values and days of rows by the blocks that tell of them.
#include "count.h"
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static uint32_t number_at(const uint8_t *bytes, size_t i) {
    const uint8_t *e = bytes + i * 4;
    return (uint32_t)e[0] | (uint32_t)e[1] << 8 | (uint32_t)e[2] << 16 | (uint32_t)e[3] << 24;
}

// The first place from `low` up to `high` whose row is not before `key`; `high` when there is none.
static size_t first_place(const csearch_block *block, size_t low, size_t high, uint32_t key) {
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (number_at(block->rows, middle) < key) low = middle + 1;
        else high = middle;
    }
    return low;
}

static int hold_block(csearch_collector *c, int64_t row) {
    csearch_place *at = &c->place;
    if (at->holds_block && row >= at->block.first && row <= at->block.last) return SQLITE_OK;
    at->holds_block = 0;
    at->cursor = 0;
    if (!c->find_block) return SQLITE_NOTFOUND;
    int status = c->find_block(c->context, row, &at->block);
    at->holds_block = status == SQLITE_OK;
    return status;
}

int csearch_find_place(csearch_collector *c, int64_t row, size_t *place) {
    int status = hold_block(c, row);
    if (status != SQLITE_OK) return status;
    const csearch_block *block = &c->place.block;
    uint32_t key = (uint32_t)(row - block->first);
    // Rows come in order: the place is looked for from the one before, in steps that double.
    size_t low = c->place.cursor, high = block->count;
    if (low >= high || number_at(block->rows, low) > key) {
        high = low;
        low = 0;
    }
    for (size_t step = 1; low + step < high; step *= 2) {
        if (number_at(block->rows, low + step) > key) {
            high = low + step;
            break;
        }
        low += step;
    }
    size_t found = first_place(block, low, high, key);
    c->place.cursor = found;
    if (found >= block->count || number_at(block->rows, found) != key) return SQLITE_NOTFOUND;
    *place = found;
    return SQLITE_OK;
}

// MARK: Counting

#define DAY_BITS 22
#define DAYS 3652425  // 0000-01-01 to 9999-12-31

static int count_days(csearch_counts *counts, int64_t row) {
    if (row < 0) {
        counts->undated++;
        return SQLITE_OK;
    }
    int64_t day = row >> DAY_BITS;
    if (day >= DAYS) return SQLITE_CORRUPT;
    if (!counts->days) {
        counts->days = calloc(DAYS, sizeof *counts->days);  // memory is taken when a page of it is touched
        if (!counts->days) return SQLITE_NOMEM;
        counts->first_day = counts->last_day = day;
    }
    if (day < counts->first_day) counts->first_day = day;
    if (day > counts->last_day) counts->last_day = day;
    counts->days[day]++;
    return SQLITE_OK;
}

static int make_room(csearch_numbers *numbers, uint32_t number) {
    size_t room = numbers->room < 4096 ? 4096 : numbers->room * 2;
    if (room <= number) room = (size_t)number + 1;
    uint32_t *counts = calloc(room, sizeof *counts);
    if (!counts) return SQLITE_NOMEM;
    if (numbers->counts) memcpy(counts, numbers->counts, numbers->room * sizeof *counts);
    free(numbers->counts);
    numbers->counts = counts;
    numbers->room = room;
    return SQLITE_OK;
}

static int count_number(csearch_numbers *numbers, uint32_t number) {
    if (number >= numbers->room) {
        int status = make_room(numbers, number);
        if (status != SQLITE_OK) return status;
    }
    numbers->counts[number]++;
    return SQLITE_OK;
}

static int count_numbers(csearch_numbers *numbers, const uint8_t *bytes, size_t first, size_t end) {
    int status = SQLITE_OK;
    for (size_t i = first; status == SQLITE_OK && i < end; i++) status = count_number(numbers, number_at(bytes, i));
    return status;
}

static uint32_t redirect_of(const csearch_counts *counts, uint32_t number) {
    return number < counts->redirected ? counts->redirects[number] : 0;
}

// Counts the entities in the list of one row as what they stand for, each once.
static int count_entities(csearch_counts *counts, const uint8_t *bytes, size_t first, size_t end) {
    csearch_numbers *numbers = &counts->numbers[CSEARCH_ENTITIES];
    int status = SQLITE_OK;
    for (size_t i = first; status == SQLITE_OK && i < end; i++) {
        uint32_t number = number_at(bytes, i), redirect = redirect_of(counts, number);
        if (!redirect) {
            status = count_number(numbers, number);
            continue;
        }
        size_t before = first;
        while (before < i && redirect_of(counts, number_at(bytes, before)) != redirect) before++;
        if (redirect > 1 && before == i) status = count_number(numbers, redirect - 1);
    }
    return status;
}

static int count_lists_of_entities(
    csearch_counts *counts, const csearch_bytes *told, size_t lists, size_t first, size_t end) {
    int status = SQLITE_OK;
    size_t held = told->size / 4;
    for (size_t place = first; status == SQLITE_OK && place < end; place++) {
        size_t from = number_at(told->bytes, place), to = number_at(told->bytes, place + 1);
        if (from > to || to > held - lists) return SQLITE_CORRUPT;
        status = count_entities(counts, told->bytes + lists * 4, from, to);
    }
    return status;
}

// Counts the values of the rows in the places from `first` up to `end` of the block.
static int count_values(csearch_counts *counts, const csearch_block *block, size_t first, size_t end) {
    int status = SQLITE_OK;
    for (int value = 0; status == SQLITE_OK && value < CSEARCH_VALUES; value++) {
        if (!(counts->values & 1u << value)) continue;
        const csearch_bytes *told = &block->values[value];
        size_t held = told->size / 4, from = first, to = end, lists = 0;
        if (value >= CSEARCH_TAGS) {
            lists = block->count + 1;
            if (held < lists) return SQLITE_CORRUPT;
            if (value == CSEARCH_ENTITIES && counts->redirected) {
                status = count_lists_of_entities(counts, told, lists, first, end);
                continue;
            }
            from = number_at(told->bytes, first);
            to = number_at(told->bytes, end);
        }
        if (from > to || to > held - lists) return SQLITE_CORRUPT;
        status = count_numbers(&counts->numbers[value], told->bytes + lists * 4, from, to);
    }
    return status;
}

int csearch_count_hit(csearch_collector *c, int64_t row) {
    int status = count_days(c->counts, row);
    if (status != SQLITE_OK || !c->counts->values) return status;
    size_t place;
    status = csearch_find_place(c, row, &place);
    if (status == SQLITE_NOTFOUND) return SQLITE_CORRUPT;
    return status == SQLITE_OK ? count_values(c->counts, &c->place.block, place, place + 1) : status;
}

int csearch_count_block(csearch_collector *c, int64_t first, int64_t last) {
    int status = hold_block(c, first);
    if (status != SQLITE_OK) return status;
    const csearch_block *block = &c->place.block;
    size_t from = first_place(block, 0, block->count, (uint32_t)(first - block->first));
    size_t to = from;
    for (; status == SQLITE_OK && to < block->count; to++) {
        int64_t row = block->first + number_at(block->rows, to);
        if (row > last) break;
        if (c->counts) status = count_days(c->counts, row);
    }
    c->count += (int64_t)(to - from);
    return status == SQLITE_OK && c->counts ? count_values(c->counts, block, from, to) : status;
}

int csearch_run_rows(void *statement, csearch_collector *c) {
    int status;
    while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
        c->count++;
        status = c->counts ? csearch_count_hit(c, sqlite3_column_int64(statement, 0)) : SQLITE_OK;
        if (status != SQLITE_OK) break;
    }
    int reset = sqlite3_reset(statement);
    return status == SQLITE_DONE ? SQLITE_OK : status != SQLITE_ROW ? status : reset;
}

void csearch_release_counts(csearch_counts *counts) {
    free(counts->days);
    for (int value = 0; value < CSEARCH_VALUES; value++) free(counts->numbers[value].counts);
    memset(counts, 0, sizeof *counts);
}
