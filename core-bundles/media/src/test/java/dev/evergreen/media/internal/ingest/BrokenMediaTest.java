package dev.evergreen.media.internal.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.evergreen.media.IngestLimits;
import dev.evergreen.media.Ingested;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.render.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Media broken in every way: each is taken or refused with a reason, in its time, and leaves nothing behind. */
class BrokenMediaTest {
    private static final int CASES = "full".equals(System.getProperty("evergreen.counts")) ? 260 : 24;
    private static final Set<MediaException.Kind> REASONS = EnumSet.of(
            MediaException.Kind.UNREADABLE,
            MediaException.Kind.UNSUPPORTED,
            MediaException.Kind.TOO_LARGE,
            MediaException.Kind.TIMEOUT);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final IngestLimits LIMITS = new IngestLimits(
            1L << 30,
            40_000_000,
            Duration.ofMinutes(2),
            64,
            new WorkLimits(LONGEST, Duration.ofSeconds(20), 3L << 30, 256L << 20));

    @TempDir
    Path folder;

    @Test
    void nothingCrashesHangsOrStays() throws Exception {
        Natives.load(TestEngine.natives());
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path kept = Files.createDirectory(folder.resolve("kept"));
        FfmpegIngest ingest = new FfmpegIngest(temporary);
        List<Path> sound = Seeds.make(Files.createDirectory(folder.resolve("seeds")), CASES);
        for (Path seed : sound) {
            Files.delete(ingest.normalise(seed, kept, LIMITS).file());
        }
        long openFiles = openFiles();
        Map<MediaException.Kind, Integer> refused = new EnumMap<>(MediaException.Kind.class);
        List<String> failures = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(7_000 + i);
            Path seed = sound.get(i % sound.size());
            Damage damage = Damage.values()[(i / sound.size() + i) % Damage.values().length];
            String name = damage.name().toLowerCase(java.util.Locale.ROOT) + "-" + i + "-" + seed.getFileName();
            Path broken = Files.write(folder.resolve(name), damage.done(Files.readAllBytes(seed), random));
            Instant start = Instant.now();
            try {
                Ingested ingested = ingest.normalise(broken, kept, LIMITS);
                assertTrue(Files.size(ingested.file()) > 0, name);
                Files.delete(ingested.file());
                taken++;
            } catch (MediaException e) {
                refused.merge(e.kind(), 1, Integer::sum);
                String message = String.valueOf(e.getMessage());
                boolean clear =
                        message.contains(name) || e.kind() == MediaException.Kind.TIMEOUT || message.contains("limit");
                if (!REASONS.contains(e.kind()) || !clear || message.length() > 500) {
                    failures.add(name + ": " + e.kind() + " " + message);
                }
            }
            Duration lasted = Duration.between(start, Instant.now());
            // Looking, making, looking at what was made.
            if (lasted.compareTo(LONGEST.multipliedBy(3)) > 0) {
                failures.add(name + " took " + lasted);
            }
            Files.delete(broken);
        }
        assertEquals(List.of(), failures, taken + " taken, refused: " + refused);
        assertTrue(taken > 0 && !refused.isEmpty(), taken + " taken, refused: " + refused);
        assertEquals(List.of(), left(temporary), "temporary files stay");
        assertEquals(List.of(), left(kept), "unfinished files stay");
        assertEquals(
                0,
                ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .count(),
                "children live on");
        assertTrue(openFiles() <= openFiles, "open files: " + openFiles + " before, " + openFiles() + " after");
    }

    private static List<Path> left(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (java.nio.file.NoSuchFileException e) {
            return fail("This test counts open files as Linux lists them", e);
        }
    }
}
