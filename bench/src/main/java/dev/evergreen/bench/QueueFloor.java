package dev.evergreen.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The least that a queue on PostgreSQL does, by hand: the same rows and indexes, and nothing but the statements. */
final class QueueFloor {
    private static final int CLAIMED_AT_ONCE = 16;
    private static final String INSERT = "INSERT INTO floor_jobs (id, root_id, queue, job_type, title, status, rank)"
            + " VALUES (?, ?, 'generation', 'nothing', 'Do nothing', 'pending', now())";
    private static final String CLAIM =
            "UPDATE floor_jobs j SET status = 'running', fence = fence + 1, attempts = attempts + 1,"
                    + " started_at = now() FROM (SELECT id FROM floor_jobs WHERE queue = 'generation' AND status IN ('pending', 'parked')"
                    + " ORDER BY rank LIMIT " + CLAIMED_AT_ONCE
                    + " FOR UPDATE SKIP LOCKED) due WHERE j.id = due.id RETURNING j.id";
    private static final String END =
            "UPDATE floor_jobs SET status = 'succeeded', progress = 100, completed_at = now() WHERE id = ?";

    private final DataSource database;

    QueueFloor(DataSource database) throws SQLException {
        this.database = database;
        execute("CREATE TABLE floor_jobs (LIKE generation_jobs INCLUDING ALL)");
    }

    void empty() throws SQLException {
        execute("DELETE FROM floor_jobs");
        execute("VACUUM ANALYZE floor_jobs");
    }

    double insertOneByOne(int count) throws InterruptedException {
        return QueueNode.Threads.rate(QueueNode.THREADS, count, thread -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                bind(insert);
                insert.executeUpdate();
            }
        });
    }

    double insertInBatches(int count) throws InterruptedException {
        return QueueNode.BATCH
                * QueueNode.Threads.rate(QueueNode.THREADS, count / QueueNode.BATCH, thread -> {
                    try (Connection connection = database.getConnection();
                            PreparedStatement insert = connection.prepareStatement(INSERT)) {
                        connection.setAutoCommit(false);
                        for (int i = 0; i < QueueNode.BATCH; i++) {
                            bind(insert);
                            insert.addBatch();
                        }
                        insert.executeBatch();
                        connection.commit();
                        connection.setAutoCommit(true);
                    }
                });
    }

    /** Ends a second of threads that claim several at once and end each by itself. */
    double claimAll(int count) throws InterruptedException {
        long from = System.nanoTime();
        AtomicInteger ended = new AtomicInteger();
        QueueNode.Threads.rate(QueueNode.THREADS, QueueNode.THREADS, thread -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement claim = connection.prepareStatement(CLAIM);
                    PreparedStatement end = connection.prepareStatement(END)) {
                for (List<UUID> claimed = claim(claim); !claimed.isEmpty(); claimed = claim(claim)) {
                    for (UUID id : claimed) {
                        end.setObject(1, id);
                        end.executeUpdate();
                        ended.incrementAndGet();
                    }
                }
            }
        });
        if (ended.get() != count) {
            throw new IllegalStateException(ended + " of " + count + " ended");
        }
        return count / ((System.nanoTime() - from) / 1e9);
    }

    private static List<UUID> claim(PreparedStatement claim) throws SQLException {
        List<UUID> claimed = new ArrayList<>();
        try (ResultSet rows = claim.executeQuery()) {
            while (rows.next()) {
                claimed.add(rows.getObject(1, UUID.class));
            }
        }
        return claimed;
    }

    private static void bind(PreparedStatement insert) throws SQLException {
        UUID id = UUID.randomUUID();
        insert.setObject(1, id);
        insert.setObject(2, id);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
