-- How often kinds of jobs may begin, and what is submitted by the clock.

CREATE TABLE job_rates (
    -- Names the handler, as in generation_jobs.
    kind VARCHAR(50) PRIMARY KEY,
    -- When the next begin would be on time; it may come earlier by a period.
    next_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE job_schedules (
    name TEXT PRIMARY KEY,
    -- As configured; another one means that next_at is worked out anew.
    expression TEXT NOT NULL,
    next_at TIMESTAMPTZ NOT NULL
);

-- Jobs whose node has died while it ran them are handed out one at a time.
CREATE INDEX idx_jobs_suspects ON generation_jobs (queue, rank)
    WHERE status IN ('pending', 'parked') AND (crashes > 0 OR rescues > 0);

CREATE INDEX idx_jobs_dead ON generation_jobs (queue) WHERE status = 'dead';
