package dev.evergreen.blobs.s3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.StorageException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3SettingsTest {
    private static final Map<String, Object> BUCKETS = Map.of(
            "bucket_media", "acme-media-assets",
            "bucket_generated", "acme-generated-content",
            "bucket_exports", "acme-exports");

    @Test
    void readsWhatIsConfigured() {
        S3Settings settings = of(Map.of(
                "endpoint", "http://store:9000",
                "access_key", "env:ACCESS",
                "secret_key", "env:SECRET",
                "encryption", "aws:kms",
                "kms_key", "key-1",
                "evictable_days", 0));
        assertEquals("acme-media-assets", settings.bucket(BlobKind.PLUGINS));
        assertEquals(List.of("acme-exports", "acme-generated-content", "acme-media-assets"), settings.allBuckets());
        assertEquals(Optional.of(URI.create("http://store:9000")), settings.endpoint());
        assertEquals(Optional.of(new S3Settings.Keys("a", "hunter2")), settings.keys());
        assertEquals(Optional.of("key-1"), settings.encryption().kmsKey());
        assertEquals(Optional.empty(), settings.evictableDays());
        assertEquals(16 << 20, settings.partBytes());
        assertFalse(settings.toString().contains("hunter2"), settings.toString());
        assertTrue(settings.place().startsWith("S3 at http://store:9000, buckets acme-exports"), settings.place());
    }

    @Test
    void encryptsAndFindsKeysByAmazonsRulesUnlessToldOtherwise() {
        S3Settings settings = of(Map.of());
        assertEquals(Optional.of("AES256"), settings.encryption().algorithm());
        assertEquals(Optional.empty(), settings.keys());
        assertEquals(
                Optional.empty(), of(Map.of("encryption", "none")).encryption().algorithm());
    }

    @ParameterizedTest
    @CsvSource({
        "bucket_exports, '', bucket.exports",
        "bucket_media, Acme_Media, bucket.media",
        "endpoint, store:9000, endpoint",
        "endpoint, ':: no', endpoint",
        "encryption, rot13, encryption",
        "access_key, hunter2, access.key",
        "access_key, env:ACCESS, secret.key",
        "secret_key, env:ABSENT, ABSENT"
    })
    void namesWhatCannotBe(String key, String value, String named) {
        assertMisconfigured(Map.of(key, value), named);
    }

    @ParameterizedTest
    @CsvSource({"part_mebibytes, 4", "attempts, 0", "timeout_seconds, 0", "versions_days, 0", "evictable_days, -1"})
    void namesNumbersOutOfRange(String key, int value) {
        assertMisconfigured(Map.of(key, value), key.replace('_', '.'));
    }

    private static void assertMisconfigured(Map<String, Object> changes, String named) {
        StorageException failure = assertThrows(StorageException.class, () -> of(changes));
        assertEquals(StorageException.Kind.MISCONFIGURED, failure.kind());
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(named), message);
        assertFalse(message.contains("hunter2"), message);
    }

    /** The defaults of the configuration with some changes. */
    private static S3Settings of(Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(BUCKETS);
        values.putAll(changes);
        S3Configuration configuration = (S3Configuration) Proxy.newProxyInstance(
                S3Configuration.class.getClassLoader(),
                new Class<?>[] {S3Configuration.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return S3Settings.of(configuration, Map.of("ACCESS", "a", "SECRET", "hunter2")::get);
    }
}
