package dev.evergreen.api.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.FilmFinding;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.Script;
import dev.evergreen.editor.EditedTimeline;
import dev.evergreen.editor.HistoryEntry;
import dev.evergreen.editor.TimelineEdit;
import dev.evergreen.editor.Timelines;
import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.productions.Production;
import dev.evergreen.productions.ProductionEstimate;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.Productions;
import dev.evergreen.productions.ShotWish;
import dev.evergreen.projects.AssetCompanions;
import dev.evergreen.projects.Assets;
import dev.evergreen.projects.ByteRange;
import dev.evergreen.projects.Collaborator;
import dev.evergreen.projects.ProjectChange;
import dev.evergreen.projects.ProjectDraft;
import dev.evergreen.projects.Projects;
import dev.evergreen.projects.ScriptAnalysis;
import dev.evergreen.projects.ScriptFile;
import dev.evergreen.projects.Scripts;
import dev.evergreen.projects.ShotPrompt;
import dev.evergreen.projects.StoredAsset;
import dev.evergreen.projects.StoredScript;
import dev.evergreen.projects.Upload;
import dev.evergreen.projects.Uploads;
import dev.evergreen.publishing.ExportOrder;
import dev.evergreen.publishing.Exports;
import dev.evergreen.publishing.FilmExport;
import dev.evergreen.scripting.ParsedScript;
import dev.evergreen.scripting.ScriptException;
import dev.evergreen.scripting.ScriptParser;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.AnalysisResult;
import dev.evergreen.spi.provider.Offer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Use cases that keep what they are told in memory; the script parser is the real one. */
final class FakeUseCases {
    private FakeUseCases() {}

    static ProblemException missing(String what, Object id) {
        return new ProblemException(Problem.Kind.NOT_FOUND, what, "There is no " + what + " " + id + ".");
    }

    static final class FakeAccess implements Access {
        @Override
        public void require(Person person, Action action, Optional<UUID> project) {
            if (!person.equals(Samples.OWNER)) {
                throw new ProblemException(Problem.Kind.FORBIDDEN, "", "Only the owner may.");
            }
        }

        @Override
        public Person localOwner() {
            return Samples.OWNER;
        }
    }

    static final class FakeProjects implements Projects {
        final Map<UUID, Project> stored = new LinkedHashMap<>();
        boolean somebodyIsFaster;

        @Override
        public Project create(Person person, ProjectDraft draft) {
            UUID id = UUID.randomUUID();
            Project sample = Samples.project(id, 1);
            stored.put(
                    id,
                    new Project(
                            id,
                            person.id(),
                            draft.title(),
                            draft.description(),
                            "draft",
                            draft.settings().writeInto("{}"),
                            1,
                            sample.createdAt(),
                            sample.updatedAt()));
            return find(person, id);
        }

        @Override
        public Project find(Person person, UUID projectId) {
            return Optional.ofNullable(stored.get(projectId)).orElseThrow(() -> missing("project", projectId));
        }

        @Override
        public Page<Project> list(Person person, PageRequest page) {
            List<Project> all = List.copyOf(stored.values());
            int from = page.cursor().map(Integer::parseInt).orElse(0);
            int to = Math.min(all.size(), from + page.limit());
            Optional<String> next = to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty();
            return new Page<>(all.subList(from, to), next, all.size());
        }

        @Override
        public Optional<Routing> routing(Person person, UUID projectId) {
            return Routing.of(find(person, projectId).settings());
        }

        @Override
        public Project route(Person person, UUID projectId, long revision, Optional<Routing> routing) {
            Project before = find(person, projectId);
            Project after = new Project(
                    before.id(),
                    before.ownerId(),
                    before.title(),
                    before.description(),
                    before.status(),
                    Routing.into(before.settings(), routing),
                    revision + 1,
                    before.createdAt(),
                    before.updatedAt());
            stored.put(projectId, after);
            return after;
        }

        @Override
        public Project update(Person person, ProjectChange change) {
            if (somebodyIsFaster) {
                throw new ProblemException(Problem.Kind.CONFLICT, "", "Somebody else was faster.");
            }
            Project before = find(person, change.projectId());
            Project after = new Project(
                    before.id(),
                    before.ownerId(),
                    change.draft().title(),
                    change.draft().description(),
                    before.status(),
                    change.draft().settings().writeInto(before.settings()),
                    before.revision() + 1,
                    before.createdAt(),
                    before.updatedAt());
            stored.put(after.id(), after);
            return after;
        }

