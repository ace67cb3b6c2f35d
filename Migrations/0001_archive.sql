-- The archive: what was captured, what was read out of it, and the index that finds it again.
-- Times are whole seconds since 1970-01-01T00:00:00Z; the views show them as text.
-- Comments inside a CREATE statement are kept in every archive's own schema.

CREATE TABLE facts (
    -- What the file says of itself.
    name TEXT PRIMARY KEY NOT NULL,  -- 'tokenizer': the version of the tokens in the index
    value TEXT NOT NULL              -- its value
) STRICT, WITHOUT ROWID;

CREATE TABLE outlets (
    -- Who publishes.
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),  -- as the archive names it
    folded TEXT NOT NULL,                          -- the name without case, diacritics, quotes
    key_id INTEGER NOT NULL                        -- the first outlet with the same folded name; filter tokens use it
) STRICT;
CREATE INDEX outlets_by_folded ON outlets (folded);

CREATE TABLE sections (
    -- The parts of an outlet, as printed.
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),  -- as printed
    folded TEXT NOT NULL,                          -- the name without case, diacritics, quotes
    key_id INTEGER NOT NULL                        -- the first section with the same folded name
) STRICT;
CREATE INDEX sections_by_folded ON sections (folded);

CREATE TABLE storylines (
    -- Running topics that outlets keep.
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),  -- as printed
    folded TEXT NOT NULL,                          -- the name without case, diacritics, quotes
    key_id INTEGER NOT NULL                        -- the first storyline with the same folded name
) STRICT;
CREATE INDEX storylines_by_folded ON storylines (folded);

CREATE TABLE tags (
    -- Labels that outlets print with articles.
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),  -- as printed
    folded TEXT NOT NULL,                          -- the name without case, diacritics, quotes
    key_id INTEGER NOT NULL                        -- the first tag with the same folded name
) STRICT;
CREATE INDEX tags_by_folded ON tags (folded);

CREATE TABLE articles (
    -- Stories, normalized, read out of their captures.
    id INTEGER PRIMARY KEY AUTOINCREMENT,   -- stays the same for as long as the article is kept; never given again
    identity BLOB NOT NULL UNIQUE CHECK (length(identity) = 32),          -- SHA-256 of (outlet, canonical address), else of the content
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),         -- SHA-256 of the folded body; without an address as first read, and so part of the identity
    url TEXT,                               -- the address as given or found
    canonical_url TEXT,                     -- the address that identifies the story
    outlet_id INTEGER REFERENCES outlets (id),      -- who published it
    section_id INTEGER REFERENCES sections (id),    -- the outlet's section
    storyline_id INTEGER REFERENCES storylines (id),-- the outlet's running topic
    kind TEXT NOT NULL DEFAULT 'article' CHECK (kind IN ('article', 'summary', 'live', 'gallery', 'video')), -- what sort of story
    headline TEXT CHECK (headline <> ''),   -- as printed; NULL when the captures hold none
    headline_origin TEXT CHECK (headline_origin IN ('capture', 'metadata')), -- where the headline was read
    headline_key INTEGER,                   -- the first 8 bytes of the SHA-256 of the folded headline: related headlines find the article by it
    lead TEXT CHECK (lead <> ''),           -- the first sentence of the body
    standfirst TEXT CHECK (standfirst <> ''),  -- the summary between headline and body
    byline TEXT CHECK (byline <> ''),       -- the writers' line without its "By"
    authors TEXT CHECK (json_type(authors) = 'array'),  -- the names in the byline, a JSON array; NULL when none
    dateline TEXT CHECK (dateline <> ''),   -- the place at the opening of the body
    body TEXT NOT NULL,                     -- paragraphs separated by one empty line
    captions TEXT CHECK (json_type(captions) = 'array'), -- captions and credit lines, a JSON array; NULL when none
    word_count INTEGER NOT NULL CHECK (word_count >= 0), -- words of the body
    language TEXT CHECK (language <> ''),   -- ISO 639-1
    language_source TEXT CHECK (language_source IN ('metadata', 'given', 'layout', 'detected')), -- how it is known
    published_at INTEGER,                   -- when the outlet says it was published
    published_precision TEXT CHECK (published_precision IN ('year', 'month', 'day', 'minute', 'second')), -- smallest unit stated
    published_zone TEXT CHECK (published_zone IN ('printed', 'page', 'assumed')),      -- whose time zone it was read in
    published_source TEXT CHECK (published_source IN ('page', 'metadata', 'url')),     -- where it stood
    modified_at INTEGER,                    -- when the outlet says it was last changed
    modified_precision TEXT CHECK (modified_precision IN ('year', 'month', 'day', 'minute', 'second')), -- smallest unit stated
    modified_zone TEXT CHECK (modified_zone IN ('printed', 'page', 'assumed')),        -- whose time zone it was read in
    modified_source TEXT CHECK (modified_source IN ('page', 'metadata', 'url')),       -- where it stood
    captured_at INTEGER,                    -- when the capture that supplies the fields was made
    captured_precision TEXT CHECK (captured_precision IN ('year', 'month', 'day', 'minute', 'second')), -- smallest unit stated
    captured_zone TEXT CHECK (captured_zone IN ('printed', 'page', 'assumed')),        -- whose time zone it was read in
    captured_source TEXT CHECK (captured_source IN ('page', 'metadata', 'url')),       -- where it stood
    CHECK ((headline IS NULL) = (headline_origin IS NULL)),
    CHECK ((published_at IS NULL) = (published_source IS NULL)),
    CHECK ((modified_at IS NULL) = (modified_source IS NULL)),
    CHECK ((captured_at IS NULL) = (captured_source IS NULL))
) STRICT;
CREATE INDEX articles_by_address ON articles (canonical_url) WHERE canonical_url IS NOT NULL;
CREATE INDEX articles_by_headline ON articles (headline_key) WHERE headline_key IS NOT NULL;

