package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.ledger.ResultCache;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.MediaIntake;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the files of results into the blob store, and keeps results for the next equal request. */
final class ResultShelf {
    private static final Logger LOG = LoggerFactory.getLogger(ResultShelf.class);
    private static final String PREFIX = "sha256:";

    private final BlobStore blobs;
    private final ResultCache cache;
    private final MediaIntake intake;
    private final Duration timeToLive;
    private final Clock clock;

    ResultShelf(BlobStore blobs, ResultCache cache, MediaIntake intake, Duration timeToLive, Clock clock) {
        this.blobs = blobs;
        this.cache = cache;
        this.intake = intake;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    /**
     * A result whose files lie in the blob store.
     *
     * @param files by path, as in the result
     * @param servedBy {@code plugin/account/offer}, or {@code plugin/offer}
     */
    record Shelved<R extends Result>(R result, Map<Path, BlobRef> files, String plugin, String servedBy) {}

    /**
     * Stores the files of a fresh result.
     *
     * @param intakeFolder where files that came from elsewhere are made safe to open; empty for files made on this machine
     * @throws ProviderException BAD_RESPONSE when a file lies outside the call's workspace, is missing or empty, or is no
     *     media that can be taken in
     */
    <R extends Result> Shelved<R> store(R result, List<Path> allowed, OfferKey key, Optional<Path> intakeFolder)
            throws ProviderException {
        Map<Path, MediaFile> taken = new HashMap<>();
        for (MediaFile file : MediaFiles.in(result)) {
            check(file, allowed, key);
            taken.put(file.path(), intakeFolder.isPresent() ? takeIn(file, intakeFolder.get(), key) : file);
        }
        Map<Path, BlobRef> files = new HashMap<>();
        R shelved = MediaFiles.map(result, given -> {
            MediaFile file = Objects.requireNonNull(taken.get(given.path()));
            BlobRef blob = blobs.put(BlobSpec.keep(BlobKind.GENERATED, file.mediaType()), file.path());
            Path path = blobs.localPath(blob.digest());
            files.put(path, blob);
            return new MediaFile(path, file.mediaType());
        });
        return new Shelved<>(shelved, files, key.plugin(), key.toString());
    }

    private MediaFile takeIn(MediaFile file, Path folder, OfferKey key) throws ProviderException {
        try {
            MediaIntake.Taken taken = intake.take(file.path(), folder);
            return new MediaFile(taken.file(), taken.mediaType());
        } catch (ProblemException e) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE,
                    key + " answered with a file that is no usable media: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Keeps a result for equal requests; that it cannot be kept is no failure of the call.
     *
     * @param least for at least that time, where results are kept at all
     * @param prompt what requests may be alike by
     */
    <R extends Result> void keep(
            String digest, Shelved<R> shelved, Duration least, Optional<ResultCache.Prompt> prompt) {
        if (timeToLive.isZero()) {
            return;
        }
        R portable = MediaFiles.map(shelved.result(), file -> {
            String blob =
                    Objects.requireNonNull(shelved.files().get(file.path())).digest();
            return new MediaFile(Path.of("/", blob.substring(PREFIX.length())), file.mediaType());
        });
        try {
            cache.put(
                    digest,
                    new ResultCache.Entry(
                            Json.write(portable),
                            shelved.plugin(),
                            shelved.servedBy(),
                            clock.instant().plus(timeToLive.compareTo(least) < 0 ? least : timeToLive)),
                    prompt);
        } catch (RuntimeException e) {
            LOG.warn("A result of {} could not be kept for equal requests", shelved.servedBy(), e);
        }
    }

    /** An earlier result of an equal request, as long as all its files are there. */
    <R extends Result> Optional<Shelved<R>> find(String digest, Class<R> type) {
        if (timeToLive.isZero()) {
            return Optional.empty();
        }
        try {
            return cache.find(digest).flatMap(entry -> restore(entry, type));
        } catch (RuntimeException e) {
            LOG.warn("Results of equal requests cannot be looked up; the request is served anew", e);
            return Optional.empty();
        }
    }

    /** What was asked before in much the same words. */
    record Alike<R extends Result>(Shelved<R> shelved, Trail.SimilarPrompt prompt) {}

    /** The result of the prompt that is most alike, as long as all its files are there. */
    <R extends Result> Optional<Alike<R>> findSimilar(ResultCache.Prompt prompt, double least, Class<R> type) {
        if (timeToLive.isZero()) {
            return Optional.empty();
        }
        try {
            return cache.findSimilar(prompt, least)
                    .flatMap(found -> this.<R>restore(found.entry(), type)
                            .map(shelved ->
                                    new Alike<>(shelved, new Trail.SimilarPrompt(found.text(), found.alikeness()))));
        } catch (RuntimeException e) {
            LOG.warn("Results of similar prompts cannot be looked up; the request is served anew", e);
            return Optional.empty();
        }
    }

    private <R extends Result> Optional<Shelved<R>> restore(ResultCache.Entry entry, Class<R> type) {
        R portable = Json.read(entry.result(), type);
        Set<String> digests = MediaFiles.in(portable).stream()
                .map(file -> PREFIX + file.path().getFileName())
                .collect(Collectors.toSet());
        if (!digests.stream().allMatch(blobs::exists)) {
            return Optional.empty();
        }
        Map<Path, BlobRef> files = new HashMap<>();
        R result = MediaFiles.map(portable, file -> {
            String digest = PREFIX + file.path().getFileName();
            Path path = blobs.localPath(digest);
            files.put(path, blobs.find(digest).orElseThrow());
            return new MediaFile(path, file.mediaType());
        });
        return Optional.of(new Shelved<>(result, files, entry.plugin(), entry.offer()));
    }

    private static void check(MediaFile file, List<Path> allowed, OfferKey key) throws ProviderException {
        try {
            Path real = file.path().toRealPath();
            if (allowed.stream().noneMatch(real::startsWith)) {
                throw bad(key, "a file outside its workspace: " + file.path().getFileName());
            }
            if (!Files.isRegularFile(real) || Files.size(real) == 0) {
                throw bad(key, "an empty file: " + file.path().getFileName());
            }
        } catch (IOException e) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE,
                    key + " answered with a file that cannot be read: "
                            + file.path().getFileName(),
                    e);
        }
    }

    private static ProviderException bad(OfferKey key, String what) {
        return new ProviderException(ProviderException.Kind.BAD_RESPONSE, key + " answered with " + what);
    }
}
