package dev.evergreen.projects.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.access.PersonRepository;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.SceneRepository;
import dev.evergreen.domain.project.Script;
import dev.evergreen.domain.project.ScriptRepository;
import dev.evergreen.domain.project.TimelineChange;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.CacheStatistics;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Ports in memory. */
final class Fakes {
    static final Person OWNER = new Person(UUID.randomUUID(), "owner@localhost", "Owner");
    static final Person STRANGER = new Person(UUID.randomUUID(), "stranger@localhost", "Stranger");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private Fakes() {}

    /** Lets the owner do everything, and remembers what was asked. */
    static final class Gate implements Access {
        final List<String> asked = new ArrayList<>();

        @Override
        public void require(Person person, Action action, Optional<UUID> project) {
            asked.add(action + (project.isPresent() ? " project" : " node"));
            if (!person.equals(OWNER)) {
                throw new ProblemException(Problem.Kind.FORBIDDEN, "", person.name() + " may not.");
            }
        }

        @Override
        public Person localOwner() {
            return OWNER;
        }
    }

    static final class People implements PersonRepository {
        @Override
        public Optional<Person> find(UUID id) {
            return id.equals(OWNER.id()) ? Optional.of(OWNER) : Optional.empty();
        }

        @Override
        public Optional<Person> findByEmail(String email) {
            return Optional.empty();
        }

        @Override
        public Person addIfAbsent(Person person) {
            return person;
        }
    }

    static final class Projects implements ProjectRepository {
        final Map<UUID, Project> stored = new LinkedHashMap<>();

        @Override
        public void add(Project project) {
            stored.put(project.id(), project);
        }

        @Override
        public Optional<Project> find(UUID id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public Page<Project> list(UUID ownerId, PageRequest page) {
            return new Page<>(List.copyOf(stored.values()), Optional.empty(), stored.size());
        }

        @Override
        public Project update(Project project) {
            if (stored.get(project.id()).revision() != project.revision()) {
                throw new ProblemException(Problem.Kind.CONFLICT, "revision", "Somebody else was faster.");
            }
            Project next = new Project(
                    project.id(),
                    project.ownerId(),
                    project.title(),
                    project.description(),
                    project.status(),
                    project.settings(),
                    project.revision() + 1,
                    project.createdAt(),
                    project.updatedAt());
            stored.put(next.id(), next);
            return next;
        }

        @Override
        public boolean remove(UUID id) {
            return stored.remove(id) != null;
        }
    }

    static final class Scripts implements ScriptRepository {
        final List<Script> stored = new ArrayList<>();

        @Override
        public Script add(Script script) {
            int version = (int) stored.stream()
                            .filter(each -> each.projectId().equals(script.projectId()))
                            .count()
                    + 1;
            Script added = new Script(
                    script.id(),
                    script.projectId(),
                    script.format(),
                    script.fileName(),
                    script.source(),
                    version,
                    script.createdAt());
            stored.add(added);
            return added;
        }

        @Override
        public Optional<Script> find(UUID id) {
            return stored.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Script> newest(UUID projectId) {
            return stored.stream()
                    .filter(each -> each.projectId().equals(projectId))
                    .reduce((older, newer) -> newer);
        }
    }

    static final class Scenes implements SceneRepository {
        final Map<UUID, List<Scene>> stored = new LinkedHashMap<>();

        @Override
        public List<Scene> replace(UUID projectId, List<Scene> scenes) {
            stored.put(projectId, List.copyOf(scenes));
            return list(projectId);
        }

        @Override
        public Optional<Scene> find(UUID id) {
            return stored.values().stream()
                    .flatMap(List::stream)
                    .filter(scene -> scene.id().equals(id))
                    .findFirst();
        }

        @Override
        public List<Scene> list(UUID projectId) {
            return stored.getOrDefault(projectId, List.of());
        }
    }

    static final class Memory implements Cache {
        private final Map<String, byte[]> values = new LinkedHashMap<>();

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void put(String key, byte[] value, Duration timeToLive, Set<String> tags) {
            values.put(key, value);
        }

        @Override
        public void invalidate(String key) {
            values.remove(key);
        }

        @Override
        public void invalidateTag(String tag) {
            throw new AssertionError("nothing has tags");
        }

        @Override
        public void clear() {
            values.clear();
        }

        @Override
        public Map<String, CacheStatistics> statistics() {
            return Map.of();
        }
    }

    static final class Assets implements AssetRepository {
        final Map<UUID, Asset> stored = new LinkedHashMap<>();

        @Override
        public void add(Asset asset) {
            stored.put(asset.id(), asset);
        }

        @Override
        public Optional<Asset> find(UUID id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public Page<Asset> list(UUID projectId, PageRequest page) {
            return new Page<>(List.copyOf(stored.values()), Optional.empty(), stored.size());
        }

        @Override
        public List<Asset> listByRole(UUID projectId, String role) {
            return stored.values().stream()
                    .filter(asset -> asset.role().equals(role))
                    .toList();
        }

        @Override
        public List<Asset> listByDigest(UUID projectId, String digest) {
            return stored.values().stream()
                    .filter(asset -> asset.projectId().equals(projectId)
                            && asset.digest().equals(digest))
                    .toList();
        }

        @Override
        public boolean remove(UUID id) {
            return stored.remove(id) != null;
        }
    }

    static final class Timelines implements TimelineRepository {
        Optional<TimelineRevision> newest = Optional.empty();

        @Override
        public Optional<TimelineRevision> newest(UUID projectId) {
            return newest;
        }

        @Override
        public Optional<TimelineRevision> find(UUID projectId, int revision) {
            return newest;
        }

        @Override
        public List<TimelineChange> changes(UUID projectId, int afterRevision) {
            return List.of();
        }

        @Override
        public TimelineRevision append(int base, TimelineRevision next) {
            newest = Optional.of(next);
            return next;
        }
    }

    /** Runs work at once; what should follow a commit follows it, and nothing follows a failure. */
    static final class OneTransaction implements Transactions {
        private final List<Runnable> after = new ArrayList<>();
        private int depth;

        @Override
        public <T extends Object, X extends Exception> T inTransaction(Work<T, X> work) throws X {
            depth++;
            boolean done = false;
            try {
                T result = work.run();
                done = true;
                return result;
            } finally {
                depth--;
                List<Runnable> due = List.copyOf(after);
                after.clear();
                if (done) {
                    due.forEach(Runnable::run);
                }
            }
        }

        @Override
        public void afterCommit(Runnable action) {
            if (depth == 0) {
                action.run();
            } else {
                after.add(action);
            }
        }
    }

    static final class Bus implements EventBus {
        final List<String> published = new ArrayList<>();

        @Override
        public void publish(Event event) {
            published.add(event.topic() + " "
                    + event.payload().getOrDefault("change", event.payload().get("role")));
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            throw new AssertionError("use cases only publish");
        }
    }
}
