package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every provider keeps to, whatever its vendor. Extend it once for each capability.
 *
 * @param <Q> the capability's request
 * @param <R> the capability's result
 */
public abstract class ProviderContract<Q extends Request<R>, R extends Result> {
    private static final int MOST_POLLS = 100;
    private static final int LONGEST_CHECKPOINT = 16 * 1024;

    @TempDir
    Path folder;

    /** A provider as the runtime would make it; every call gives a new one with the same configuration. */
    protected abstract Provider<Q, R> provider();

    /** A request that at least one offer supports. */
    protected abstract Q request();

    /** Requests that no offer can serve: too large, too long, another language. At least one. */
    protected abstract List<Q> unsupported();

    /** Holds a result against its request: size, length, content. */
    protected abstract void check(Q request, R result) throws IOException;

    /** Whether the same request gives the same bytes. */
    protected boolean deterministic() {
        return false;
    }

    /** Whether a call may take so long that giving it up in the middle must end it. */
    protected boolean interruptible() {
        return true;
    }

    /**
     * A call that must fail in a named way.
     *
     * @param when what goes wrong, for the test's name
     * @param provider made so that it does go wrong: a refused key, a vendor that is away
     */
    public record Failure<Q extends Request<R>, R extends Result>(
            String when, Provider<Q, R> provider, Q request, ProviderException.Kind kind) {}

    /** The ways in which calls to this provider fail, at least one for each kind that its vendor can cause. */
    protected List<Failure<Q, R>> failures() {
        return List.of();
    }

    /** What must never be seen: the keys that {@link #provider} and the failing providers work with. */
    protected Set<String> secrets() {
        return Set.of();
    }

    /** A call as the engine makes it; override it to let plugins download. */
    protected TestCall call(Path callFolder) {
        return new TestCall(callFolder);
    }

    /** Checkpoints of running tasks as released versions of this plugin wrote them; {@link #provider} must finish each. */
    protected List<Checkpoint> earlierCheckpoints() {
        return List.of();
    }

    @Test
    void offersAreNamedAndDistinct() {
        List<Offer> offers = provider().offers();
        assertFalse(offers.isEmpty(), "a provider without offers is never asked");
        Set<String> ids = new HashSet<>();
        for (Offer offer : offers) {
            assertTrue(ids.add(offer.id()), "offer " + offer.id() + " is there twice");
            assertFalse(offer.id().isBlank() || offer.title().isBlank(), "an offer has an id and a title: " + offer);
            assertFalse(offer.region().isBlank(), "an offer says where it runs: " + offer);
        }
        assertEquals(offers, provider().offers(), "offers of two equal providers");
    }

    @Test
    void negotiationIsPure() {
        Provider<Q, R> provider = provider();
        for (Offer offer : provider.offers()) {
            assertEquals(provider.support(request(), offer), provider.support(request(), offer));
            assertEquals(provider.support(request(), offer), provider().support(request(), offer));
            assertEquals(provider.quote(request(), offer), provider.quote(request(), offer), "a quote is pure");
        }
        assertTrue(call(folder).filesLeft().isEmpty(), "negotiating writes nothing");
    }

    @Test
    void whatCannotBeServedIsRefusedBeforeItIsBought() {
        Provider<Q, R> provider = provider();
        assertFalse(unsupported().isEmpty(), "name at least one request that cannot be served");
        for (Q request : unsupported()) {
            for (Offer offer : provider.offers()) {
                Support<Q> support = provider.support(request, offer);
                Support.Unsupported<?> refused =
                        assertInstanceOf(Support.Unsupported.class, support, request + " by " + offer.id());
                assertFalse(refused.reasons().isEmpty(), "a refusal names its reason");
                refused.reasons().forEach(reason -> assertFalse(reason.isBlank(), "a reason is a sentence"));
            }
        }
    }

    @Test
    void quotesHoldTogether() {
        Provider<Q, R> provider = provider();
        Quote quote = provider.quote(request(), offer(provider));
        if (quote instanceof Quote.Known known) {
            assertTrue(known.ceiling().compareTo(known.expected()) >= 0, "the ceiling is never below the price");
            assertFalse(known.duration().isNegative(), "a duration is not negative");
        } else {
            assertFalse(((Quote.Unknown) quote).reason().isBlank(), "an unknown price says why");
        }
    }

    @Test
    void requestIsServed() throws Exception {
        Provider<Q, R> provider = provider();
        TestCall call = call(Files.createDirectory(folder.resolve("call")));
        R result = serve(provider, call);
        for (MediaFile file : files(result)) {
            assertTrue(file.path().startsWith(folder), "files lie in the call's workspace: " + file.path());
            assertTrue(Files.size(file.path()) > 0, "a file has content: " + file.path());
            assertTrue(file.mediaType().matches("[a-z]+/[a-z0-9.+-]+"), "a media type: " + file.mediaType());
        }
        call.progress().forEach(share -> assertTrue(share >= 0 && share <= 1, "progress is 0 to 1, but " + share));
        check(effective(provider), result);
        assertHidden(call.warnings() + " " + call.checkpoints() + " " + result);
    }

