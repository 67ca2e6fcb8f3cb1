-- Workers claim the rows of generation_jobs themselves (docs/decisions/jobs-engine.md): what the claims and the graph need.

DROP TABLE scheduled_generation, scheduled_high_priority, scheduled_processing, scheduled_export, scheduled_notifications;

ALTER TABLE generation_jobs
    -- The topmost job of the tree; changes of one tree follow each other by its advisory lock.
    ADD COLUMN root_id UUID NOT NULL,
    -- The order of the queue: when the job became due, earlier for every point of priority. So waiting is worth priority.
    ADD COLUMN rank TIMESTAMPTZ NOT NULL DEFAULT now(),
    -- Its share of the parent's progress.
    ADD COLUMN weight INTEGER NOT NULL DEFAULT 1 CHECK (weight > 0),
    -- Who has claimed it; see job_workers.
    ADD COLUMN worker UUID,
    -- Its own work is done; it ends with its last open step.
    ADD COLUMN worked BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN open_steps INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN open_dependencies INTEGER NOT NULL DEFAULT 0,
    -- How often its node died and came back while it ran.
    ADD COLUMN crashes INTEGER NOT NULL DEFAULT 0 CHECK (crashes >= 0);

DROP INDEX idx_jobs_open;
DROP INDEX idx_jobs_newest;
CREATE INDEX idx_jobs_due ON generation_jobs (queue, rank) WHERE status IN ('pending', 'parked');
CREATE UNIQUE INDEX idx_jobs_position ON generation_jobs (position);
CREATE INDEX idx_jobs_running ON generation_jobs (worker) WHERE status = 'running';
CREATE INDEX idx_jobs_deadline ON generation_jobs (deadline)
    WHERE deadline IS NOT NULL AND status IN ('waiting', 'pending', 'parked', 'running');
CREATE INDEX idx_jobs_ended ON generation_jobs (completed_at) WHERE completed_at IS NOT NULL;

-- One row for each start of a node; a silent one has lost what it claimed.
CREATE TABLE job_workers (
    id UUID PRIMARY KEY,
    node TEXT NOT NULL,
    heartbeat_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Claims and progress change a row several times; room on its page keeps these updates out of the indexes.
ALTER TABLE generation_jobs SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