CREATE TABLE ingest_runs (
    -- Each ingest that changed the archive or rejected something.
    id INTEGER PRIMARY KEY,
    started_at INTEGER NOT NULL,            -- when it began
    finished_at INTEGER,                    -- when it ended; NULL when it was cut off
    program TEXT NOT NULL,                  -- the version of newsarchive
    found INTEGER NOT NULL DEFAULT 0,       -- captures met
    archived INTEGER NOT NULL DEFAULT 0,    -- that became new articles
    updated INTEGER NOT NULL DEFAULT 0,     -- that changed an article or added a capture to it
    unchanged INTEGER NOT NULL DEFAULT 0,   -- that were archived already
    skipped INTEGER NOT NULL DEFAULT 0,     -- files in folders that are no articles by their kind
    rejected INTEGER NOT NULL DEFAULT 0     -- that could not be read
) STRICT;

CREATE TABLE rejections (
    -- Every input that an ingest could not read, and why.
    run_id INTEGER NOT NULL REFERENCES ingest_runs (id) ON DELETE CASCADE,  -- the ingest
    path TEXT NOT NULL,                     -- the file
    position TEXT,                          -- where in the file; NULL for the file itself
    reason TEXT NOT NULL                    -- what is wrong and what to do
) STRICT;
CREATE INDEX rejections_by_run ON rejections (run_id);

CREATE TABLE captures (
    -- Saved copies of pages. Of several of one article, the one with the greatest (captured_at, sha256) supplies its fields.
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the story it is a copy of
    run_id INTEGER REFERENCES ingest_runs (id) ON DELETE SET NULL,          -- the ingest that brought it
    key BLOB NOT NULL UNIQUE CHECK (length(key) = 32),      -- SHA-256 of the digest and of the address that was given with it
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),       -- SHA-256 of its bytes
    size INTEGER NOT NULL CHECK (size >= 0),                -- its bytes, counted before compression
    bytes BLOB,                                             -- its bytes, zstd; NULL when they were not kept
    path TEXT NOT NULL,                                     -- the file it was met in; the first by name when in several
    position TEXT,                                          -- where in the file; NULL when it is the whole file
    format TEXT NOT NULL CHECK (format IN ('text', 'html', 'warc', 'wacz', 'feed', 'jsonl', 'csv')), -- the form it is in
    charset TEXT NOT NULL,                                  -- the character set it was read in
    charset_source TEXT NOT NULL CHECK (charset_source IN ('bom', 'header', 'meta', 'valid', 'detected', 'fallback')), -- why that one
    layout TEXT NOT NULL,                                   -- the layout that read it
    captured_at INTEGER,                                    -- when it was made
    ingested_at INTEGER NOT NULL,                           -- when it came into the archive
    hints TEXT CHECK (json_type(hints) = 'object'),         -- what was known of it from outside, JSON; NULL when nothing
    notes TEXT CHECK (json_type(notes) = 'array'),          -- what a person should know of the reading, a JSON array; NULL when nothing
    dropped TEXT CHECK (json_type(dropped) = 'array')       -- the lines that went into no field: a JSON array of [line, text]
) STRICT;
CREATE INDEX captures_by_article ON captures (article_id);

