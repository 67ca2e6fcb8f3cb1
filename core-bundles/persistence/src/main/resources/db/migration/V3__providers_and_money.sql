-- Provider accounts, calls, the ledger and budgets. What was paid for may be removed; what was paid stays.

CREATE TABLE provider_accounts (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    plugin_id TEXT NOT NULL,
    name TEXT NOT NULL,
    enabled BOOLEAN NOT NULL DEFAULT TRUE,
    position INTEGER NOT NULL DEFAULT 0,
    settings JSONB NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE (plugin_id, name)
);

-- Keys that people typed in, sealed with a key that is not in the database.
CREATE TABLE secrets (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    sealed BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE provider_calls (
    id UUID PRIMARY KEY,
    project_id UUID REFERENCES projects (id) ON DELETE SET NULL,
    job_id UUID REFERENCES generation_jobs (id) ON DELETE SET NULL,
    correlation_id TEXT NOT NULL,
    capability VARCHAR(100) NOT NULL,
    plugin TEXT NOT NULL,
    account TEXT NOT NULL DEFAULT '',
    offer TEXT NOT NULL,
    state VARCHAR(50) NOT NULL CHECK (state IN ('intent', 'sent', 'pending', 'settled', 'released', 'unknown')),
    reserved NUMERIC(18, 6) NOT NULL CHECK (reserved >= 0),
    reserved_currency CHAR(3) NOT NULL,
    charged NUMERIC(18, 6) CHECK (charged >= 0),
    charged_currency CHAR(3),
    checkpoint TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CHECK ((charged IS NULL) = (charged_currency IS NULL))
);
CREATE INDEX idx_provider_calls_correlation ON provider_calls (correlation_id, created_at);
CREATE INDEX idx_provider_calls_project_id ON provider_calls (project_id);
CREATE INDEX idx_provider_calls_job_id ON provider_calls (job_id);
CREATE INDEX idx_provider_calls_open ON provider_calls (created_at)
    WHERE state IN ('intent', 'sent', 'pending', 'unknown');

-- No foreign key on the project: the ledger outlives it.
CREATE TABLE ledger_entries (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    position BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    call_id UUID NOT NULL REFERENCES provider_calls (id) ON DELETE RESTRICT,
    project_id UUID,
    kind VARCHAR(50) NOT NULL CHECK (kind IN ('reserve', 'settle', 'release', 'reconcile')),
    amount NUMERIC(18, 6) NOT NULL,
    currency CHAR(3) NOT NULL,
    at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_ledger_entries_call_id ON ledger_entries (call_id);
CREATE INDEX idx_ledger_entries_project_id ON ledger_entries (project_id, at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation', HINT = 'Add a correcting row instead.';
END $$;

CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A hard cap. Without project it is about everything the node buys. What is reserved counts as spent until released.
CREATE TABLE budgets (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    project_id UUID REFERENCES projects (id) ON DELETE CASCADE,
    period VARCHAR(50) NOT NULL DEFAULT 'total' CHECK (period IN ('total', 'month', 'day')),
    currency CHAR(3) NOT NULL DEFAULT 'USD',
    limit_amount NUMERIC(18, 6) NOT NULL CHECK (limit_amount >= 0),
    reserved NUMERIC(18, 6) NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    spent NUMERIC(18, 6) NOT NULL DEFAULT 0 CHECK (spent >= 0),
    -- When the period began that spent is about.
    period_start TIMESTAMPTZ NOT NULL DEFAULT now(),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (project_id, period, currency)
);

CREATE TABLE budget_reservations (
    call_id UUID NOT NULL REFERENCES provider_calls (id) ON DELETE CASCADE,
    budget_id UUID NOT NULL REFERENCES budgets (id) ON DELETE CASCADE,
    amount NUMERIC(18, 6) NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (call_id, budget_id)
);
CREATE INDEX idx_budget_reservations_budget_id ON budget_reservations (budget_id);

-- JSON and not JSONB: a result read again must be the very text that was stored.
CREATE TABLE result_cache (
    key TEXT PRIMARY KEY,
    result JSON NOT NULL,
    plugin TEXT NOT NULL,
    offer TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX idx_result_cache_expires_at ON result_cache (expires_at);
