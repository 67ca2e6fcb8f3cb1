package dev.evergreen.api.internal;

import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.telemetry.BackingState;
import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import dev.evergreen.domain.telemetry.Readiness;
import dev.evergreen.domain.telemetry.ReadinessReport;
import dev.evergreen.editor.Previews;
import dev.evergreen.editor.Timelines;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.Queues;
import dev.evergreen.notifications.Notifications;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.plugins.PluginSet;
import dev.evergreen.plugins.ProviderAccounts;
import dev.evergreen.productions.Productions;
import dev.evergreen.projects.AssetCompanions;
import dev.evergreen.projects.Assets;
import dev.evergreen.projects.Projects;
import dev.evergreen.projects.ScriptAnalysis;
import dev.evergreen.projects.Scripts;
import dev.evergreen.projects.Uploads;
import dev.evergreen.publishing.Exports;
import dev.evergreen.spending.Reconciliation;
import dev.evergreen.spending.Spending;
import dev.evergreen.spi.provider.ImageGenerator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/** The real server over fakes, on a port of its own. */
final class TestNode implements AutoCloseable {
    static final String TOKEN = "start-token";

    final FakeJobs jobs = new FakeJobs();
    final FakeUseCases.FakeProjects projects = new FakeUseCases.FakeProjects();
    final FakeUseCases.FakeScripts scripts = new FakeUseCases.FakeScripts();
    final FakeUseCases.FakeAssets assets = new FakeUseCases.FakeAssets();
    final FakeUseCases.FakeProductions productions = new FakeUseCases.FakeProductions(jobs);
    final FakeUseCases.FakeTimelines timelines = new FakeUseCases.FakeTimelines();
    final FakeUseCases.FakeExports exports = new FakeUseCases.FakeExports();
    final FakeMarket.FakePlugins plugins = new FakeMarket.FakePlugins();
    final FakeMarket.FakeAccounts accounts = new FakeMarket.FakeAccounts();
    final FakeSpending spending = new FakeSpending();
    final FakeBus bus = new FakeBus();
    final List<ReadinessReport.Finding> findings = new ArrayList<>();
    final List<BackingState> backings = new ArrayList<>();
    final FakeMetrics metrics = new FakeMetrics();
    final FakeEngine engine = new FakeEngine()
            .with(Access.class, new FakeUseCases.FakeAccess())
            .with(Projects.class, projects)
            .with(Scripts.class, scripts)
            .with(ScriptAnalysis.class, scripts)
            .with(Assets.class, assets)
            .with(Uploads.class, assets)
            .with(AssetCompanions.class, assets::companion)
            .with(Productions.class, productions)
            .with(Timelines.class, timelines)
            .with(Previews.class, timelines::play)
            .with(Exports.class, exports)
            .with(Jobs.class, jobs)
            .with(Queues.class, new FakeQueues(jobs))
            .with(Notifications.class, new FakeNotifications(jobs))
            .with(Orchestrator.class, new FakeMarket.FakeOrchestrator())
            .with(ImageGenerator.class, new FakeMarket.Painter())
            .with(Spending.class, spending)
            .with(Reconciliation.class, spending)
            .with(PluginSet.class, plugins)
            .with(ProviderAccounts.class, accounts)
            .with(Readiness.class, () -> new ReadinessReport(1, 1, findings, backings))
            .with(Metrics.class, metrics);
    final ApiServer server;

    private TestNode(Path folder) throws IOException {
        Path studio = Files.createDirectories(folder.resolve("web"));
        Files.createDirectories(studio.resolve("assets"));
        Files.writeString(studio.resolve("index.html"), "<!doctype html><title>Studio</title>");
        Files.writeString(studio.resolve("assets/app-1a2b.js"), "export {};");
        Files.writeString(folder.resolve("secret.txt"), "not for the web");
        ApiServer.Options options = new ApiServer.Options(
                "127.0.0.1", 0, TOKEN, "1.2.3", 2_000_000, 5_000_000, Files.createDirectories(folder.resolve("forms")));
        server = ApiServer.start(
                options, engine, path -> file(studio, path), bus, Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    }

    static TestNode start(Path folder) throws IOException {
        return new TestNode(folder);
    }

    private static Optional<URL> file(Path studio, String path) {
        try {
            Path file = studio.resolve(path);
            return Files.isRegularFile(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    static final class FakeMetrics implements Metrics {
        final List<String> timed = new CopyOnWriteArrayList<>();

        @Override
        public Counter counter(Meter meter) {
            return amount -> {};
        }

        @Override
        public Timer timer(Meter meter) {
            return duration -> timed.add(meter.labels().get("method") + " "
                    + meter.labels().get("route") + " " + meter.labels().get("status"));
        }

        @Override
        public Gauge gauge(Meter meter, DoubleSupplier value) {
            return () -> {};
        }

        @Override
        public String scrape() {
            return "# HELP evergreen_jobs_total Jobs\nevergreen_jobs_total 1.0\n";
        }
    }
}
