package dev.evergreen.persistence.internal.access;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.access.PersonRepository;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Rows;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People in {@code users}. */
@Component
public final class JdbiPersonRepository implements PersonRepository {
    private static final RowMapper<Person> PERSON =
            (row, context) -> new Person(Rows.id(row, "id"), row.getString("email"), Rows.text(row, "name"));

    private final Database database;

    @Activate
    public JdbiPersonRepository(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<Person> find(UUID id) {
        return database.with(handle -> handle.createQuery("SELECT id, email, name FROM users WHERE id = :id")
                .bind("id", id)
                .map(PERSON)
                .findOne());
    }

    @Override
    public Optional<Person> findByEmail(String email) {
        return database.with(handle -> handle.createQuery("SELECT id, email, name FROM users WHERE email = :email")
                .bind("email", email)
                .map(PERSON)
                .findOne());
    }

    @Override
    public Person addIfAbsent(Person person) {
        return database.inTransaction(handle -> {
            // The useless update makes the row that is already there come back, also when it has only just been
            // committed.
            return handle.createQuery("INSERT INTO users (id, email, name) VALUES (:id, :email, :name)"
                            + " ON CONFLICT (email) DO UPDATE SET email = users.email RETURNING id, email, name")
                    .bind("id", person.id())
                    .bind("email", person.email())
                    .bind("name", person.name())
                    .map(PERSON)
                    .one();
        });
    }
}
