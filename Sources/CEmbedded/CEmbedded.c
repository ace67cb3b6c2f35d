#include "CEmbedded.h"

// A file of Migrations/ becomes part of the binary here and in the list below; a test compares both with the folder.
static const char migration_0001[] = {
#embed "../../Migrations/0001_archive.sql"
    , 0};

static const char migration_0002[] = {
#embed "../../Migrations/0002_search.sql"
    , 0};

static const char migration_0003[] = {
#embed "../../Migrations/0003_entities.sql"
    , 0};

static const char migration_0004[] = {
#embed "../../Migrations/0004_checks.sql"
    , 0};

static const cembedded_file migrations[] = {
    {"0001_archive.sql", migration_0001, sizeof migration_0001 - 1},
    {"0002_search.sql", migration_0002, sizeof migration_0002 - 1},
    {"0003_entities.sql", migration_0003, sizeof migration_0003 - 1},
    {"0004_checks.sql", migration_0004, sizeof migration_0004 - 1},
};

static const char query_language[] = {
#embed "../newsarchive/query-language.md"
    , 0};

static const unsigned char entity_model[] = {
#embed "../NewsEntities/Model/entities.model"
};

static const unsigned char place_table[] = {
#embed "../NewsEntities/Model/places.table"
};

const void *cembedded_entity_model(size_t *length) {
    *length = sizeof entity_model;
    return entity_model;
}

const void *cembedded_place_table(size_t *length) {
    *length = sizeof place_table;
    return place_table;
}

const char *cembedded_query_language(void) { return query_language; }

size_t cembedded_migrations(const cembedded_file **files) {
    *files = migrations;
    return sizeof migrations / sizeof *migrations;
}
