package dev.evergreen.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules by root package, and which of the others each may import. A plugin is whatever is not named here. */
final class Modules {
    static final String PREFIX = "dev.evergreen.";

    private static final Set<String> BASE = Set.of("spi", "domain");
    private static final Set<String> ENGINE = Set.of("orchestrator", "jobs", "media", "scripting", "rendering");
    private static final Set<String> USE_CASES =
            Set.of("projects", "productions", "editor", "publishing", "spending", "notifications");
    private static final Set<String> PLUGIN_ROOTS =
            Set.of("provider", "effect", "sound", "transition", "exporter", "publisher");

    /** Who may import whom, beside itself. Adapters (persistence, cache, blobs) stand in nobody's list. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("spi", Set.of()),
            Map.entry("kit", Set.of("spi")),
            Map.entry("tck", Set.of("spi", "kit")),
            Map.entry("contract.test", Set.of("spi", "kit", "tck")),
            Map.entry("storage.contract", BASE),
            Map.entry("vendor.simulator", Set.of()),
            Map.entry("domain", Set.of("spi")),
            Map.entry("scripting", BASE),
            Map.entry("orchestrator", BASE),
            Map.entry("jobs", BASE),
            Map.entry("media", BASE),
            Map.entry("rendering", union(BASE, Set.of("jobs", "media"))),
            Map.entry("media.fonts", Set.of()),
            Map.entry("media.natives", Set.of()),
            Map.entry("plugins", union(BASE, Set.of("kit"))),
            Map.entry("identity", BASE),
            Map.entry("telemetry", BASE),
            Map.entry("persistence", BASE),
            Map.entry("persistence.embedded", BASE),
            Map.entry("cache", BASE),
            Map.entry("cache.redis", BASE),
            Map.entry("blobs", BASE),
            Map.entry("blobs.s3", BASE),
            Map.entry("projects", union(BASE, ENGINE)),
            Map.entry("productions", union(BASE, ENGINE)),
            Map.entry("editor", union(BASE, ENGINE)),
            Map.entry("publishing", union(BASE, ENGINE)),
            Map.entry("spending", BASE),
            Map.entry("notifications", union(BASE, ENGINE)),
            Map.entry("api", union(BASE, ENGINE, USE_CASES, Set.of("plugins"))),
            Map.entry("console", union(BASE, ENGINE, USE_CASES, Set.of("plugins"))),
            Map.entry("web", Set.of()),
            Map.entry("launcher", Set.of()));

    private static final Set<String> PLUGIN_IMPORTS = Set.of("spi", "kit");

    private Modules() {}

    /** The module a class belongs to; empty for a class that is not ours. */
    static Optional<String> of(JavaClass type) {
        return ofPackage(type.getPackageName());
    }

    static Optional<String> ofPackage(String name) {
        if (!(name + ".").startsWith(PREFIX)) {
            return Optional.empty();
        }
        String own = (name + ".").substring(PREFIX.length());
        Optional<String> core = ALLOWED.keySet().stream()
                .filter(module -> own.startsWith(module + "."))
                .max(Comparator.comparingInt(String::length));
        // A plugin's root package is its bundle's name; its first two or more parts tell plugins apart.
        return core.or(
                () -> Optional.of(own.replaceFirst("\\.internal\\..*$", "").replaceFirst("\\.$", "")));
    }

    static boolean isPlugin(String module) {
        return !ALLOWED.containsKey(module) && PLUGIN_ROOTS.contains(module.split("\\.", 2)[0]);
    }

    static boolean isKnown(String module) {
        return ALLOWED.containsKey(module) || isPlugin(module);
    }

    static boolean mayImport(String importer, String imported) {
        if (importer.equals(imported)) {
            return true;
        }
        if (!ALLOWED.containsKey(importer)) {
            return PLUGIN_IMPORTS.contains(imported) || imported.startsWith(importer + ".");
        }
        return ALLOWED.get(importer).contains(imported);
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
