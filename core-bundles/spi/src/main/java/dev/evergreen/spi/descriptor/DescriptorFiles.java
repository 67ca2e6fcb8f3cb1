package dev.evergreen.spi.descriptor;

/**
 * Where descriptors lie in a plugin bundle: {@code EVG-INF/<plugin id>.yaml}, one a plugin.
 *
 * <p>Keys: {@code id}, {@code kind} ({@link PluginKind#word}), {@code title}, {@code description}, {@code version}, {@code tags} (list),
 * {@code preview} (a resource beside the descriptor), {@code capabilities} (providers: simple names of the service interfaces),
 * {@code parameters} (JSON Schema 2020-12 of the configuration or the effect's parameters, with {@code x-unit}, {@code x-widget},
 * {@code x-animatable}).
 */
public final class DescriptorFiles {
    /** The folder in the bundle. */
    public static final String FOLDER = "EVG-INF";

    /** The ending of every descriptor. */
    public static final String SUFFIX = ".yaml";

    private DescriptorFiles() {}
}
