-- Budgets by account, project and person; calls say until when they may run and for whom. A node of the release before goes on:
-- what it does not know has a default, and it takes a narrower budget for a wider one, never the other way round.

ALTER TABLE provider_calls
    -- No foreign key: what was paid for somebody stays when that person goes.
    ADD COLUMN person_id UUID,
    ADD COLUMN deadline TIMESTAMPTZ NOT NULL DEFAULT now() + interval '1 hour';
CREATE INDEX idx_provider_calls_overdue ON provider_calls (deadline) WHERE state IN ('intent', 'sent', 'pending');
CREATE INDEX idx_provider_calls_unknown ON provider_calls (created_at) WHERE state = 'unknown';

ALTER TABLE budgets
    ADD COLUMN person_id UUID REFERENCES users (id) ON DELETE CASCADE,
    ADD COLUMN plugin TEXT,
    ADD COLUMN account TEXT,
    ADD CHECK (account IS NULL OR plugin IS NOT NULL),
    DROP CONSTRAINT budgets_project_id_period_currency_key,
    ADD CONSTRAINT budgets_scope_period_currency_key
        UNIQUE NULLS NOT DISTINCT (project_id, person_id, plugin, account, period, currency);
CREATE INDEX idx_budgets_person_id ON budgets (person_id);

CREATE INDEX idx_ledger_entries_spent ON ledger_entries (at) WHERE kind IN ('settle', 'reconcile');
