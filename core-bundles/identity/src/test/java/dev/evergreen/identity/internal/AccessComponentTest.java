package dev.evergreen.identity.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.access.PersonRepository;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessComponentTest {
    private final People people = new People();
    private final OneProject projects = new OneProject();
    private final AccessComponent access = new AccessComponent(people, projects);

    @Test
    void the_owner_is_made_once_and_found_again_by_another_start() {
        Person first = access.localOwner();
        Person again = access.localOwner();
        Person afterRestart = new AccessComponent(people, projects).localOwner();

        assertEquals(first, again);
        assertEquals(first, afterRestart);
        assertEquals(1, people.byEmail.size());
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void the_owner_may_do_everything_on_the_node_and_in_an_own_project(Action action) {
        Person owner = access.localOwner();
        projects.ownerId = owner.id();

        assertDoesNotThrow(() -> access.require(owner, action, Optional.empty()));
        assertDoesNotThrow(() -> access.require(owner, action, Optional.of(projects.id)));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void somebody_else_may_do_nothing_on_the_node(Action action) {
        Person stranger = new Person(UUID.randomUUID(), "stranger@example.org", "Stranger");

        ProblemException refused =
                assertThrows(ProblemException.class, () -> access.require(stranger, action, Optional.empty()));

        assertEquals(Problem.Kind.FORBIDDEN, refused.kind());
        assertTrue(refused.getMessage().contains("Stranger"), refused.getMessage());
    }

    @Test
    void a_project_of_somebody_else_looks_like_one_that_is_not_there() {
        Person owner = access.localOwner();
        projects.ownerId = UUID.randomUUID();

        String foreign = assertThrows(
                        ProblemException.class, () -> access.require(owner, Action.VIEW, Optional.of(projects.id)))
                .getMessage();
        UUID missing = UUID.randomUUID();
        ProblemException absent =
                assertThrows(ProblemException.class, () -> access.require(owner, Action.VIEW, Optional.of(missing)));

        assertEquals(Problem.Kind.NOT_FOUND, absent.kind());
        assertEquals(foreign.replace(projects.id.toString(), missing.toString()), absent.getMessage());
    }

    private static final class People implements PersonRepository {
        final Map<String, Person> byEmail = new HashMap<>();

        @Override
        public Optional<Person> find(UUID id) {
            return byEmail.values().stream()
                    .filter(person -> person.id().equals(id))
                    .findFirst();
        }

        @Override
        public Optional<Person> findByEmail(String email) {
            return Optional.ofNullable(byEmail.get(email));
        }

        @Override
        public Person addIfAbsent(Person person) {
            byEmail.putIfAbsent(person.email(), person);
            return byEmail.get(person.email());
        }
    }

    private static final class OneProject implements ProjectRepository {
        final UUID id = UUID.randomUUID();
        UUID ownerId = UUID.randomUUID();

        @Override
        public void add(Project project) {
            throw new AssertionError("access control writes nothing");
        }

        @Override
        public Optional<Project> find(UUID wanted) {
            return wanted.equals(id)
                    ? Optional.of(new Project(id, ownerId, "T", "", "draft", "{}", 1, Instant.EPOCH, Instant.EPOCH))
                    : Optional.empty();
        }

        @Override
        public Page<Project> list(UUID owner, PageRequest page) {
            return new Page<>(List.of(), Optional.empty(), 0);
        }

        @Override
        public Project update(Project project) {
            throw new AssertionError("access control writes nothing");
        }

        @Override
        public boolean remove(UUID removed) {
            throw new AssertionError("access control writes nothing");
        }
    }
}
