package dev.evergreen.spi.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where descriptors lie in a plugin bundle: {@code EVG-INF/<plugin id>.yaml}, one a plugin.
 *
 * <p>Keys: {@code id}, {@code kind} ({@link PluginKind#word}), {@code title}, {@code description}, {@code version}, {@code tags} (list),
 * {@code preview} (a resource beside the descriptor), {@code capabilities} (providers: simple names of the service interfaces),
 * {@code configuration} (providers with accounts: the factory PID of which each account becomes one configuration),
 * {@code parameters} (JSON Schema 2020-12 of the configuration or the effect's parameters, with {@code x-unit}, {@code x-widget},
 * {@code x-animatable}).
 *
 * <p>{@link #schema} says it exactly.
 */
public final class DescriptorFiles {
    /** The folder in the bundle. */
    public static final String FOLDER = "EVG-INF";

    /** The ending of every descriptor. */
    public static final String SUFFIX = ".yaml";

    private static final String SCHEMA = "descriptor.schema.json";

    private DescriptorFiles() {}

    /** JSON Schema 2020-12 of a descriptor, as text. */
    public static String schema() {
        try (InputStream schema = DescriptorFiles.class.getResourceAsStream(SCHEMA)) {
            return new String(Objects.requireNonNull(schema, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCHEMA, e);
        }
    }
}
