package dev.evergreen.persistence.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.storage.StorageException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says failures of the database in the words of the domain, by SQLSTATE (PostgreSQL manual, appendix A). */
public final class SqlFailures {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String READ_ONLY = "25006";
    private static final String DISK_FULL = "53100";

    private SqlFailures() {}

    /** The exception to throw instead of {@code failure}, which stays its cause. */
    public static RuntimeException translate(Exception failure) {
        SQLException sql = sqlException(failure);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        String said = said(failure, sql);
        if (state.equals(UNIQUE_VIOLATION)) {
            return problem(Problem.Kind.CONFLICT, "This is there already: " + said, failure);
        }
        if (state.equals(FOREIGN_KEY_VIOLATION)) {
            return problem(Problem.Kind.NOT_FOUND, "What this belongs to is not there: " + said, failure);
        }
        if (state.startsWith("22") || state.startsWith("23")) {
            return problem(Problem.Kind.INVALID, "The database refuses this value: " + said, failure);
        }
        if (state.equals(DISK_FULL)) {
            return new StorageException(
                    StorageException.Kind.FULL,
                    "No space is left on the database's device; make room and try again (" + said + ")",
                    failure);
        }
        if (state.equals(READ_ONLY)) {
            return new StorageException(
                    StorageException.Kind.READ_ONLY, "The database accepts no writes: " + said, failure);
        }
        return new StorageException(StorageException.Kind.UNAVAILABLE, "The database failed: " + said, failure);
    }

    private static ProblemException problem(Problem.Kind kind, String message, Exception cause) {
        return new ProblemException(List.of(new Problem(kind, "", message)), cause);
    }

    private static @Nullable SQLException sqlException(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** The server's own sentence and detail, without the statement, whose values may be private. */
    private static String said(Exception failure, @Nullable SQLException sql) {
        if (sql instanceof PSQLException server && server.getServerErrorMessage() != null) {
            ServerErrorMessage message = server.getServerErrorMessage();
            return message.getDetail() == null ? message.getMessage() : message.getDetail();
        }
        return String.valueOf(sql == null ? failure.getMessage() : sql.getMessage());
    }
}
