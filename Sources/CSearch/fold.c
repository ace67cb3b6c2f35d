#include "fold.h"
#include "fold_table.h"

const uint8_t csearch_ascii_word[256] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7',
    ['8'] = '8', ['9'] = '9', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f',
    ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n',
    ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v',
    ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd',
    ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l',
    ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't',
    ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z',
};

uint32_t csearch_read(const uint8_t **at, const uint8_t *end) {
    const uint8_t *p = *at;
    uint32_t c = *p++;
    *at = p;
    if (c < 0x80) return c;
    int more = c >= 0xF0 && c <= 0xF4 ? 3 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xC2 && c < 0xE0 ? 1 : 0;
    if (more == 0 || end - p < more) return UINT32_MAX;
    c &= 0x3F >> more;
    for (int i = 0; i < more; i++) {
        if ((p[i] & 0xC0) != 0x80) return UINT32_MAX;
        c = c << 6 | (p[i] & 0x3F);
    }
    if ((more == 2 && (c < 0x800 || (c >= 0xD800 && c < 0xE000))) || (more == 3 && (c < 0x10000 || c > 0x10FFFF)))
        return UINT32_MAX;
    *at = p + more;
    return c;
}

size_t csearch_write(uint32_t c, uint8_t *out) {
    if (c < 0x80) {
        out[0] = (uint8_t)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (uint8_t)(0xC0 | c >> 6);
        out[1] = (uint8_t)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (uint8_t)(0xE0 | c >> 12);
        out[1] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
        out[2] = (uint8_t)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (uint8_t)(0xF0 | c >> 18);
    out[1] = (uint8_t)(0x80 | (c >> 12 & 0x3F));
    out[2] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
    out[3] = (uint8_t)(0x80 | (c & 0x3F));
    return 4;
}

enum csearch_class csearch_fold(uint32_t c, uint32_t folded[4], int *count) {
    *count = 1;
    folded[0] = c;
    if (c > 0x10FFFF) return CSEARCH_SEPARATOR;
    uint32_t cell = fold_cells[fold_pages[c >> 7]][c & 0x7F];
    uint32_t value = cell & 0x0FFFFFFF;
    if (value & 0x200000) {
        const uint32_t *sequence = fold_sequences[value & 0x1FFFFF];
        int n = 0;
        while (n < 4 && sequence[n]) {
            folded[n] = sequence[n];
            n++;
        }
        *count = n;
    } else if (value) {
        folded[0] = value;
    }
    return (enum csearch_class)(cell >> 28);
}

static int is_blank(uint32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

static int is_quote(uint32_t c) {
    return c == '"' || c == '\'' || c == '`' || c == 0xB4 || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F)
        || (c >= 0x2032 && c <= 0x2037) || c == 0x2039 || c == 0x203A || (c >= 0x300C && c <= 0x300F)
        || (c >= 0x301D && c <= 0x301F) || c == 0xFF02 || c == 0xFF07 || c == 0x2BC;
}

static int is_dash(uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

size_t csearch_key(const char *text, size_t length, char *out) {
    const uint8_t *at = (const uint8_t *)text, *end = at + length;
    uint8_t *o = (uint8_t *)out;
    int pending = 0;
    while (at < end) {
        const uint8_t *from = at;
        if (csearch_ascii_word[*at]) {
            if (pending) *o++ = ' ';
            pending = 0;
            while (at < end && csearch_ascii_word[*at]) *o++ = csearch_ascii_word[*at++];
            continue;
        }
        if (*at == ' ') {  // nearly all of the rest
            pending = o != (uint8_t *)out;
            at++;
            continue;
        }
        uint32_t c = csearch_read(&at, end);
        if (is_blank(c)) {
            pending = o != (uint8_t *)out;
            continue;
        }
        if (is_quote(c)) continue;
        uint32_t folded[4] = {c};
        int count = 1;
        if (c == UINT32_MAX) {
            if (pending) *o++ = ' ';
            pending = 0;
            *o++ = *from;
            continue;
        }
        if (is_dash(c)) folded[0] = '-';
        else if (csearch_fold(c, folded, &count) == CSEARCH_IGNORED) continue;
        if (pending) *o++ = ' ';
        pending = 0;
        for (int i = 0; i < count; i++) o += csearch_write(folded[i], o);
    }
    return (size_t)(o - (uint8_t *)out);
}
