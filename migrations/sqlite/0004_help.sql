-- What a programme helps with and whose it is, and which programme a service belongs to and who may ask for it.

ALTER TABLE scheme ADD COLUMN state TEXT;
ALTER TABLE scheme ADD COLUMN kind TEXT NOT NULL DEFAULT 'programme';
ALTER TABLE scheme ADD COLUMN helps TEXT NOT NULL DEFAULT '{}';  -- JSON object: need, words of the row that say so
ALTER TABLE service ADD COLUMN scheme TEXT;
ALTER TABLE service ADD COLUMN asked_by TEXT NOT NULL DEFAULT '';