        @Override
        public void delete(Person person, UUID projectId) {
            find(person, projectId);
            stored.remove(projectId);
        }

        @Override
        public List<Collaborator> collaborators(Person person, UUID projectId) {
            return List.of(new Collaborator(find(person, projectId).ownerId(), "Owner", "owner"));
        }
    }

    static final class FakeScripts implements Scripts, ScriptAnalysis {
        static final long LIMIT = 1_000_000;

        final Map<UUID, Script> newest = new LinkedHashMap<>();
        boolean divided;
        private final ScriptParser parser = ScriptParser.create(LIMIT);

        @Override
        public ParsedScript parse(Person person, ScriptFile file) {
            try {
                return parser.parse(file.content(), file.fileName());
            } catch (ScriptException e) {
                Problem.Kind kind = switch (e.kind()) {
                    case TOO_LARGE -> Problem.Kind.TOO_LARGE;
                    case BINARY, ENCODING -> Problem.Kind.UNSUPPORTED_MEDIA;
                    case EMPTY, MALFORMED, NO_SCENES -> Problem.Kind.INVALID;
                };
                throw new ProblemException(kind, "script:" + e.line() + ":" + e.column(), e.getMessage());
            }
        }

        @Override
        public StoredScript put(Person person, UUID projectId, ScriptFile file) {
            ParsedScript parsed = parse(person, file);
            Script script = new Script(
                    UUID.randomUUID(),
                    projectId,
                    parsed.document().format().word(),
                    file.fileName(),
                    parsed.source(),
                    1,
                    Samples.NOW);
            newest.put(projectId, script);
            return new StoredScript(script, parsed, List.of(Samples.scene(projectId)));
        }

        @Override
        public Script newest(Person person, UUID projectId) {
            return Optional.ofNullable(newest.get(projectId)).orElseThrow(() -> missing("script", projectId));
        }

        @Override
        public List<Scene> scenes(Person person, UUID projectId) {
            newest(person, projectId);
            return List.of(Samples.scene(projectId));
        }

        @Override
        public List<Scene> scenesOf(Person person, UUID scriptId) {
            Script script = newest.values().stream()
                    .filter(each -> each.id().equals(scriptId))
                    .findFirst()
                    .orElseThrow(() -> missing("script", scriptId));
            return List.of(Samples.scene(script.projectId()));
        }

        @Override
        public List<ShotPrompt> prompts(Person person, UUID scriptId) {
            Scene scene = scenesOf(person, scriptId).get(0);
            if (!divided) {
                throw new ProblemException(Problem.Kind.CONFLICT, "scene", "Scene 1 was not divided yet.");
            }
            return List.of(new ShotPrompt(scene.id(), 1, "s1-1", "Mara kneels.", "Look."));
        }

        @Override
        public long maximumBytes() {
            return LIMIT;
        }

        @Override
        public Served<AnalysisResult> analyze(Person person, ScriptFile file) {
            parse(person, file);
            return new Served<>(
                    new AnalysisResult(Samples.FILM_PLAN),
                    Map.of(),
                    new Trail("a", "offline-analyst//rules", "cheapest", List.of(), List.of()),
                    Money.usd("0.0125"),
                    false);
        }

        @Override
        public List<Scene> divide(Person person, UUID scriptId) {
            divided = true;
            return scenesOf(person, scriptId);
        }
    }

    static final class FakeAssets implements Assets, Uploads {
        static final long LIMIT = 5_000_000;
        static final byte[] CONTENT = "0123456789abcdefghij".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        final Map<UUID, StoredAsset> stored = new LinkedHashMap<>();
        final List<String> uploaded = new ArrayList<>();
        boolean inUse;

        StoredAsset add(Asset asset, long size) {
            StoredAsset added = new StoredAsset(asset, size);
            stored.put(asset.id(), added);
            return added;
        }

        @Override
        public StoredAsset find(Person person, UUID assetId) {
            return Optional.ofNullable(stored.get(assetId)).orElseThrow(() -> missing("asset", assetId));
        }

        @Override
        public Page<StoredAsset> list(Person person, UUID projectId, PageRequest page) {
            return new Page<>(listByRole(person, projectId, ""), Optional.empty(), stored.size());
        }

