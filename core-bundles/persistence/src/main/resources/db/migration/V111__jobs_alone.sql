-- Lets the end of a job that nobody waits for be one statement. Set before its dependent can be seen, never taken back.
ALTER TABLE generation_jobs ADD COLUMN has_dependents BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE generation_jobs SET has_dependents = TRUE WHERE id IN (SELECT depends_on FROM job_dependencies);
