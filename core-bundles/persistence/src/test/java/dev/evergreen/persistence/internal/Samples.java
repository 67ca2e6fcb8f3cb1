package dev.evergreen.persistence.internal;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.persistence.internal.access.JdbiPersonRepository;
import dev.evergreen.persistence.internal.projects.JdbiProjectRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Rows for tests; ids come from a fixed seed, so that a failing test fails again. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private static final Random RANDOM = new Random(20260301);

    private Samples() {}

    public static synchronized UUID id() {
        return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    }

    /** A stored person whom no other test uses. */
    public static Person person() {
        UUID id = id();
        return new JdbiPersonRepository(TestDatabase.open().database())
                .addIfAbsent(new Person(id, id + "@example.org", "Ada"));
    }

    /** A stored project of a person of its own. */
    public static Project storedProject() {
        Project project = project(person().id(), "Tide pools", NOON);
        new JdbiProjectRepository(TestDatabase.open().database()).add(project);
        return project;
    }

    public static Project project(UUID owner, String title, Instant at) {
        return new Project(
                id(), owner, title, "A day at the shore", "draft", "{\"style\": \"watercolour\"}", 1, at, at);
    }

    public static Scene scene(UUID project, String key, int number) {
        return new Scene(
                id(),
                project,
                key,
                number,
                "EXT. SHORE - DAY",
                "Waves",
                Optional.of(12.5),
                "EXT. SHORE - DAY\n\nWaves.",
                "{\"shots\": []}",
                NOON);
    }
}
