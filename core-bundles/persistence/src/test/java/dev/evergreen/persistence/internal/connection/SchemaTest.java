package dev.evergreen.persistence.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares the catalogue of the migrated database with the tables as they were designed. */
final class SchemaTest {
    private final Database database = TestDatabase.open().database();

    @Test
    void hasEveryTableColumnDefaultAndIndexOfTheDesign() throws IOException {
        String design = resource("core-tables.sql");
        database.with(handle -> handle.execute("DROP SCHEMA IF EXISTS design CASCADE"));
        database.inTransaction(handle -> {
            handle.execute("CREATE SCHEMA design");
            handle.execute("SET LOCAL search_path = design");
            return handle.createScript(design).execute();
        });
        Map<String, String> designed = columns("design");
        Map<String, String> migrated = columns("public");
        List<String> differences = new ArrayList<>();
        designed.forEach((column, definition) -> {
            if (!definition.equals(migrated.get(column))) {
                differences.add(column + " is " + migrated.get(column) + " and was designed as " + definition);
            }
        });
        assertEquals(List.of(), differences);
        assertEquals(52, designed.size(), "the design's columns were all read");

        Map<String, String> designedIndexes = indexes("design");
        Map<String, String> migratedIndexes = indexes("public");
        assertEquals(
                new TreeSet<>(List.of(
                        "idx_assets_project_scene",
                        "idx_jobs_project_status",
                        "idx_projects_user_id",
                        "idx_scenes_project_id")),
                new TreeSet<>(designedIndexes.keySet()));
        designedIndexes.forEach((name, definition) -> assertEquals(definition, migratedIndexes.get(name), name));
    }

    @Test
    void hasTheTablesThatTheDesignLeftOpen() {
        List<String> tables = database.with(handle -> handle.createQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .mapTo(String.class)
                .list());
        assertTrue(
                tables.containsAll(List.of(
                        "memberships",
                        "scripts",
                        "timelines",
                        "timeline_revisions",
                        "sessions",
                        "api_keys",
                        "provider_accounts",
                        "secrets",
                        "provider_calls",
                        "ledger_entries",
                        "budgets",
                        "budget_reservations",
                        "result_cache",
                        "audit_log",
                        "templates",
                        "plugins",
                        "job_dependencies",
                        "job_queues",
                        "notifications")),
                tables.toString());
    }

    @Test
    void everyForeignKeySaysWhatADeletionDoesAndIsIndexed() {
        List<String> silent = database.with(handle -> handle.createQuery("SELECT conrelid::regclass || '.' || conname"
                        + " FROM pg_constraint WHERE contype = 'f' AND confdeltype = 'a'"
                        + " AND connamespace = 'public'::regnamespace")
                .mapTo(String.class)
                .list());
        assertEquals(List.of(), silent);
        List<String> withoutIndex = database.with(handle -> handle.createQuery(
                        "SELECT c.conrelid::regclass || '.' || c.conname FROM pg_constraint c WHERE c.contype = 'f'"
                                + " AND c.connamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_index i"
                                + " WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])")
                .mapTo(String.class)
                .list());
        assertEquals(List.of(), withoutIndex, "deleting a parent would scan the whole child table");
    }

    @Test
    void everyTimeKnowsItsZone() {
        List<String> naive = database.with(handle -> handle.createQuery("SELECT table_name || '.' || column_name"
                        + " FROM information_schema.columns WHERE table_schema = 'public'"
                        + " AND data_type = 'timestamp without time zone' AND table_name <> 'flyway_schema_history'")
                .mapTo(String.class)
                .list());
        assertEquals(List.of(), naive);
    }

    @Test
    void enumerationsAreChecked() {
        assertEquals("sketch,uploaded,ai_generated", words("storyboard_frames", "frame_type"));
        assertEquals("image,audio,video,text", words("assets", "asset_type"));
        assertEquals("uploaded,generated", words("assets", "source_type"));
        assertEquals("draft,producing,produced", words("projects", "status"));
        assertEquals("viewer,editor,admin,owner", words("memberships", "role"));
        assertEquals(
                "waiting,pending,parked,running,succeeded,failed,cancelled,dead", words("generation_jobs", "status"));
    }

    @Test
    void migratingAgainChangesNothing() {
        int before = count("flyway_schema_history");
        OpenDatabase.open(TestDatabase.endpoint(), 4).close();
        assertEquals(before, count("flyway_schema_history"));
    }

    @Test
    void aSchemaOfANewerVersionIsAccepted() {
        database.with(
                handle -> handle.execute("INSERT INTO flyway_schema_history (installed_rank, version, description,"
                        + " type, script, checksum, installed_by, execution_time, success) VALUES (99999, '99999', 'later', 'SQL',"
                        + " 'V99999__later.sql', 1, 'test', 1, true)"));
        try {
            OpenDatabase.open(TestDatabase.endpoint(), 4).close();
        } finally {
            database.with(handle -> handle.execute("DELETE FROM flyway_schema_history WHERE installed_rank = 99999"));
        }
        assertTrue(count("users") >= 0, "still usable");
    }

    private int count(String table) {
        return database.with(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Integer.class)
                .one());
    }

    /** Type and default by table and column; times gained their zone, and what was optional may be required. */
    private Map<String, String> columns(String schema) {
        Map<String, String> columns = new TreeMap<>();
        database.with(handle -> handle.createQuery("SELECT table_name || '.' || column_name AS name,"
                        + " replace(data_type, 'without time zone', 'with time zone')"
                        + " || coalesce('(' || character_maximum_length || ')', '')"
                        + " || coalesce(' default ' || column_default, '') AS definition"
                        + " FROM information_schema.columns WHERE table_schema = :schema")
                .bind("schema", schema)
                .map((row, context) -> columns.put(row.getString("name"), row.getString("definition")))
                .list());
        if (schema.equals("public")) {
            // Defaults that the design does not have are additions, not changes.
            Map<String, String> designed = columns("design");
            columns.replaceAll((name, definition) -> {
                String wanted = designed.getOrDefault(name, definition);
                return !wanted.contains(" default ") && definition.startsWith(wanted + " default ")
                        ? wanted
                        : definition;
            });
        }
        return columns;
    }

    private Map<String, String> indexes(String schema) {
        Map<String, String> indexes = new TreeMap<>();
        database.with(
                handle -> handle.createQuery("SELECT indexname, replace(indexdef, :schema || '.', '') AS definition"
                                + " FROM pg_indexes WHERE schemaname = :schema AND indexname LIKE 'idx\\_%'")
                        .bind("schema", schema)
                        .map((row, context) -> indexes.put(row.getString("indexname"), row.getString("definition")))
                        .list());
        return indexes;
    }

    /** The words of the CHECK on a column, in their order. */
    private String words(String table, String column) {
        return database.with(handle -> handle.createQuery("SELECT (SELECT string_agg(word[1], ',') FROM regexp_matches("
                        + "pg_get_constraintdef(c.oid), '''([a-z_]+)''', 'g') AS word) FROM pg_constraint c"
                        + " WHERE c.conrelid = CAST(:table AS regclass) AND c.contype = 'c' AND c.conkey ="
                        + " ARRAY[(SELECT attnum FROM pg_attribute WHERE attrelid = CAST(:table AS regclass)"
                        + " AND attname = :column)]")
                .bind("table", table)
                .bind("column", column)
                .mapTo(String.class)
                .one());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
