package dev.evergreen.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may import whom, as rules over compiled classes. */
final class ImportRules {
    /** One owner for each technology; the packages on the left are its own. */
    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("org.bytedeco", Set.of("media", "media.natives")),
            Map.entry("org.jdbi", Set.of("persistence")),
            Map.entry("com.zaxxer.hikari", Set.of("persistence")),
            Map.entry("org.flywaydb", Set.of("persistence")),
            Map.entry("org.postgresql", Set.of("persistence", "persistence.embedded")),
            Map.entry("io.zonky", Set.of("persistence.embedded")),
            Map.entry("io.javalin", Set.of("api")),
            Map.entry("org.eclipse.jetty", Set.of("api")),
            Map.entry("com.github.kagkarlsson", Set.of("jobs")),
            Map.entry("com.github.benmanes.caffeine", Set.of("cache")),
            Map.entry("jakarta.mail", Set.of("notifications")),
            Map.entry("redis.clients", Set.of("cache.redis")),
            Map.entry("org.apache.commons.pool2", Set.of("cache.redis")),
            Map.entry("software.amazon.awssdk", Set.of("blobs.s3", "provider.amazon.polly")),
            Map.entry("io.micrometer", Set.of("telemetry")),
            Map.entry("org.apache.karaf", Set.of("telemetry", "console")),
            Map.entry("info.picocli", Set.of("launcher")));

    private ImportRules() {}

    /** Every class imports only modules that its module may. */
    static ArchRule modules() {
        return classes()
                .that(belongToAModule())
                .should(new ArchCondition<>("import only modules that theirs may import") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String importer = Modules.of(type).orElseThrow();
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            Optional<String> imported = Modules.of(dependency.getTargetClass());
                            if (imported.isPresent() && !Modules.mayImport(importer, imported.get())) {
                                events.add(SimpleConditionEvent.violated(
                                        type,
                                        importer + " may not import " + imported.get() + ": "
                                                + dependency.getDescription()));
                            }
                        }
                    }
                });
    }

    /** What is internal to a module is used by that module only. */
    static ArchRule internals() {
        return classes().that(belongToAModule()).should(new ArchCondition<>("not use what is internal to others") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if ((target.getPackageName() + ".").contains(".internal.")
                            && !Modules.of(target).equals(Modules.of(type))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        });
    }

    /** The SPI needs nothing but the Java platform; annotations of OSGi and JSpecify leave nothing behind. */
    static ArchRule spiNeedsOnlyJava() {
        return classes()
                .that()
                .resideInAPackage("dev.evergreen.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "dev.evergreen.spi..", "org.osgi.annotation..", "org.jspecify.annotations..");
    }

    /** A technology is used by its owner only. */
    static List<ArchRule> technologies() {
        return OWNERS.entrySet().stream()
                .<ArchRule>map(entry -> noClasses()
                        .that(describe(
                                "belong neither to " + entry.getValue(),
                                type -> Modules.of(type)
                                        .map(module -> !entry.getValue().contains(module))
                                        .orElse(false)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(entry.getKey() + ".."))
                .toList();
    }

    /** What product code never does. */
    static List<ArchRule> manners() {
        return List.of(
                noClasses().should().callMethod(Thread.class, "sleep", long.class),
                noClasses().should().callMethod(Thread.class, "sleep", long.class, int.class),
                noClasses()
                        .should()
                        .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("printStackTrace"))),
                noClasses().should().callConstructor(UnsupportedOperationException.class),
                noClasses().should().callConstructor(UnsupportedOperationException.class, String.class));
    }

    private static DescribedPredicate<JavaClass> belongToAModule() {
        return describe("belong to a module", type -> Modules.of(type).isPresent());
    }
}
