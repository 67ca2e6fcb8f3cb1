-- What operators see of the nodes and of what is submitted by the clock.

ALTER TABLE job_workers
    -- Jobs at a time of each queue that it works on, and the rates it was configured with.
    ADD COLUMN share JSONB NOT NULL DEFAULT '{}',
    ADD COLUMN since TIMESTAMPTZ NOT NULL DEFAULT now();

ALTER TABLE job_schedules ADD COLUMN fired_at TIMESTAMPTZ;
