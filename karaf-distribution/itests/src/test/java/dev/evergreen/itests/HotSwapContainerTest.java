package dev.evergreen.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.Test;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** The narrator is replaced again and again while a film is being spoken, beside the old version and in its place. */
public class HotSwapContainerTest extends ContainerTest {
    private static final String NARRATOR = "dev.evergreen.provider.offline.narrator";
    private static final String SPEECH = "dev.evergreen.spi.provider.SpeechSynthesizer";

    /** How often each way of swapping is tried; handed on to the container, which is another process. */
    private static final int SWAPS = "full".equals(System.getProperty("evergreen.counts")) ? 50 : 2;

    private final Queue<String> disturbed = new ConcurrentLinkedQueue<>();
    private final List<WeakReference<ClassLoader>> old = new ArrayList<>();

    @Override
    protected List<Option> additional() {
        return List.of(
                editConfigurationFilePut("etc/dev.evergreen.jobs.cfg", "generation", "2"),
                vmOption("-Devergreen.counts=" + System.getProperty("evergreen.counts", "ci")));
    }

    @Test
    public void noSentenceIsLostWhileTheNarratorIsReplaced() throws Exception {
        awaitReady();
        NodeApi api = new NodeApi(Path.of(context.getProperty("evergreen.data")));
        SpokenFilms films = new SpokenFilms(api);
        byte[] jar = narratorJar();
        films.haveSentencesLeft();
        films.awaitSpokenSince(Instant.EPOCH);
        SynchronousBundleListener listener = this::record;
        context.addBundleListener(listener);
        try {
            for (int swap = 1; swap <= SWAPS; swap++) {
                swap(films, "1." + swap + ".0", PluginJar.withVersion(jar, "1." + swap + ".0"), beside(api));
                swap(films, "1." + swap + ".1", PluginJar.withVersion(jar, "1." + swap + ".1"), inPlace());
            }
            for (JsonNode film : films.awaitEnd()) {
                assertMadeInOneGo(film);
            }
            for (String state : List.of("failed", "dead", "cancelled")) {
                assertEquals(state, 0, api.read("/api/v1/jobs?state=" + state).size());
            }
            assertEquals("bundles that were disturbed", List.of(), List.copyOf(disturbed));
        } finally {
            context.removeBundleListener(listener);
        }
        assertEquals(2 * SWAPS, old.size());
        await("the end of the old versions' class loaders", () -> {
            System.gc();
            return old.stream().allMatch(loader -> loader.get() == null);
        });
        awaitReady();
    }

    /** One way to bring a new version. */
    private interface Way {
        void bring(byte[] jar, String version) throws Exception;
    }

    private void swap(SpokenFilms films, String version, byte[] jar, Way way) throws Exception {
        old.add(new WeakReference<>(narrator().adapt(BundleWiring.class).getClassLoader()));
        films.haveSentencesLeft();
        way.bring(jar, version);
        assertEquals(version, narrator().getVersion().toString());
        ServiceReference<?>[] offers = context.getAllServiceReferences(SPEECH, null);
        assertEquals("only the new version offers speech: " + Arrays.toString(offers), 1, offers.length);
        assertEquals(narrator(), offers[0].getBundle());
        films.awaitSpokenSince(Instant.now());
    }

    /** Through the plugin set: the new version is up before the old one goes. */
    private static Way beside(NodeApi api) {
        return (jar, version) -> {
            JsonNode plugin = NodeApi.data(api.upload("narrator-" + version + ".jar", jar));
            assertEquals(version, plugin.path("version").asText());
        };
    }

    /** Through the framework, as an update in the console: there is a moment without any narrator. */
    private Way inPlace() {
        return (jar, version) -> {
            Bundle narrator = narrator();
            narrator.update(new ByteArrayInputStream(jar));
            assertEquals(narrator.getBundleId(), narrator().getBundleId());
        };
    }

    private static void assertMadeInOneGo(JsonNode film) {
        assertEquals(
                film.path("job").path("error").asText(),
                "succeeded",
                film.path("job").path("state").asText());
        assertTrue("there is a film", film.path("film").path("id").isTextual());
        for (JsonNode step : film.path("steps")) {
            String title = step.path("title").asText();
            assertEquals(title, "succeeded", step.path("state").asText());
            assertEquals(title, 1, step.path("attempts").asInt());
        }
    }

    private byte[] narratorJar() throws IOException {
        Path folder = Path.of(context.getProperty("karaf.home"), "system", "dev/evergreen", NARRATOR);
        try (Stream<Path> files = Files.walk(folder)) {
            Path jar = files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no narrator in " + folder));
            return Files.readAllBytes(jar);
        }
    }

    /** The one that runs. */
    private Bundle narrator() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> NARRATOR.equals(bundle.getSymbolicName()))
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no narrator is active"));
    }

    private void record(BundleEvent event) {
        boolean change = (event.getType()
                        & (BundleEvent.STARTED
                                | BundleEvent.STOPPED
                                | BundleEvent.UPDATED
                                | BundleEvent.UNRESOLVED
                                | BundleEvent.UNINSTALLED))
                != 0;
        if (change && !NARRATOR.equals(event.getBundle().getSymbolicName())) {
            disturbed.add(event.getBundle() + " event " + event.getType());
        }
    }
}
