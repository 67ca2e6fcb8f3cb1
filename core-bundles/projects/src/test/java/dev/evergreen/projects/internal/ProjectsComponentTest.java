package dev.evergreen.projects.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Project;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.projects.Collaborator;
import dev.evergreen.projects.ProjectChange;
import dev.evergreen.projects.ProjectDraft;
import dev.evergreen.projects.ProjectSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProjectsComponentTest {
    private final Fakes.Gate gate = new Fakes.Gate();
    private final Fakes.Projects rows = new Fakes.Projects();
    private final Fakes.Bus bus = new Fakes.Bus();
    private final FakeJobs jobs = new FakeJobs(UUID.randomUUID());
    private final ProjectsComponent projects = new ProjectsComponent(
            gate,
            rows,
            new Fakes.People(),
            jobs,
            new Announcements(bus, new Fakes.OneTransaction(), Fakes.CLOCK),
            Fakes.CLOCK);

    private Project made() {
        return projects.create(Fakes.OWNER, new ProjectDraft(" Tide ", "", ProjectSettings.NONE));
    }

    @Test
    void a_project_belongs_to_who_makes_it() {
        Project project = made();

        assertEquals("Tide", project.title());
        assertEquals(Fakes.OWNER.id(), project.ownerId());
        assertEquals("draft", project.status());
        assertEquals(
                List.of(new Collaborator(Fakes.OWNER.id(), "Owner", "owner")),
                projects.collaborators(Fakes.OWNER, project.id()));
        assertEquals(List.of("project:updated created"), bus.published);
    }

    @Test
    void a_project_may_have_rules_of_its_own_for_providers() {
        Project project = made();
        assertEquals(Optional.empty(), projects.routing(Fakes.OWNER, project.id()));

        Routing rules = Routing.by(Routing.Policy.CHEAPEST);
        Project ruled = projects.route(Fakes.OWNER, project.id(), project.revision(), Optional.of(rules));
        assertEquals(Optional.of(rules), projects.routing(Fakes.OWNER, project.id()));

        ProjectChange renamed =
                new ProjectChange(project.id(), ruled.revision(), new ProjectDraft("Ebb", "", ProjectSettings.NONE));
        projects.update(Fakes.OWNER, renamed);
        assertEquals(Optional.of(rules), projects.routing(Fakes.OWNER, project.id()), "other changes leave them alone");
        assertThrows(
                ProblemException.class,
                () -> projects.route(Fakes.STRANGER, project.id(), ruled.revision() + 1, Optional.empty()));
        projects.route(Fakes.OWNER, project.id(), ruled.revision() + 1, Optional.empty());
        assertEquals(Optional.empty(), projects.routing(Fakes.OWNER, project.id()));
    }

    @Test
    void a_change_replaces_the_makers_choices_and_keeps_what_others_store_there() {
        Project project = made();
        rows.stored.put(
                project.id(),
                new Project(
                        project.id(),
                        project.ownerId(),
                        project.title(),
                        "",
                        "produced",
                        "{\"style\":\"ink\",\"shots\":{\"s1\":{\"variation\":2,\"notes\":\"\"}}}",
                        5,
                        project.createdAt(),
                        project.updatedAt()));
        ProjectSettings vertical = new ProjectSettings("9:16", "", "", "", "", false, "pop", "draft", true, false);

        Project changed = projects.update(
                Fakes.OWNER, new ProjectChange(project.id(), 5, new ProjectDraft("Pools", "New", vertical)));

        assertEquals(6, changed.revision());
        assertEquals("produced", changed.status());
        assertEquals(vertical, ProjectSettings.of(changed.settings()));
        assertTrue(Json.readObject(changed.settings()).containsKey("shots"), changed::settings);
    }

    @Test
    void who_saw_an_older_revision_changes_nothing() {
        Project project = made();
        ProjectChange late = new ProjectChange(project.id(), 0, new ProjectDraft("Late", "", ProjectSettings.NONE));

        ProblemException refused = assertThrows(ProblemException.class, () -> projects.update(Fakes.OWNER, late));

        assertEquals(Problem.Kind.CONFLICT, refused.kind());
        assertEquals("Tide", projects.find(Fakes.OWNER, project.id()).title());
    }

    @Test
    void deleting_stops_what_still_runs_on_every_page_first() {
        Project project = made();

        projects.delete(Fakes.OWNER, project.id());

        assertEquals(List.of(jobs.stored.get(1).id(), jobs.stored.get(3).id()), jobs.cancelled);
        assertFalse(rows.stored.containsKey(project.id()));
        assertThrows(ProblemException.class, () -> projects.delete(Fakes.OWNER, project.id()));
    }

    @Test
    void nothing_happens_before_the_gate() {
        Project project = made();
        gate.asked.clear();
        ProjectDraft draft = new ProjectDraft("X", "", ProjectSettings.NONE);

        List<Runnable> calls = List.of(
                () -> projects.create(Fakes.STRANGER, draft),
                () -> projects.find(Fakes.STRANGER, project.id()),
                () -> projects.update(Fakes.STRANGER, new ProjectChange(project.id(), 1, draft)),
                () -> projects.delete(Fakes.STRANGER, project.id()),
                () -> projects.collaborators(Fakes.STRANGER, project.id()));
        for (Runnable call : calls) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    assertThrows(ProblemException.class, call::run).kind());
        }

        assertEquals(
                List.of("EDIT node", "VIEW project", "EDIT project", "ADMINISTER project", "VIEW project"), gate.asked);
        assertEquals(1, rows.stored.size());
        assertEquals(List.of(), jobs.cancelled);
    }

    @Test
    void what_makes_no_project_is_refused_by_field() {
        assertEquals("title", field(() -> new ProjectDraft("  ", "", ProjectSettings.NONE)));
        assertEquals("title", field(() -> new ProjectDraft("x".repeat(201), "", ProjectSettings.NONE)));
        assertEquals("description", field(() -> new ProjectDraft("x", "x".repeat(5001), ProjectSettings.NONE)));
        assertEquals(
                "settings.format", field(() -> new ProjectSettings("21:9", "", "", "", "", true, "", "", false, true)));
        assertEquals(
                "settings.captionStyle",
                field(() -> new ProjectSettings("", "", "", "", "", true, "loud", "", false, true)));
        assertEquals(
                "settings.tier", field(() -> new ProjectSettings("", "", "", "", "", true, "", "finest", false, true)));
        assertEquals(
                "settings.voice",
                field(() -> new ProjectSettings("", "", "x".repeat(101), "", "", true, "", "", false, true)));
    }

    private static String field(Runnable making) {
        return assertThrows(ProblemException.class, making::run)
                .problems()
                .get(0)
                .field();
    }
}
