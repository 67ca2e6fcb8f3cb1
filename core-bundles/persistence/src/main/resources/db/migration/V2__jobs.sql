-- Jobs: generation_jobs is the one truth; the scheduled_* tables only make it run.

CREATE TABLE generation_jobs (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    project_id UUID REFERENCES projects (id) ON DELETE CASCADE,
    parent_id UUID REFERENCES generation_jobs (id) ON DELETE CASCADE,
    -- In the order of submission, also within one transaction.
    position BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    queue VARCHAR(50) NOT NULL DEFAULT 'generation'
        CHECK (queue IN ('high_priority', 'generation', 'processing', 'export', 'notifications')),
    -- Names the handler; a string, never a class.
    job_type VARCHAR(50) NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    status VARCHAR(50) NOT NULL DEFAULT 'pending' CHECK (
        status IN ('waiting', 'pending', 'parked', 'running', 'succeeded', 'failed', 'cancelled', 'dead')),
    priority INTEGER NOT NULL DEFAULT 0,
    progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    stage TEXT NOT NULL DEFAULT '',
    input_data JSONB NOT NULL DEFAULT '{}',
    output_data JSONB NOT NULL DEFAULT '{}',
    error_message TEXT,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    max_attempts INTEGER NOT NULL DEFAULT 5 CHECK (max_attempts > 0),
    -- How often another node had to take it from a dead one.
    rescues INTEGER NOT NULL DEFAULT 0 CHECK (rescues >= 0),
    -- Rises with every begin; a write that carries an older one changes nothing.
    fence BIGINT NOT NULL DEFAULT 0 CHECK (fence >= 0),
    -- The node that runs it.
    node_id TEXT,
    run_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    deadline TIMESTAMPTZ,
    unique_key TEXT,
    cancel_requested BOOLEAN NOT NULL DEFAULT FALSE,
    correlation_id TEXT NOT NULL DEFAULT '',
    cost NUMERIC(18, 6) NOT NULL DEFAULT 0 CHECK (cost >= 0),
    cost_currency CHAR(3) NOT NULL DEFAULT 'USD',
    started_at TIMESTAMPTZ,
    completed_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_jobs_project_status ON generation_jobs (project_id, status);
CREATE INDEX idx_jobs_parent ON generation_jobs (parent_id, position);
CREATE INDEX idx_jobs_newest ON generation_jobs (created_at DESC, id DESC);
CREATE INDEX idx_jobs_correlation ON generation_jobs (correlation_id);
CREATE INDEX idx_jobs_open ON generation_jobs (queue, status, priority DESC, position)
    WHERE status IN ('waiting', 'pending', 'parked', 'running');
CREATE UNIQUE INDEX idx_jobs_unique_key ON generation_jobs (unique_key)
    WHERE status IN ('waiting', 'pending', 'parked', 'running');

CREATE TABLE job_dependencies (
    job_id UUID NOT NULL REFERENCES generation_jobs (id) ON DELETE CASCADE,
    depends_on UUID NOT NULL REFERENCES generation_jobs (id) ON DELETE CASCADE,
    PRIMARY KEY (job_id, depends_on),
    CHECK (job_id <> depends_on)
);
CREATE INDEX idx_job_dependencies_depends_on ON job_dependencies (depends_on);

CREATE TABLE job_queues (
    queue VARCHAR(50) PRIMARY KEY
        CHECK (queue IN ('high_priority', 'generation', 'processing', 'export', 'notifications')),
    paused BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
INSERT INTO job_queues (queue)
VALUES ('high_priority'), ('generation'), ('processing'), ('export'), ('notifications');

-- One table per queue in the layout of db-scheduler 16, so that a full queue never delays another one's polling.
CREATE TABLE scheduled_generation (
    task_name TEXT NOT NULL,
    task_instance TEXT NOT NULL,
    task_data BYTEA,
    execution_time TIMESTAMPTZ NOT NULL,
    picked BOOLEAN NOT NULL,
    picked_by TEXT,
    last_success TIMESTAMPTZ,
    last_failure TIMESTAMPTZ,
    consecutive_failures INTEGER,
    last_heartbeat TIMESTAMPTZ,
    version BIGINT NOT NULL,
    priority SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX idx_scheduled_generation_time ON scheduled_generation (execution_time);
CREATE INDEX idx_scheduled_generation_heartbeat ON scheduled_generation (last_heartbeat);
CREATE INDEX idx_scheduled_generation_priority ON scheduled_generation (priority DESC, execution_time);
CREATE TABLE scheduled_high_priority (LIKE scheduled_generation INCLUDING ALL);
CREATE TABLE scheduled_processing (LIKE scheduled_generation INCLUDING ALL);
CREATE TABLE scheduled_export (LIKE scheduled_generation INCLUDING ALL);
CREATE TABLE scheduled_notifications (LIKE scheduled_generation INCLUDING ALL);

CREATE TABLE notifications (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    project_id UUID REFERENCES projects (id) ON DELETE CASCADE,
    kind VARCHAR(50) NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    data JSONB NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    read_at TIMESTAMPTZ
);
CREATE INDEX idx_notifications_user ON notifications (user_id, created_at DESC);
CREATE INDEX idx_notifications_project_id ON notifications (project_id);
