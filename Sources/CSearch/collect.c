// One pass over the hits of a MATCH: the exact count, the best hits by BM25 in a heap, and what else is counted.
//
// BM25 as in S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the
// occurrences of each column weighted before they are saturated (BM25F with one length for all columns).
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include "count.h"

typedef struct {
    double average_length;
    double rows;
    int phrases;
    int several;  // whether the hits can differ in which terms they hold
    double weight_of[];  // of each term: inverse document frequency; negative until it is known
} ranking;

static int count_hit(const Fts5ExtensionApi *api, Fts5Context *context, void *count) {
    (void)api;
    (void)context;
    ++*(int64_t *)count;
    return SQLITE_OK;
}

static ranking *ranking_of(const Fts5ExtensionApi *api, Fts5Context *context, csearch_collector *c, int *status) {
    ranking *r = api->xGetAuxdata(context, 0);
    if (r) return r;
    int phrases = api->xPhraseCount(context);
    r = calloc(1, sizeof *r + (size_t)(phrases + c->terms) * sizeof *r->weight_of);
    if (!r) {
        *status = SQLITE_NOMEM;
        return NULL;
    }
    sqlite3_int64 rows = 0, total = 0;
    *status = api->xRowCount(context, &rows);
    for (int column = 0; *status == SQLITE_OK && column < c->text_columns; column++) {
        sqlite3_int64 size = 0;
        *status = api->xColumnTotalSize(context, column, &size);
        total += size;
    }
    r->rows = (double)rows;
    r->average_length = rows > 0 && total > 0 ? (double)total / (double)rows : 1;
    c->average_length = r->average_length;
    r->phrases = phrases;
    for (int term = 0; term < phrases + c->terms; term++) r->weight_of[term] = -1;
    r->several = c->terms > 1;
    if (*status == SQLITE_OK) *status = api->xSetAuxdata(context, r, free);
    else free(r);
    return *status == SQLITE_OK ? r : NULL;
}

// Which term a phrase is a form of; negative for one that no score counts, such as a filter token.
static int term_of(const csearch_collector *c, int phrase) {
    return phrase < c->phrases ? c->term_of_phrase[phrase] : -1;
}

// How rare a term is: the articles with each of its forms, added. A lone term weighs the same in every hit, so it is not
// counted.
static double term_weight(
    const Fts5ExtensionApi *api, Fts5Context *context, const csearch_collector *c, ranking *r, int term, int *status
) {
    if (r->weight_of[term] >= 0) return r->weight_of[term];
    int64_t hits = c->term[term].articles;
    if (hits < 0) {
        hits = 0;
        for (int phrase = 0; r->several && *status == SQLITE_OK && phrase < r->phrases; phrase++)
            if (term_of(c, phrase) == term) *status = api->xQueryPhrase(context, phrase, &hits, count_hit);
    }
    double found = (double)hits < r->rows ? (double)hits : r->rows;
    double weight = log(1 + (r->rows - found + 0.5) / (found + 0.5));
    weight = weight > 1e-6 ? weight : 1e-6;
    return r->weight_of[term] = weight * c->term[term].weight;
}

// The number of words of a row.
static double length_of(
    const Fts5ExtensionApi *api, Fts5Context *context, csearch_collector *c, int64_t row, int *status
) {
    size_t place;
    int found = csearch_find_place(c, row, &place);
    if (found == SQLITE_OK && c->place.block.lengths) {
        const uint8_t *e = c->place.block.lengths + place * 2;
        return e[0] | e[1] << 8;
    }
    if (found != SQLITE_OK && found != SQLITE_NOTFOUND) *status = found;
    double length = 0;
    for (int column = 0; *status == SQLITE_OK && column < c->text_columns; column++) {
        int size = 0;
        *status = api->xColumnSize(context, column, &size);
        length += size;
    }
    return length < 0xFFFF ? length : 0xFFFF;  // as a block holds it
}

// The score of a hit; negative when it holds none of the terms of which it must hold one.
static double score_of(
    const Fts5ExtensionApi *api, Fts5Context *context, csearch_collector *c, ranking *r, int64_t row, int *status
) {
    double length = length_of(api, context, c, row, status), score = 0;
    double norm = c->k1 * (1 - c->b + c->b * length / r->average_length);
    int held = 0;
    for (int phrase = 0; *status == SQLITE_OK && phrase < r->phrases;) {
        int term = term_of(c, phrase);
        double occurrences = 0;
        // The forms of a word stand one after the other in the expression, and count as one.
        do {
            Fts5PhraseIter at;
            int column, offset;
            if (term < 0) continue;
            *status = api->xPhraseFirst(context, phrase, &at, &column, &offset);
            for (; *status == SQLITE_OK && column >= 0; api->xPhraseNext(context, &at, &column, &offset))
                if (column < CSEARCH_COLUMNS) occurrences += c->weights[column];
        } while (++phrase < r->phrases && *status == SQLITE_OK && term_of(c, phrase) == term);
        if (occurrences > 0) {
            double weight = term_weight(api, context, c, r, term, status);
            score += weight * occurrences * (c->k1 + 1) / (occurrences + norm);
            held += term < c->asked_terms;
        }
    }
    if (c->asked_terms == 0) return score;
    return held == 0 ? -1 : score * (1 + c->together * held / c->asked_terms);
}

