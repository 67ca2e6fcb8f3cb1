-- Whom to tell outside the studio, and of which ended jobs that is still to be done.

CREATE TABLE notification_addresses (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    channel VARCHAR(50) NOT NULL CHECK (channel IN ('email', 'webhook')),
    target TEXT NOT NULL,
    -- A reference; the secret itself is sealed.
    secret TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE (user_id, channel, target)
);

ALTER TABLE generation_jobs ADD COLUMN announced BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE generation_jobs SET announced = TRUE WHERE completed_at IS NOT NULL;
CREATE INDEX idx_jobs_unannounced ON generation_jobs (completed_at)
    WHERE NOT announced AND parent_id IS NULL AND project_id IS NOT NULL AND status IN ('succeeded', 'failed', 'dead');
