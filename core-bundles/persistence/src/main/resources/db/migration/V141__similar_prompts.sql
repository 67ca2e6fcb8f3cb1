-- The words that results were asked with, so that callers who allow it are answered by the result of a similar prompt. Alike are only
-- requests of one scope; what a scope holds is an hour's results, which need no index over their trigrams.
ALTER TABLE result_cache ADD COLUMN scope TEXT;
ALTER TABLE result_cache ADD COLUMN words TEXT;
ALTER TABLE result_cache ADD COLUMN prompt TEXT;
CREATE INDEX idx_result_cache_scope ON result_cache (scope) WHERE scope IS NOT NULL;
