package dev.evergreen.persistence.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.access.Person;
import dev.evergreen.persistence.internal.Samples;
import dev.evergreen.persistence.internal.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class PersonRepositoryTest {
    private final JdbiPersonRepository people =
            new JdbiPersonRepository(TestDatabase.open().database());

    @Test
    void findsByIdAndAddress() {
        Person person = Samples.person();
        assertEquals(Optional.of(person), people.find(person.id()));
        assertEquals(Optional.of(person), people.findByEmail(person.email()));
        assertEquals(Optional.empty(), people.find(Samples.id()));
        assertEquals(Optional.empty(), people.findByEmail("nobody@example.org"));
    }

    @Test
    void oneAddressIsOnePersonAlsoWhenManyAddItAtOnce() throws Exception {
        String email = Samples.id() + "@example.org";
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Person>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Person person = new Person(Samples.id(), email, "Ada");
                calls.add(() -> people.addIfAbsent(person));
            }
            Set<UUID> ids = new HashSet<>();
            for (Future<Person> added : pool.invokeAll(calls)) {
                ids.add(added.get().id());
            }
            assertEquals(1, ids.size());
            assertEquals(
                    Optional.of(ids.iterator().next()),
                    people.findByEmail(email).map(Person::id));
        } finally {
            pool.shutdownNow();
        }
    }
}
