// Where rows stand in their blocks, and counting them. For the files of CSearch alone.
#pragma once
#include "include/CSearch.h"

// Finds the place of `row` in the collector's block, which is fetched when it is another than that of the row before.
// Returns SQLITE_NOTFOUND when no block tells of the row, and what went wrong when a block could not be had.
int csearch_find_place(csearch_collector *collector, int64_t row, size_t *place);

// Counts `row` in what the collector counts; it must count something. SQLITE_CORRUPT when its block leaves it out.
int csearch_count_hit(csearch_collector *collector, int64_t row);