CREATE TABLE article_tags (
    -- Which tags stand with which article.
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
    position INTEGER NOT NULL,                              -- the printed order, from 0
    tag_id INTEGER NOT NULL REFERENCES tags (id),           -- the tag
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE related_headlines (
    -- Which headlines are shown beside which article. related_view tells the article each resolves to.
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
    position INTEGER NOT NULL,                              -- the printed order, from 0
    headline TEXT NOT NULL CHECK (headline <> ''),          -- as printed
    url TEXT CHECK (url <> ''),                             -- the address it links to; NULL when unknown
    key INTEGER NOT NULL,                                   -- of the folded headline, compared with articles.headline_key
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX related_by_key ON related_headlines (key);

CREATE TABLE footnotes (
    -- Notes printed with articles.
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
    position INTEGER NOT NULL,                              -- the printed order, from 0
    marker TEXT NOT NULL CHECK (marker <> ''),              -- the sign that refers to it: *, **, [1]
    text TEXT NOT NULL,                                     -- the note without its marker
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE footnote_references (
    -- The places in a body that refer to a footnote.
    article_id INTEGER NOT NULL,                            -- the article
    position INTEGER NOT NULL,                              -- the footnote
    paragraph INTEGER NOT NULL CHECK (paragraph >= 1),      -- the paragraph, from 1
    scalar INTEGER NOT NULL CHECK (scalar >= 0),            -- where the marker stands in it, in Unicode scalars from 0
    PRIMARY KEY (article_id, position, paragraph, scalar),
    FOREIGN KEY (article_id, position) REFERENCES footnotes (article_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
    -- Persons, organizations and places that articles name.
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'other')), -- what sort of thing
    name TEXT NOT NULL CHECK (name <> ''),                  -- its name as shown
    folded TEXT NOT NULL,                                   -- the name without case, diacritics, quotes
    UNIQUE (kind, folded)
) STRICT;

CREATE TABLE entity_aliases (
    -- The names by which articles mention entities, the entity's own name among them.
    id INTEGER PRIMARY KEY,
    entity_id INTEGER NOT NULL REFERENCES entities (id),    -- the entity
    name TEXT NOT NULL CHECK (name <> ''),                  -- as printed
    folded TEXT NOT NULL,                                   -- the name without case, diacritics, quotes
    articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0), -- in how many articles it stands
    UNIQUE (entity_id, name)
) STRICT;
CREATE INDEX entity_aliases_by_folded ON entity_aliases (folded);

CREATE TABLE mentions (
    -- Every place where an article names an entity.
    -- The columns of the key stand first: integrity_check of SQLite 3.40 takes other columns before them for NULL.
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
    field INTEGER NOT NULL CHECK (field BETWEEN 0 AND 5),   -- 0 headline, 1 standfirst, 2 body, 3 tag, 4 related headline, 5 footnote
    item INTEGER NOT NULL CHECK (item >= 0),                -- the paragraph, tag, headline or footnote, from 0
    start INTEGER NOT NULL CHECK (start >= 0),              -- where in the item, in Unicode scalars from 0
    alias_id INTEGER NOT NULL REFERENCES entity_aliases (id), -- the name that stands there, and so the entity
    length INTEGER NOT NULL CHECK (length > 0),             -- how long, in Unicode scalars
    PRIMARY KEY (article_id, field, item, start, alias_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_entities (
    -- Which entities an article is found by: those named in headline, standfirst, body or tags.
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
    entity_id INTEGER NOT NULL REFERENCES entities (id),    -- the entity
    mentions INTEGER NOT NULL CHECK (mentions > 0),         -- how often it is named there
    PRIMARY KEY (article_id, entity_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE index_rows (
    -- Where articles stand in the index: in the order of the date shown, apart from their ids.
    -- A dated row is (days since 0000-01-01) << 22 | sequence; an undated one is the article's id - (1 << 40).
    row INTEGER PRIMARY KEY,                                -- the row of article_fts
    article_id INTEGER NOT NULL UNIQUE REFERENCES articles (id), -- the article
    shown_at INTEGER,                                       -- the date shown: published, else captured
    captured_at INTEGER,                                    -- as articles.captured_at, where a search need not read text
    modified_at INTEGER                                     -- as articles.modified_at
) STRICT;

CREATE TABLE index_lengths (
    -- Lengths of articles for ranking, packed; made anew at the end of an ingest, and left out where stale.
    block INTEGER PRIMARY KEY,                              -- row >> 27: the rows of 32 days
    lengths BLOB NOT NULL                                   -- by row: row & (1 << 27) - 1 in 4 bytes, words in 2, little endian
) STRICT;

CREATE VIEW article_index AS
    -- What the index holds of each article. article_fts is written from this view, and can be rebuilt from it.
    -- char(57345) (U+E001) stands between the items of a list, so that no phrase runs across two.
    -- Filters are words that no text can hold: char(57344) (U+E000), a letter, a number.
    SELECT
        r.row AS row,
        a.headline AS headline,
        a.standfirst AS standfirst,
        a.body AS body,
        (SELECT group_concat(name, ' ' || char(57345) || ' ') FROM (
            SELECT t.name AS name FROM article_tags AS at JOIN tags AS t ON t.id = at.tag_id
            WHERE at.article_id = a.id ORDER BY at.position)) AS tags,
        (SELECT name FROM sections WHERE id = a.section_id) AS section,
        a.byline AS byline,
        a.dateline AS dateline,
        (SELECT group_concat(headline, ' ' || char(57345) || ' ') FROM (
            SELECT rh.headline AS headline FROM related_headlines AS rh
            WHERE rh.article_id = a.id ORDER BY rh.position)) AS related,
        (SELECT group_concat(text, ' ' || char(57345) || ' ') FROM (
            SELECT text FROM footnotes WHERE article_id = a.id ORDER BY position)) AS footnotes,
        char(57344) || 'a '
            || coalesce(char(57344) || 'o' || (SELECT key_id FROM outlets WHERE id = a.outlet_id) || ' ', '')
            || coalesce(char(57344) || 's' || (SELECT key_id FROM sections WHERE id = a.section_id) || ' ', '')
            || coalesce(char(57344) || 'y' || (SELECT key_id FROM storylines WHERE id = a.storyline_id) || ' ', '')
            || coalesce(char(57344) || 'l' || a.language || ' ', '')
            || char(57344) || 'k' || a.kind || ' '
            || coalesce((SELECT group_concat(char(57344) || 't' || key_id, ' ') FROM (
                SELECT t.key_id AS key_id FROM article_tags AS at JOIN tags AS t ON t.id = at.tag_id
                WHERE at.article_id = a.id ORDER BY at.position)) || ' ' || char(57344) || 'htags ', '')
            || coalesce((SELECT group_concat(char(57344) || 'e' || entity_id, ' ') FROM (
                SELECT entity_id FROM article_entities WHERE article_id = a.id ORDER BY entity_id))
                || ' ' || char(57344) || 'hentities ', '')
            || iif(a.headline IS NULL, '', char(57344) || 'hheadline ')
            || iif(a.byline IS NULL, '', char(57344) || 'hbyline ')
            || iif(r.shown_at IS NULL, '', char(57344) || 'hdate ')
            || iif(a.published_at IS NULL, '', char(57344) || 'hpublished ')
            || iif(EXISTS (SELECT 1 FROM related_headlines WHERE article_id = a.id), char(57344) || 'hrelated ', '')
            || iif(EXISTS (SELECT 1 FROM footnotes WHERE article_id = a.id), char(57344) || 'hfootnotes ', '')
            AS filters
    FROM index_rows AS r JOIN articles AS a ON a.id = r.article_id;

CREATE VIRTUAL TABLE article_fts USING fts5 (
    headline, standfirst, body, tags, section, byline, dateline, related, footnotes, filters,
    content = 'article_index', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);

-- Measured over 20,000 articles of 436 words: 35 % less time to write than with the defaults of 4050 and 1048576.
INSERT INTO article_fts (article_fts, rank) VALUES ('pgsz', 8000);
INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 8388608);

CREATE VIEW article_view AS
    -- Articles to read: one row each, times as text.
    SELECT
        a.id AS id,
        coalesce(a.headline, a.lead) AS headline,
        coalesce(a.headline_origin, iif(a.lead IS NULL, NULL, 'lead')) AS headline_source,
        o.name AS outlet,
        s.name AS section,
        y.name AS storyline,
        a.byline AS byline,
        strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(a.published_at, a.captured_at), 'unixepoch') AS date,
        iif(a.published_at IS NOT NULL, 'published', iif(a.captured_at IS NOT NULL, 'captured', NULL)) AS date_source,
        strftime('%Y-%m-%dT%H:%M:%SZ', a.published_at, 'unixepoch') AS published_at,
        strftime('%Y-%m-%dT%H:%M:%SZ', a.modified_at, 'unixepoch') AS modified_at,
        strftime('%Y-%m-%dT%H:%M:%SZ', a.captured_at, 'unixepoch') AS captured_at,
        a.language AS language,
        a.kind AS kind,
        a.url AS url,
        (SELECT group_concat(name, '; ') FROM (
            SELECT t.name AS name FROM article_tags AS at JOIN tags AS t ON t.id = at.tag_id
            WHERE at.article_id = a.id ORDER BY at.position)) AS tags,
        a.word_count AS word_count,
        a.body AS body
    FROM articles AS a
    LEFT JOIN outlets AS o ON o.id = a.outlet_id
    LEFT JOIN sections AS s ON s.id = a.section_id
    LEFT JOIN storylines AS y ON y.id = a.storyline_id;

CREATE VIEW tag_view AS
    -- Tags of articles: one row for each tag of each article, in printed order.
    SELECT at.article_id AS article_id, at.position AS position, t.name AS tag
    FROM article_tags AS at JOIN tags AS t ON t.id = at.tag_id;

CREATE VIEW related_view AS
    -- Headlines shown beside articles, and the article each one is: the same folded headline; of several, one of the
    -- same outlet, then the nearest in time, then the least content hash. Nothing is stored, so nothing can be stale.
    SELECT
        rh.article_id AS article_id,
        rh.position AS position,
        rh.headline AS headline,
        rh.url AS url,
        rh.key AS key,
        (SELECT other.id FROM articles AS other JOIN articles AS own ON own.id = rh.article_id
            WHERE other.headline_key = rh.key AND other.id <> own.id
            ORDER BY other.outlet_id IS own.outlet_id DESC,
                coalesce(other.published_at, other.captured_at) - coalesce(own.published_at, own.captured_at) IS NULL,
                abs(coalesce(other.published_at, other.captured_at) - coalesce(own.published_at, own.captured_at)),
                other.content_hash
            LIMIT 1) AS resolved_id
    FROM related_headlines AS rh;

CREATE VIEW footnote_view AS
    -- Footnotes of articles with the number of places that refer to them.
    SELECT f.article_id AS article_id, f.position AS position, f.marker AS marker, f.text AS text,
        (SELECT count(*) FROM footnote_references AS r
            WHERE r.article_id = f.article_id AND r.position = f.position) AS reference_count
    FROM footnotes AS f;

CREATE VIEW entity_view AS
    -- Entities of articles: one row for each entity that an article is found by.
    SELECT ae.article_id AS article_id, e.id AS entity_id, e.name AS entity, e.kind AS kind, ae.mentions AS mentions
    FROM article_entities AS ae JOIN entities AS e ON e.id = ae.entity_id;

CREATE VIEW mention_view AS
    -- Every mention of an entity with the name that stands there.
    SELECT m.article_id AS article_id,
        CASE m.field WHEN 0 THEN 'headline' WHEN 1 THEN 'standfirst' WHEN 2 THEN 'body' WHEN 3 THEN 'tag'
            WHEN 4 THEN 'related' ELSE 'footnote' END AS field,
        m.item AS item, m.start AS start, m.length AS length,
        al.name AS surface, e.id AS entity_id, e.name AS entity, e.kind AS kind
    FROM mentions AS m JOIN entity_aliases AS al ON al.id = m.alias_id JOIN entities AS e ON e.id = al.entity_id;

CREATE VIEW capture_view AS
    -- Captures without their bytes, times as text.
    SELECT id, article_id, lower(hex(sha256)) AS sha256, size, path, position, format, charset, charset_source, layout,
        strftime('%Y-%m-%dT%H:%M:%SZ', captured_at, 'unixepoch') AS captured_at,
        strftime('%Y-%m-%dT%H:%M:%SZ', ingested_at, 'unixepoch') AS ingested_at,
        notes, bytes IS NOT NULL AS has_bytes
    FROM captures;
