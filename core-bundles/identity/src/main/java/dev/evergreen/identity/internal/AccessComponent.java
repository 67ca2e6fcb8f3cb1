package dev.evergreen.identity.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.access.PersonRepository;
import dev.evergreen.domain.project.ProjectRepository;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Access on a node that listens on loopback only: its one person owns it and everything in it. A project of somebody else is
 * answered as if it were not there.
 */
@Component
public final class AccessComponent implements Access {
    /** Not a real address, so that it can never collide with one that signs in later. */
    private static final String OWNER_EMAIL = "owner@localhost";

    private static final String OWNER_NAME = "Owner";

    private final PersonRepository people;
    private final ProjectRepository projects;
    private final AtomicReference<@Nullable Person> owner = new AtomicReference<>();

    @Activate
    public AccessComponent(@Reference PersonRepository people, @Reference ProjectRepository projects) {
        this.people = people;
        this.projects = projects;
    }

    @Override
    public void require(Person person, Action action, Optional<UUID> project) {
        if (project.isPresent()) {
            requireOwnProject(person, project.get());
        } else if (!person.id().equals(localOwner().id())) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    "",
                    person.name() + " may not " + action.name().toLowerCase(Locale.ROOT)
                            + " on this node; only its owner may.");
        }
    }

    private void requireOwnProject(Person person, UUID id) {
        boolean own = projects.find(id)
                .filter(project -> project.ownerId().equals(person.id()))
                .isPresent();
        if (!own) {
            throw new ProblemException(
                    Problem.Kind.NOT_FOUND,
                    "projectId",
                    "There is no project " + id + "; list the projects to find the one you mean.");
        }
    }

    @Override
    public Person localOwner() {
        Person known = owner.get();
        if (known == null) {
            known = people.findByEmail(OWNER_EMAIL)
                    .orElseGet(() -> people.addIfAbsent(new Person(UUID.randomUUID(), OWNER_EMAIL, OWNER_NAME)));
            owner.set(known);
        }
        return known;
    }
}
