package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.EntityTags;
import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Routes;
import dev.evergreen.api.internal.view.Links;
import dev.evergreen.api.internal.view.ProjectView;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.project.Project;
import dev.evergreen.projects.ProjectChange;
import dev.evergreen.projects.ProjectDraft;
import dev.evergreen.projects.ProjectSettings;
import dev.evergreen.projects.Projects;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Projects and the people who work on them. */
public final class ProjectsResource implements Resource {
    @Override
    public void addTo(Routes routes) {
        routes.get("/projects", this::list);
        routes.post("/projects", this::create);
        routes.get("/projects/{projectId}", this::find);
        routes.put("/projects/{projectId}", this::update);
        routes.delete("/projects/{projectId}", this::delete);
        routes.get("/projects/{projectId}/collaborators", this::collaborators);
    }

    private void list(Exchange exchange) {
        exchange.page(projects(exchange).list(exchange.person(), exchange.page()), ProjectView::of);
    }

    private void create(Exchange exchange) throws IOException {
        NewProject asked = exchange.body("NewProject", NewProject.class);
        Project project = projects(exchange).create(exchange.person(), asked.draft(ProjectSettings.NONE));
        exchange.created(Links.project(project.id()), project.revision(), ProjectView.of(project));
    }

    private void find(Exchange exchange) {
        Project project = projects(exchange).find(exchange.person(), exchange.id("projectId"));
        exchange.versioned(project.revision(), ProjectView.of(project));
    }

    private void update(Exchange exchange) throws IOException {
        UUID id = exchange.id("projectId");
        Project stored = projects(exchange).find(exchange.person(), id);
        long revision = EntityTags.requireMatch(exchange, stored.revision());
        NewProject asked = exchange.body("NewProject", NewProject.class);
        ProjectDraft draft = asked.draft(ProjectSettings.of(stored.settings()));
        try {
            Project updated = projects(exchange).update(exchange.person(), new ProjectChange(id, revision, draft));
            exchange.versioned(updated.revision(), ProjectView.of(updated));
        } catch (ProblemException e) {
            throw EntityTags.stale(e);
        }
    }

    private void delete(Exchange exchange) {
        projects(exchange).delete(exchange.person(), exchange.id("projectId"));
        exchange.nothing();
    }

    private void collaborators(Exchange exchange) {
        exchange.ok(projects(exchange).collaborators(exchange.person(), exchange.id("projectId")));
    }

    private static Projects projects(Exchange exchange) {
        return exchange.part(Projects.class);
    }

    private record NewProject(String title, Optional<String> description, Optional<Choices> settings) {
        /** @param before the choices that hold where nothing is said */
        ProjectDraft draft(ProjectSettings before) {
            return new ProjectDraft(
                    title,
                    description.orElse(""),
                    settings.map(choices -> choices.over(ProjectSettings.NONE)).orElse(before));
        }
    }

    private record Choices(
            Optional<String> format,
            Optional<String> preset,
            Optional<String> voice,
            Optional<String> style,
            Optional<String> music,
            Optional<Boolean> captions,
            Optional<String> captionStyle,
            Optional<String> tier,
            Optional<Boolean> similarPrompts,
            Optional<Boolean> optimizePrompts) {
        ProjectSettings over(ProjectSettings usual) {
            return new ProjectSettings(
                    format.orElse(usual.format()),
                    preset.orElse(usual.preset()),
                    voice.orElse(usual.voice()),
                    style.orElse(usual.style()),
                    music.orElse(usual.music()),
                    captions.orElse(usual.captions()),
                    captionStyle.orElse(usual.captionStyle()),
                    tier.orElse(usual.tier()),
                    similarPrompts.orElse(usual.similarPrompts()),
                    optimizePrompts.orElse(usual.optimizePrompts()));
        }
    }
}
