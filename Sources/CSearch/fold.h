// Reading UTF-8 and folding characters; shared by the key of values and the tokenizer, so that both fold alike.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include "include/CSearch.h"

// The character at `*at` (before `end`), which is moved behind it. A byte that starts no well-formed character is
// returned as 0xFFFFFFFF and passed over alone.
uint32_t csearch_read(const uint8_t **at, const uint8_t *end);

// The lower-case form of an ASCII letter or digit; 0 for every other byte. The common case of both folders, at a byte a
// step.
extern const uint8_t csearch_ascii_word[256];

// Writes `c` as UTF-8; returns how many bytes, at most 4.
size_t csearch_write(uint32_t c, uint8_t *out);

// What `c` is to the tokenizer; its folded form goes to `folded` (at most 4 characters, `*count` of them).
enum csearch_class csearch_fold(uint32_t c, uint32_t folded[4], int *count);
