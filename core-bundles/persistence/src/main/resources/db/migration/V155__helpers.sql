-- Steps that only help a job which rests meanwhile: how they end is no part of how it ends, and they end with it.
ALTER TABLE generation_jobs ADD COLUMN helper BOOLEAN NOT NULL DEFAULT FALSE CHECK (NOT helper OR parent_id IS NOT NULL);