    @Test
    void sameRequestGivesSameBytes() throws Exception {
        Assumptions.assumeTrue(deterministic());
        List<byte[]> once = contents(serve(provider(), call(Files.createDirectory(folder.resolve("once")))));
        List<byte[]> again = contents(serve(provider(), call(Files.createDirectory(folder.resolve("again")))));
        assertEquals(once.size(), again.size());
        for (int i = 0; i < once.size(); i++) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(once.get(i), again.get(i), "file " + i);
        }
    }

    @Test
    void callThatWasGivenUpIsNotServed() throws Exception {
        Provider<Q, R> provider = provider();
        TestCall call = call(Files.createDirectory(folder.resolve("call")));
        call.cancel();
        ProviderException refused = assertThrows(
                ProviderException.class, () -> provider.execute(effective(provider), offer(provider), call));
        assertEquals(ProviderException.Kind.CANCELLED, refused.kind());
    }

    @Test
    void callThatIsGivenUpInTheMiddleEnds() throws Exception {
        Assumptions.assumeTrue(interruptible());
        Provider<Q, R> provider = provider();
        TestCall call = call(Files.createDirectory(folder.resolve("call")));
        call.cancelInTheMiddle();
        ProviderException ended = assertThrows(
                ProviderException.class, () -> provider.execute(effective(provider), offer(provider), call));
        assertEquals(ProviderException.Kind.CANCELLED, ended.kind());
    }

    @TestFactory
    Stream<DynamicTest> failuresHaveTheirKind() {
        return failures().stream()
                .map(failure -> DynamicTest.dynamicTest("failuresHaveTheirKind: " + failure.when(), () -> {
                    TestCall call = call(Files.createTempDirectory(folder, "call"));
                    Offer offer = offer(failure.provider(), failure.request());
                    ProviderException thrown = assertThrows(
                            ProviderException.class,
                            () -> finish(
                                    failure.provider(),
                                    failure.provider().execute(failure.request(), offer, call),
                                    call));
                    assertEquals(failure.kind(), thrown.kind(), words(thrown));
                    assertFalse(String.valueOf(thrown.getMessage()).isBlank(), "a failure says what to do");
                    assertHidden(words(thrown));
                    assertHidden(call.warnings() + " " + call.checkpoints());
                }));
    }

    @TestFactory
    Stream<DynamicTest> tasksOfEarlierVersionsAreFinished() {
        return earlierCheckpoints().stream()
                .map(checkpoint -> DynamicTest.dynamicTest(
                        "tasksOfEarlierVersionsAreFinished: schema " + checkpoint.schema(), () -> {
                            TestCall call = call(Files.createTempDirectory(folder, "call"));
                            check(
                                    effective(provider()),
                                    finish(provider(), poll(provider(), storedAndRead(checkpoint), call), call));
                        }));
    }

    @Test
    void noThreadStays() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        serve(provider(), call(Files.createDirectory(folder.resolve("call"))));
        Set<String> stayed = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && !thread.isDaemon() && thread.isAlive())
                .map(Thread::getName)
                .collect(Collectors.toSet());
        assertTrue(stayed.isEmpty(), "threads that would keep the plugin's classes: " + stayed);
    }

    private R serve(Provider<Q, R> provider, TestCall call) throws ProviderException {
        Outcome<R> outcome = provider.execute(effective(provider), offer(provider), call);
        assertTrue(
                outcome instanceof Outcome.Done || !call.checkpoints().isEmpty(),
                "a task's checkpoint is stored before execute returns");
        return finish(provider(), outcome, call);
    }

    /** Goes on with a provider made anew, as after a restart. */
    private R finish(Provider<Q, R> restarted, Outcome<R> begun, TestCall call) throws ProviderException {
        Outcome<R> outcome = begun;
        for (int polls = 0; outcome instanceof Outcome.Pending<R> pending; polls++) {
            assertTrue(polls < MOST_POLLS, "still pending after " + MOST_POLLS + " polls");
            outcome = poll(restarted, storedAndRead(pending.checkpoint()), call);
        }
        return ((Outcome.Done<R>) outcome).result();
    }

    @SuppressWarnings("unchecked")
    private Outcome<R> poll(Provider<Q, R> restarted, Checkpoint checkpoint, TestCall call) throws ProviderException {
        assertInstanceOf(Pollable.class, restarted, "a provider that answers Pending is Pollable");
        return ((Pollable<R>) restarted).poll(checkpoint, call);
    }

    /** What a log would show of a failure. */
    private static String words(Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            words.append(at).append('\n');
            for (Throwable suppressed : at.getSuppressed()) {
                words.append(words(suppressed));
            }
        }
        return words.toString();
    }

    private void assertHidden(String shown) {
        secrets().forEach(secret -> assertFalse(shown.contains(secret), "a secret is shown: " + shown));
    }

    private static Checkpoint storedAndRead(Checkpoint checkpoint) {
        int size = checkpoint.state().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        assertTrue(size <= LONGEST_CHECKPOINT, "a checkpoint has at most " + LONGEST_CHECKPOINT + " letters: " + size);
        return new Checkpoint(checkpoint.schema(), new HashMap<>(checkpoint.state()));
    }

    private Offer offer(Provider<Q, R> provider) {
        return offer(provider, request());
    }

    private Offer offer(Provider<Q, R> provider, Q request) {
        return provider.offers().stream()
                .filter(offer -> !(provider.support(request, offer) instanceof Support.Unsupported))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no offer supports " + request));
    }

    /** The request as the offer would serve it. */
    private Q effective(Provider<Q, R> provider) {
        return provider.support(request(), offer(provider)) instanceof Support.Adjusted<Q> adjusted
                ? adjusted.request()
                : request();
    }

    private List<byte[]> contents(R result) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (MediaFile file : files(result)) {
            contents.add(Files.readAllBytes(file.path()));
        }
        return contents;
    }

    private static List<MediaFile> files(Object value) {
        List<MediaFile> files = new ArrayList<>();
        collect(value, files);
        return files;
    }

    private static void collect(Object value, List<MediaFile> files) {
        if (value instanceof MediaFile file) {
            files.add(file);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, files));
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                collect(read(component, value), files);
            }
        }
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot read " + component + " of " + value, e);
        }
    }
}
