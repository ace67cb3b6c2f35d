// Values given to statements, and rows from one statement to another, as SQLite holds them.
#include <sqlite3.h>
#include "include/CSearch.h"

int csearch_copy_row(void *select, void *insert, const char *command, int64_t row) {
    sqlite3_stmt *from = select, *to = insert;
    int status = sqlite3_bind_int64(from, 1, row);
    if (status == SQLITE_OK) status = sqlite3_step(from);
    if (status == SQLITE_ROW) {
        int columns = sqlite3_column_count(from);
        status = command ? sqlite3_bind_text(to, 1, command, -1, SQLITE_STATIC) : sqlite3_bind_null(to, 1);
        if (status == SQLITE_OK) status = sqlite3_bind_int64(to, 2, row);
        for (int i = 0; i < columns && status == SQLITE_OK; i++)
            status = sqlite3_bind_value(to, i + 3, sqlite3_column_value(from, i));
    } else if (status == SQLITE_DONE) {
        status = SQLITE_NOTFOUND;
    }
    int reset = sqlite3_reset(from);  // what was bound is a copy, and must be written with no statement open
    if (status == SQLITE_OK) status = reset;
    if (status == SQLITE_OK) {
        status = sqlite3_step(to);
        reset = sqlite3_reset(to);
        status = status == SQLITE_DONE ? SQLITE_OK : reset != SQLITE_OK ? reset : status;
    }
    sqlite3_clear_bindings(to);
    return status;
}

int csearch_bind_null(void *statement, int place) { return sqlite3_bind_null(statement, place); }

int csearch_bind_number(void *statement, int place, int64_t number) {
    return sqlite3_bind_int64(statement, place, number);
}

int csearch_bind_text(void *statement, int place, const char *text, size_t size) {
    return sqlite3_bind_text64(statement, place, text ? text : "", size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

int csearch_bind_bytes(void *statement, int place, const void *bytes, size_t size) {
    return sqlite3_bind_blob64(statement, place, bytes ? bytes : "", size, SQLITE_TRANSIENT);
}

int csearch_execute(void *statement) {
    int status;
    do status = sqlite3_step(statement);
    while (status == SQLITE_ROW);
    int reset = sqlite3_reset(statement);
    return status == SQLITE_DONE ? SQLITE_OK : reset != SQLITE_OK ? reset : status;
}

const char *csearch_message(void *statement) { return sqlite3_errmsg(sqlite3_db_handle(statement)); }
