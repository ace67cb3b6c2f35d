-- The same conditions in words that SQLite tells without a table of its own: for a list of more than two values it makes one
-- each time a row is written, which was four fifths of the instructions of writing a row of articles. What is stored does not
-- change, as SQLite asks of whoever edits the text of a CHECK ("ALTER TABLE", "Making Other Kinds Of Table Schema Changes").

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sql,
    'kind IN (''article'', ''summary'', ''live'', ''gallery'', ''video'')',
        'kind = ''article'' OR kind = ''summary'' OR kind = ''live'' OR kind = ''gallery'' OR kind = ''video'''),
    'language_source IN (''metadata'', ''given'', ''layout'', ''detected'')',
        'language_source = ''metadata'' OR language_source = ''given'' OR language_source = ''layout'' OR language_source = ''detected'''),
    'published_precision IN (''year'', ''month'', ''day'', ''minute'', ''second'')',
        'published_precision = ''year'' OR published_precision = ''month'' OR published_precision = ''day'' OR published_precision = ''minute'' OR published_precision = ''second'''),
    'published_zone IN (''printed'', ''page'', ''assumed'')',
        'published_zone = ''printed'' OR published_zone = ''page'' OR published_zone = ''assumed'''),
    'published_source IN (''page'', ''metadata'', ''url'')',
        'published_source = ''page'' OR published_source = ''metadata'' OR published_source = ''url'''),
    'modified_precision IN (''year'', ''month'', ''day'', ''minute'', ''second'')',
        'modified_precision = ''year'' OR modified_precision = ''month'' OR modified_precision = ''day'' OR modified_precision = ''minute'' OR modified_precision = ''second'''),
    'modified_zone IN (''printed'', ''page'', ''assumed'')',
        'modified_zone = ''printed'' OR modified_zone = ''page'' OR modified_zone = ''assumed'''),
    'modified_source IN (''page'', ''metadata'', ''url'')',
        'modified_source = ''page'' OR modified_source = ''metadata'' OR modified_source = ''url'''),
    'captured_precision IN (''year'', ''month'', ''day'', ''minute'', ''second'')',
        'captured_precision = ''year'' OR captured_precision = ''month'' OR captured_precision = ''day'' OR captured_precision = ''minute'' OR captured_precision = ''second'''),
    'captured_zone IN (''printed'', ''page'', ''assumed'')',
        'captured_zone = ''printed'' OR captured_zone = ''page'' OR captured_zone = ''assumed'''),
    'captured_source IN (''page'', ''metadata'', ''url'')',
        'captured_source = ''page'' OR captured_source = ''metadata'' OR captured_source = ''url''')
WHERE type = 'table' AND name = 'articles';

UPDATE sqlite_schema SET sql = replace(replace(sql,
    'format IN (''text'', ''html'', ''warc'', ''wacz'', ''feed'', ''jsonl'', ''csv'')',
        'format = ''text'' OR format = ''html'' OR format = ''warc'' OR format = ''wacz'' OR format = ''feed'' OR format = ''jsonl'' OR format = ''csv'''),
    'charset_source IN (''bom'', ''header'', ''meta'', ''valid'', ''detected'', ''fallback'')',
        'charset_source = ''bom'' OR charset_source = ''header'' OR charset_source = ''meta'' OR charset_source = ''valid'' OR charset_source = ''detected'' OR charset_source = ''fallback''')
WHERE type = 'table' AND name = 'captures';

UPDATE sqlite_schema SET sql = replace(sql,
    'kind IN (''person'', ''organization'', ''place'', ''other'')',
        'kind = ''person'' OR kind = ''organization'' OR kind = ''place'' OR kind = ''other''')
WHERE type = 'table' AND name = 'entities';

UPDATE sqlite_schema SET sql = replace(sql,
    'source IN (''text'', ''known'', ''decision'')',
        'source = ''text'' OR source = ''known'' OR source = ''decision''')
WHERE type = 'table' AND name = 'entity_aliases';

PRAGMA writable_schema = RESET;

-- Has other connections read the schema again.
CREATE TABLE schema_changed (version INTEGER) STRICT;
DROP TABLE schema_changed;
