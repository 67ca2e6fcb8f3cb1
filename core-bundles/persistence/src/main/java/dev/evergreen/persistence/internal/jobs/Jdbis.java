package dev.evergreen.persistence.internal.jobs;

import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** How the jobs' repositories talk to the database. */
final class Jdbis {
    private Jdbis() {}

    static Jdbi over(DataSource dataSource) {
        return Jdbi.create(dataSource).registerArrayType(String.class, "text").registerArrayType(UUID.class, "uuid");
    }
}