// Whether `a` stands behind `b` in the order of the answer.
static int is_worse(const csearch_collector *c, csearch_hit a, csearch_hit b) {
    if (a.score != b.score || a.row == b.row) return a.score < b.score;
    return c->is_behind ? c->is_behind(c->context, a.row, b.row) : a.row < b.row;
}

static void sift_down(const csearch_collector *c, size_t count, size_t i) {
    csearch_hit *heap = c->best;
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= count) return;
        if (child + 1 < count && is_worse(c, heap[child + 1], heap[child])) child++;
        if (!is_worse(c, heap[child], heap[i])) return;
        csearch_hit kept = heap[i];
        heap[i] = heap[child];
        heap[child] = kept;
        i = child;
    }
}

static void keep(csearch_collector *c, csearch_hit hit) {
    if (c->held < c->wanted) {
        size_t i = c->held++;
        while (i > 0 && is_worse(c, hit, c->best[(i - 1) / 2])) {
            c->best[i] = c->best[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        c->best[i] = hit;
    } else if (is_worse(c, c->best[0], hit)) {
        c->best[0] = hit;
        sift_down(c, c->held, 0);
    }
}

void csearch_sort(csearch_collector *c) {
    for (size_t count = c->held; count > 1; count--) {
        csearch_hit worst = c->best[0];
        c->best[0] = c->best[count - 1];
        c->best[count - 1] = worst;
        sift_down(c, count - 1, 0);
    }
}

static void collect(
    const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int count, sqlite3_value **arguments
) {
    csearch_collector *c = count == 1 ? sqlite3_value_pointer(arguments[0], CSEARCH_COLLECTOR) : NULL;
    if (!c) {
        sqlite3_result_error(result, "newsarchive_collect takes a collector", -1);
        return;
    }
    int status = SQLITE_OK;
    ranking *r = c->wanted > 0 ? ranking_of(api, context, c, &status) : NULL;
    int is_hit = status == SQLITE_OK;
    if (r) {
        csearch_hit hit = {.row = api->xRowid(context)};
        hit.score = score_of(api, context, c, r, hit.row, &status);
        csearch_hit after = {.row = c->after_row, .score = c->after_score};
        is_hit = hit.score >= 0;
        if (is_hit && (!c->has_after || is_worse(c, hit, after))) keep(c, hit);
    }
    if (is_hit) {
        c->count++;
        if (status == SQLITE_OK && c->counts) status = csearch_count_hit(c, api->xRowid(context));
    }
    if (status != SQLITE_OK) sqlite3_result_error_code(result, status);
    else sqlite3_result_int64(result, c->count);
}

static int create(void *unused, const char **arguments, int count, Fts5Tokenizer **made) {
    (void)unused;
    (void)arguments;
    (void)count;
    static int instance;  // the tokenizer holds no state: any address that is not NULL will do
    *made = (Fts5Tokenizer *)&instance;
    return SQLITE_OK;
}

static void delete(Fts5Tokenizer *tokenizer) { (void)tokenizer; }

static int tokenize(
    Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
    int (*receive)(void *, int, const char *, int, int, int)
) {
    (void)tokenizer;
    return csearch_tokenize(text, length, flags & FTS5_TOKENIZE_QUERY, context, receive);
}

void csearch_configure(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

int csearch_register(void *connection) {
    sqlite3 *db = connection;
    sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 1200, 200);  // Debian builds SQLite with none
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    int status = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL);
    if (status != SQLITE_OK) return status;
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
    status = sqlite3_finalize(statement);
    if (status != SQLITE_OK || !api) return status ? status : SQLITE_ERROR;
    fts5_tokenizer tokenizer = {create, delete, tokenize};
    status = api->xCreateTokenizer(api, "unicode61", NULL, &tokenizer, NULL);
    return status ? status : api->xCreateFunction(api, "newsarchive_collect", NULL, collect, NULL);
}

int csearch_run(void *statement, int parameter, csearch_collector *collector) {
    int status = sqlite3_bind_pointer(statement, parameter, collector, CSEARCH_COLLECTOR, NULL);
    while (status == SQLITE_OK || status == SQLITE_ROW) status = sqlite3_step(statement);
    int reset = sqlite3_reset(statement);
    return status == SQLITE_DONE ? SQLITE_OK : reset != SQLITE_OK ? reset : status;
}