        @Override
        public List<StoredAsset> listByRole(Person person, UUID projectId, String role) {
            return stored.values().stream()
                    .filter(each -> role.isEmpty() || each.asset().role().equals(role))
                    .toList();
        }

        @Override
        public List<StoredAsset> variants(Person person, UUID assetId) {
            find(person, assetId);
            return stored.values().stream()
                    .filter(each -> !each.asset().id().equals(assetId))
                    .toList();
        }

        /** The file itself stands for its thumbnails; there is nothing else. */
        AssetCompanions.Companion companion(Person person, UUID assetId, AssetCompanions.Kind kind) {
            if (kind != AssetCompanions.Kind.THUMBNAILS) {
                throw new ProblemException(Problem.Kind.NOT_FOUND, "companion", "It has no sound.");
            }
            return new AssetCompanions.Companion(find(person, assetId), 4);
        }

        @Override
        public InputStream read(Person person, StoredAsset asset, ByteRange range) {
            return new ByteArrayInputStream(CONTENT, (int) range.offset(), (int) range.length());
        }

        @Override
        public void delete(Person person, UUID assetId) {
            find(person, assetId);
            if (inUse) {
                throw new ProblemException(Problem.Kind.CONFLICT, "assetId", "The timeline uses it.");
            }
            stored.remove(assetId);
        }

