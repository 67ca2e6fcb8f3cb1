package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.SecretReferences;
import dev.evergreen.domain.storage.StorageException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The configuration, checked.
 *
 * @param buckets by kind of blob; plugin jars lie with the media
 * @param keys access key and secret; empty for what Amazon's own rules find
 * @param encryption empty to leave it to the bucket
 * @param evictableDays empty for never
 * @param partBytes the size of parts, and the largest blob that is sent in one
 */
record S3Settings(
        Map<BlobKind, String> buckets,
        Optional<URI> endpoint,
        String region,
        boolean pathStyle,
        Optional<Keys> keys,
        Encryption encryption,
        boolean manageBuckets,
        Optional<Integer> evictableDays,
        int versionsDays,
        int partBytes,
        int attempts,
        Duration timeout) {
    private static final String FILE = "etc/dev.evergreen.blobs.s3.cfg";

    /** An access key. */
    record Keys(String access, String secret) {
        /** Without the secret, so that it can be logged. */
        @Override
        public String toString() {
            return "Keys[" + access + "]";
        }
    }

    /**
     * How the store encrypts.
     *
     * @param algorithm {@code AES256}, {@code aws:kms}, or empty to leave it to the bucket
     * @param kmsKey empty for the account's own
     */
    record Encryption(Optional<String> algorithm, Optional<String> kmsKey) {}

    S3Settings {
        buckets = Map.copyOf(buckets);
    }

    /**
     * @param environment gives the value of a variable, null when it is not set
     * @throws StorageException MISCONFIGURED naming the key that cannot be used
     */
    static S3Settings of(S3Configuration configuration, UnaryOperator<@Nullable String> environment) {
        Map<BlobKind, String> buckets = new EnumMap<>(BlobKind.class);
        String media = bucket("bucket.media", configuration.bucket_media());
        buckets.put(BlobKind.MEDIA, media);
        buckets.put(BlobKind.PLUGINS, media);
        buckets.put(BlobKind.GENERATED, bucket("bucket.generated", configuration.bucket_generated()));
        buckets.put(BlobKind.EXPORTS, bucket("bucket.exports", configuration.bucket_exports()));
        return new S3Settings(
                buckets,
                endpoint(configuration.endpoint().strip()),
                configuration.region().strip(),
                configuration.path_style(),
                keys(configuration, environment),
                encryption(configuration),
                configuration.manage_buckets(),
                configuration.evictable_days() == 0
                        ? Optional.empty()
                        : Optional.of(range("evictable.days", configuration.evictable_days(), 1, 3650)),
                range("versions.days", configuration.versions_days(), 1, 3650),
                range("part.mebibytes", configuration.part_mebibytes(), 5, 512) << 20,
                range("attempts", configuration.attempts(), 1, 10),
                Duration.ofSeconds(range("timeout.seconds", configuration.timeout_seconds(), 1, 3600)));
    }

    /** Each bucket once. */
    List<String> allBuckets() {
        return buckets.values().stream().distinct().sorted().toList();
    }

    String bucket(BlobKind kind) {
        return java.util.Objects.requireNonNull(buckets.get(kind), "a bucket for every kind");
    }

    /** For people. */
    String place() {
        return "S3 at " + endpoint.map(URI::toString).orElse("Amazon, " + region) + ", buckets "
                + String.join(", ", allBuckets());
    }

    private static String bucket(String key, String name) {
        String stripped = name.strip();
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
        if (!stripped.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw misconfigured(
                    key + " = " + stripped + " in " + FILE + " is no bucket: a name has 3 to 63 small letters,"
                            + " digits, dots or dashes, and all three buckets are given or none");
        }
        return stripped;
    }

    private static Optional<URI> endpoint(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            throw new StorageException(StorageException.Kind.MISCONFIGURED, noEndpoint(text), e);
        }
        throw misconfigured(noEndpoint(text));
    }

    private static String noEndpoint(String text) {
        return "endpoint = " + text + " in " + FILE + " is not http://host:port or https://host";
    }

    private static Optional<Keys> keys(S3Configuration configuration, UnaryOperator<@Nullable String> environment) {
        String access = SecretReferences.resolve(
                "The access key of S3", "access.key in " + FILE, configuration.access_key(), environment);
        String secret = SecretReferences.resolve(
                "The secret key of S3", "secret.key in " + FILE, configuration.secret_key(), environment);
        if (access.isEmpty() != secret.isEmpty()) {
            throw misconfigured("access.key and secret.key in " + FILE + " are given both or not at all");
        }
        return access.isEmpty() ? Optional.empty() : Optional.of(new Keys(access, secret));
    }

    private static Encryption encryption(S3Configuration configuration) {
        String algorithm = configuration.encryption().strip();
        String key = configuration.kms_key().strip();
        Optional<String> kmsKey = key.isEmpty() ? Optional.empty() : Optional.of(key);
        return switch (algorithm) {
            case "none" -> new Encryption(Optional.empty(), Optional.empty());
            case "AES256" -> new Encryption(Optional.of(algorithm), Optional.empty());
            case "aws:kms" -> new Encryption(Optional.of(algorithm), kmsKey);
            default ->
                throw misconfigured("encryption = " + algorithm + " in " + FILE + " must be AES256, aws:kms or none");
        };
    }

    private static int range(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw misconfigured(key + " = " + value + " in " + FILE + " must be " + least + " to " + most);
        }
        return value;
    }

    private static StorageException misconfigured(String message) {
        return new StorageException(StorageException.Kind.MISCONFIGURED, message);
    }
}
