-- People, projects and what they contain.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS pgcrypto;

CREATE TABLE users (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    email VARCHAR(255) UNIQUE NOT NULL,
    name VARCHAR(255),
    avatar_url TEXT,
    subscription_tier VARCHAR(50),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE projects (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    title VARCHAR(255) NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    status VARCHAR(50) NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'producing', 'produced')),
    settings JSONB NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
    revision BIGINT NOT NULL DEFAULT 1 CHECK (revision > 0),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_projects_user_id ON projects (user_id);
CREATE INDEX idx_projects_user_changed ON projects (user_id, updated_at DESC, id DESC);

CREATE TABLE memberships (
    project_id UUID NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role VARCHAR(50) NOT NULL CHECK (role IN ('viewer', 'editor', 'admin', 'owner')),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (project_id, user_id)
);
CREATE INDEX idx_memberships_user_id ON memberships (user_id);

CREATE TABLE scripts (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    project_id UUID NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    format VARCHAR(50) NOT NULL CHECK (format IN ('fountain', 'fdx', 'markdown', 'text', 'srt')),
    file_name TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE (project_id, version)
);

CREATE TABLE scenes (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    project_id UUID NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    scene_key TEXT NOT NULL,
    scene_number INTEGER NOT NULL,
    title VARCHAR(255) NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    duration_seconds FLOAT CHECK (duration_seconds >= 0),
    script_content TEXT NOT NULL DEFAULT '',
    prompts JSONB NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE (project_id, scene_key)
);
CREATE INDEX idx_scenes_project_id ON scenes (project_id);

CREATE TABLE storyboard_frames (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    scene_id UUID NOT NULL REFERENCES scenes (id) ON DELETE CASCADE,
    shot_id TEXT NOT NULL,
    frame_number INTEGER NOT NULL,
    frame_type VARCHAR(50) NOT NULL CHECK (frame_type IN ('sketch', 'uploaded', 'ai_generated')),
    frame_data TEXT,
    shot_type VARCHAR(50) NOT NULL DEFAULT '',
    camera_angle VARCHAR(50) NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE (scene_id, shot_id)
);

CREATE TABLE assets (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    project_id UUID NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    scene_id UUID REFERENCES scenes (id) ON DELETE SET NULL,
    asset_type VARCHAR(50) NOT NULL CHECK (asset_type IN ('image', 'audio', 'video', 'text')),
    source_type VARCHAR(50) NOT NULL CHECK (source_type IN ('uploaded', 'generated')),
    -- blob:<digest> for what the node keeps.
    url TEXT NOT NULL,
    digest TEXT NOT NULL,
    media_type VARCHAR(255) NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    role VARCHAR(50) NOT NULL,
    metadata JSONB NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_assets_project_scene ON assets (project_id, scene_id);
CREATE INDEX idx_assets_scene_id ON assets (scene_id);
CREATE INDEX idx_assets_project_created ON assets (project_id, created_at DESC, id DESC);
CREATE INDEX idx_assets_project_role ON assets (project_id, role, created_at DESC, id DESC);
CREATE INDEX idx_assets_digest ON assets (digest);

-- The newest revision of a project's timeline; its row is what concurrent writers contend for.
CREATE TABLE timelines (
    project_id UUID PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL CHECK (revision > 0),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- JSON and not JSONB: equal snapshots must stay equal texts.
CREATE TABLE timeline_revisions (
    project_id UUID NOT NULL REFERENCES timelines (project_id) ON DELETE CASCADE,
    revision INTEGER NOT NULL CHECK (revision > 0),
    snapshot JSON NOT NULL,
    plan JSON NOT NULL,
    author TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (project_id, revision)
);

CREATE TABLE templates (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID REFERENCES users (id) ON DELETE CASCADE,
    title VARCHAR(255) NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    body JSONB NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(body) = 'object'),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_templates_user_id ON templates (user_id);