        @Override
        public StoredAsset upload(Person person, Upload upload) {
            try {
                byte[] content = upload.content().readAllBytes();
                if (content.length == 0) {
                    throw new ProblemException(Problem.Kind.UNSUPPORTED_MEDIA, "file", "The file is empty.");
                }
                uploaded.add(upload.fileName() + " " + upload.role() + " " + content.length);
                return add(Samples.asset(UUID.randomUUID(), upload.projectId()), content.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long maximumBytes() {
            return LIMIT;
        }
    }

    static final class FakeProductions implements Productions {
        final FakeJobs jobs;
        ProductionRequest requested = ProductionRequest.DEFAULTS;
        String redone = "";

        FakeProductions(FakeJobs jobs) {
            this.jobs = jobs;
        }

        @Override
        public Production start(Person person, UUID projectId, ProductionRequest request) {
            requested = request;
            Job job = Samples.job(UUID.randomUUID(), Optional.of(projectId), "production", JobState.RUNNING);
            jobs.stored.put(job.id(), job);
            return find(person, job.id());
        }

        @Override
        public ProductionEstimate estimate(Person person, UUID projectId, ProductionRequest request) {
            requested = request;
            ProductionEstimate.Line priced = new ProductionEstimate.Line(
                    "Picture, scene 1, shot 1",
                    ProductionEstimate.Work.ILLUSTRATE,
                    Optional.of("s1-1"),
                    request.tier().orElse(Offer.Tier.STANDARD),
                    CallEstimate.Standing.PRICED,
                    "painter//oil",
                    Optional.of(Money.usd("0.04")),
                    Optional.of(Money.usd("0.12")),
                    Money.free(),
                    true,
                    "cheapest");
            ProductionEstimate.Line unpriced = new ProductionEstimate.Line(
                    "Music",
                    ProductionEstimate.Work.COMPOSE,
                    Optional.empty(),
                    Offer.Tier.STANDARD,
                    CallEstimate.Standing.UNPRICED,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Money.free(),
                    false,
                    "its price is unknown");
            return new ProductionEstimate(
                    request.tier().orElse(Offer.Tier.STANDARD),
                    List.of(priced, unpriced),
                    Optional.empty(),
                    Optional.empty(),
                    Money.usd("0.04"),
                    Money.free(),
                    List.of("Music: what it costs is not known."),
                    List.of());
        }

        @Override
        public Production find(Person person, UUID productionId) {
            Job job = jobs.find(productionId).orElseThrow(() -> missing("production", productionId));
            Job step = Samples.job(UUID.randomUUID(), job.projectId(), "production.narrate", JobState.SUCCEEDED);
            return new Production(
                    job,
                    List.of(step),
                    Optional.of(Duration.ofMillis(12_500)),
                    Optional.of(Samples.asset(UUID.randomUUID(), job.projectId().orElseThrow())),
                    List.of(new Production.BillLine("Narration", "offline-narrator", false, Money.free())),
                    Money.free(),
                    List.of("The loudness is -15 LUFS."),
                    List.of(new FilmFinding(
                            "loudness", true, "The loudness is -15 LUFS.", Optional.empty(), Optional.empty())));
        }

        @Override
        public Page<Production> list(Person person, UUID projectId, PageRequest page) {
            List<Production> all = jobs.stored.values().stream()
                    .map(job -> find(person, job.id()))
                    .toList();
            return new Page<>(all, Optional.empty(), all.size());
        }

        @Override
        public void redoShot(Person person, UUID projectId, String shotId, ShotWish wish) {
            if (shotId.equals("none")) {
                throw missing("shot", shotId);
            }
            redone = shotId + ":" + wish.notes()
                    + wish.routing().map(rules -> " by " + rules.pinned()).orElse("")
                    + wish.tier().map(tier -> " " + tier).orElse("");
        }
    }

    static final class FakeTimelines implements Timelines {
        int revision = 3;
        List<Object> applied = List.of();

        @Override
        public EditedTimeline newest(Person person, UUID projectId) {
            if (revision == 0) {
                throw missing("timeline", projectId);
            }
            return new EditedTimeline(projectId, revision, Samples.timeline(), "engine", Samples.NOW);
        }

        /** Says in plain letters what it was asked for; fails in the middle of 13 frames. */
        void play(Person person, UUID projectId, long firstFrame, int frames, int shorterSide, OutputStream target)
                throws IOException {
            newest(person, projectId);
            target.write((firstFrame + "+" + frames + "@" + shorterSide).getBytes(StandardCharsets.UTF_8));
            if (frames == 13) {
                target.flush();
                throw new ProblemException(Problem.Kind.UNAVAILABLE, "timeline", "A picture is damaged.");
            }
        }

        @Override
        public EditedTimeline edit(Person person, TimelineEdit edit) {
            newest(person, edit.projectId());
            if (edit.baseRevision() != revision) {
                throw new ProblemException(Problem.Kind.CONFLICT, "baseRevision", "The timeline moved on.");
            }
            applied = List.copyOf(edit.commands());
            revision++;
            return newest(person, edit.projectId());
        }

        @Override
        public EditedTimeline undo(Person person, UUID projectId) {
            applied = List.of("undo");
            return newest(person, projectId);
        }

        @Override
        public EditedTimeline redo(Person person, UUID projectId) {
            applied = List.of("undo", "redo");
            return newest(person, projectId);
        }

        @Override
        public List<HistoryEntry> history(Person person, UUID projectId) {
            return List.of(
                    new HistoryEntry(4, "Ada", HistoryEntry.Kind.EDIT, List.of("split"), 0, false, Samples.NOW),
                    new HistoryEntry(3, "engine", HistoryEntry.Kind.ASSEMBLED, List.of(), 0, false, Samples.NOW));
        }

        @Override
        public String commandSchema() {
            return "{\"oneOf\":[{\"properties\":{\"command\":{\"const\":\"split\"}}}]}";
        }
    }

    static final class FakeExports implements Exports {
        final Map<UUID, ExportOrder> orders = new LinkedHashMap<>();

        @Override
        public FilmExport start(Person person, ExportOrder order) {
            if (order.preset().equals("impossible")) {
                throw new ProblemException(Problem.Kind.INVALID, "preset", "Such a film cannot be made.");
            }
            UUID id = UUID.randomUUID();
            orders.put(id, order);
            return new FilmExport(
                    Samples.job(id, Optional.of(order.projectId()), "export.render", JobState.PENDING),
                    List.of(),
                    List.of(),
                    List.of());
        }

        @Override
        public FilmExport find(Person person, UUID exportId) {
            ExportOrder order =
                    Optional.ofNullable(orders.get(exportId)).orElseThrow(() -> missing("export", exportId));
            return new FilmExport(
                    Samples.job(exportId, Optional.of(order.projectId()), "export.render", JobState.SUCCEEDED),
                    List.of(
                            Samples.asset(UUID.randomUUID(), order.projectId()),
                            Samples.asset(UUID.randomUUID(), order.projectId())),
                    List.of("The film is frozen from 2.0 s to 5.0 s"),
                    List.of(new FilmFinding(
                            "frozen",
                            false,
                            "The film is frozen from 2.0 s to 5.0 s",
                            Optional.of(2.0),
                            Optional.of(5.0))));
        }
    }
}
