-- Words of the trade in other languages: a JSON object by BCP 47 tag.
ALTER TABLE craft_term ADD COLUMN names TEXT NOT NULL DEFAULT '{}';
