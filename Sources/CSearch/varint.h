// SQLite's numbers of variable length, as FTS5 writes them. Source: SQLite's file format, "varint".
#pragma once
#include <stddef.h>
#include <stdint.h>

#define CSEARCH_VARINT_BYTES 9

static inline int csearch_varint_size(uint64_t value) {
    int size = 1;
    while (size < CSEARCH_VARINT_BYTES && value >= 0x80) {
        value >>= 7;
        size++;
    }
    return size;
}

// Writes `value`; returns how many bytes.
static inline int csearch_write_varint(uint8_t *out, uint64_t value) {
    if (value < 0x80) {
        out[0] = (uint8_t)value;
        return 1;
    }
    if (value < 0x4000) {
        out[0] = (uint8_t)(value >> 7 | 0x80);
        out[1] = (uint8_t)(value & 0x7F);
        return 2;
    }
    int size = csearch_varint_size(value), i = size - 1;
    if (size == CSEARCH_VARINT_BYTES) {  // the ninth byte has eight bits
        out[i--] = (uint8_t)value;
        value >>= 8;
    } else {
        out[i--] = (uint8_t)(value & 0x7F);
        value >>= 7;
    }
    for (; i >= 0; i--) {
        out[i] = (uint8_t)(value & 0x7F) | 0x80;
        value >>= 7;
    }
    return size;
}

// Reads the number at `at`, before `end`; returns its bytes, 0 when it is cut off.
static inline int csearch_read_varint(const uint8_t *at, const uint8_t *end, uint64_t *value) {
    if (at < end && *at < 0x80) {
        *value = *at;
        return 1;
    }
    uint64_t read = 0;
    for (int i = 0; i < CSEARCH_VARINT_BYTES; i++) {
        if (at + i >= end) return 0;
        if (i == CSEARCH_VARINT_BYTES - 1) {
            *value = read << 8 | at[i];
            return CSEARCH_VARINT_BYTES;
        }
        read = read << 7 | (at[i] & 0x7F);
        if (at[i] < 0x80) {
            *value = read;
            return i + 1;
        }
    }
    return 0;
}
