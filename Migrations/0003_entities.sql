-- What people decide about entities and what follows from it, related entities, and by what entities were looked for.

CREATE TABLE entity_decisions (
    -- What people decided about entities, in order. Entities are told by name, so that it holds in any archive; what
    -- follows from it stands in the tables of entities and is made anew whenever a decision comes or goes.
    id INTEGER PRIMARY KEY AUTOINCREMENT,                   -- by which it is undone; never given again
    action TEXT NOT NULL CHECK (action IN ('alias', 'merge', 'split', 'rename', 'kind', 'reject')), -- what is to be done
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'other')), -- the kind of the entity
    name TEXT NOT NULL CHECK (name <> ''),                  -- its name
    other_kind TEXT CHECK (other_kind IN ('person', 'organization', 'place', 'other')), -- the kind of the second one
    other_name TEXT CHECK (other_name <> ''),               -- alias: the alias; merge: what becomes the entity; split, rename, kind: the new one
    alias TEXT CHECK (alias <> ''),                         -- split: the name whose mentions are another's
    query TEXT,                                             -- reject, split: only in articles that this finds
    decided_at INTEGER NOT NULL,                            -- when
    CHECK ((other_kind IS NULL) = (other_name IS NULL)),
    CHECK ((action = 'reject') = (other_name IS NULL))
) STRICT;

-- NULL: it is an entity of its own.
ALTER TABLE entities ADD COLUMN merged_into INTEGER REFERENCES entities (id);
-- 1: it is of an unclear kind and merged into the only entity of its name whose kind is clear; no one decided so.
ALTER TABLE entities ADD COLUMN is_guessed INTEGER NOT NULL DEFAULT 0 CHECK (is_guessed IN (0, 1));
ALTER TABLE entities ADD COLUMN is_rejected INTEGER NOT NULL DEFAULT 0 CHECK (is_rejected IN (0, 1));
-- 1: its name is spelled as decided, not as articles print it.
ALTER TABLE entities ADD COLUMN is_named INTEGER NOT NULL DEFAULT 0 CHECK (is_named IN (0, 1));
-- Some articles stand in article_entities with this entity instead, 0: with none; NULL: all stand there with it.
ALTER TABLE entities ADD COLUMN folded_into INTEGER;
CREATE INDEX entities_by_merged ON entities (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX entities_decided ON entities (id) WHERE is_rejected + is_named + (folded_into IS NOT NULL) > 0;
CREATE INDEX entities_by_folded ON entities (folded);

-- text: articles print it; known: everyone knows it; decision: people say so.
ALTER TABLE entity_aliases ADD COLUMN source TEXT NOT NULL DEFAULT 'text' CHECK (source IN ('text', 'known', 'decision'));
CREATE INDEX entity_aliases_decided ON entity_aliases (entity_id) WHERE source = 'decision';
-- The entity that is meant by this name, from entity_splits; NULL: entity_id.
ALTER TABLE entity_aliases ADD COLUMN split_into INTEGER REFERENCES entities (id);

CREATE TABLE entity_splits (
    -- Names by which articles mention an entity and that people say are another's.
    entity_id INTEGER NOT NULL REFERENCES entities (id),    -- the entity, as recognized
    folded TEXT NOT NULL,                                   -- the name without case, diacritics, quotes
    split_into INTEGER NOT NULL REFERENCES entities (id),   -- the other entity
    PRIMARY KEY (entity_id, folded)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity_exceptions (
    -- Articles in which an entity is another or none: those that the query of a decision found.
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,          -- the article
    entity_id INTEGER NOT NULL REFERENCES entities (id),                             -- the entity, as recognized
    decision_id INTEGER NOT NULL REFERENCES entity_decisions (id) ON DELETE CASCADE, -- who says so
    instead_id INTEGER REFERENCES entities (id),                                     -- the other; NULL for none
    PRIMARY KEY (article_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_exceptions_by_decision ON entity_exceptions (decision_id);

CREATE TABLE entity_relations (
    -- Entities that belong together and are not the same.
    entity_id INTEGER NOT NULL REFERENCES entities (id),    -- the entity
    relation TEXT NOT NULL CHECK (relation IN ('country')), -- what the other is to it: the country it lies in or is of
    other_id INTEGER NOT NULL REFERENCES entities (id),     -- the other
    PRIMARY KEY (entity_id, relation, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_relations_by_other ON entity_relations (other_id);

-- The version of what looked for its entities; NULL when nothing did.
ALTER TABLE articles ADD COLUMN recognizer INTEGER;
CREATE INDEX articles_by_recognizer ON articles (recognizer);

DROP VIEW entity_view;
CREATE VIEW entity_view AS
    -- Entities of articles: one row for each entity that an article is found by, as people decided.
    SELECT ae.article_id AS article_id, k.id AS entity_id, k.name AS entity, k.kind AS kind, sum(ae.mentions) AS mentions
    FROM article_entities AS ae JOIN entities AS e ON e.id = ae.entity_id
    JOIN entities AS k ON k.id = coalesce(e.merged_into, e.id)
    WHERE e.is_rejected = 0 GROUP BY ae.article_id, k.id;

DROP VIEW mention_view;
CREATE VIEW mention_view AS
    -- Every mention of an entity with the name that stands there; of what people rejected none.
    SELECT m.article_id AS article_id,
        CASE m.field WHEN 0 THEN 'headline' WHEN 1 THEN 'standfirst' WHEN 2 THEN 'body' WHEN 3 THEN 'tag'
            WHEN 4 THEN 'related' ELSE 'footnote' END AS field,
        m.item AS item, m.start AS start, m.length AS length,
        al.name AS surface, k.id AS entity_id, k.name AS entity, k.kind AS kind
    FROM mentions AS m JOIN entity_aliases AS al ON al.id = m.alias_id
    LEFT JOIN entity_exceptions AS x
        ON x.article_id = m.article_id AND x.entity_id = coalesce(al.split_into, al.entity_id)
    JOIN entities AS e ON e.id = iif(x.entity_id IS NULL, coalesce(al.split_into, al.entity_id), x.instead_id)
    JOIN entities AS k ON k.id = coalesce(e.merged_into, e.id)
    WHERE e.is_rejected = 0;

-- Entities of unclear kind are the only one of their name whose kind is clear, as UnclearKinds settles it from now on.
UPDATE entities AS e SET is_guessed = 1, merged_into = (
        SELECT c.id FROM entities AS c WHERE c.folded = e.folded AND c.kind <> 'other'
            AND EXISTS (SELECT 1 FROM entity_aliases WHERE entity_id = c.id AND articles > 0))
    WHERE e.kind = 'other' AND 1 = (
        SELECT count(*) FROM entities AS c WHERE c.folded = e.folded AND c.kind <> 'other'
            AND EXISTS (SELECT 1 FROM entity_aliases WHERE entity_id = c.id AND articles > 0));
