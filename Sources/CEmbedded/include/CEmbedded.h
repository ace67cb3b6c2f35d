// Files of the project held in the binary.
#pragma once
#include <stddef.h>

// One file of Migrations/.
typedef struct {
    const char *name;  // without its folder: 0001_archive.sql
    const char *text;  // ends with NUL
    size_t length;     // without the NUL
} cembedded_file;

// The guide to the query language, ended by NUL.
const char *cembedded_query_language(void);

// The model that names are recognized with, see NewsEntities/Model.
const void *cembedded_entity_model(size_t *length);

// Places and their countries, see NewsEntities/Model.
const void *cembedded_place_table(size_t *length);

// The migrations in the order of their names; returns how many there are.
size_t cembedded_migrations(const cembedded_file **files);
