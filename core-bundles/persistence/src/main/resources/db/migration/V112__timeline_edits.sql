-- What an edit did, so that it can be undone after a restart and rebased on what others did; null for assembling and for older revisions.
ALTER TABLE timeline_revisions ADD COLUMN edit JSON;
