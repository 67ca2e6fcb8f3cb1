package dev.evergreen.cache.redis.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.StorageException;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {
    @Test
    void readsEverythingFromTheUrl() {
        RedisSettings settings = of("rediss://evergreen:p%40ss+word@cache.example:6390/3", "");
        assertEquals("cache.example", settings.host());
        assertEquals(6390, settings.port());
        assertEquals(3, settings.database());
        assertEquals("evergreen", settings.user());
        assertEquals("p@ss+word", settings.password());
        assertTrue(settings.tls());
        assertEquals("Redis at cache.example:6390/3 (TLS)", settings.place());
        assertFalse(settings.toString().contains("p@ss"), settings.toString());
    }

    @Test
    void takesThePasswordFromItsReference() {
        RedisSettings settings = of("redis://cache.example", "env:REDIS_PASSWORD");
        assertEquals("hunter2", settings.password());
        assertEquals(6379, settings.port());
        assertEquals("", settings.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a:1", "redis:", "redis://:secret@", "::", "redis://host:6379/many"})
    void refusesOtherUrlsWithoutRepeatingThem(String url) {
        StorageException failure = assertThrows(StorageException.class, () -> of(url, ""));
        assertEquals(StorageException.Kind.MISCONFIGURED, failure.kind());
        assertTrue(
                String.valueOf(failure.getMessage()).contains("etc/dev.evergreen.cache.redis.cfg"),
                failure.getMessage());
        assertFalse(String.valueOf(failure.getMessage()).contains("secret"), failure.getMessage());
    }

    private static RedisSettings of(String url, String password) {
        return RedisSettings.of(new Configured(url, password), Map.of("REDIS_PASSWORD", "hunter2")::get);
    }

    private record Configured(String url, String password) implements RedisConfiguration {
        @Override
        public String tls_certificates() {
            return "";
        }

        @Override
        public String prefix() {
            return "evergreen";
        }

        @Override
        public int connections() {
            return 16;
        }

        @Override
        public int timeout_millis() {
            return 1000;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return RedisConfiguration.class;
        }
    }
}
