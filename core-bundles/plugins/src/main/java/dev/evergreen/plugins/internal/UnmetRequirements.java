package dev.evergreen.plugins.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** What a bundle cannot do without and nothing in the framework provides, in words. */
final class UnmetRequirements {
    private static final Pattern AT_LEAST = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern EXACTLY = Pattern.compile("\\(version=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private final FrameworkWiring wiring;

    UnmetRequirements(BundleContext framework) {
        this.wiring = framework.getBundle().adapt(FrameworkWiring.class);
    }

    /** @throws ProblemException with one sentence per requirement that nothing provides */
    void refuse(Bundle bundle, String name) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        List<Problem> problems = new ArrayList<>();
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (isNeeded(requirement) && wiring.findProviders(requirement).isEmpty()) {
                problems.add(new Problem(Problem.Kind.INVALID, "plugin", name + " " + describe(requirement) + "."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
    }

    private static boolean isNeeded(BundleRequirement requirement) {
        String effective = requirement
                .getDirectives()
                .getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        String resolution = requirement
                .getDirectives()
                .getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, Namespace.RESOLUTION_MANDATORY);
        return effective.equals(Namespace.EFFECTIVE_RESOLVE) && resolution.equals(Namespace.RESOLUTION_MANDATORY);
    }

    private static String describe(BundleRequirement requirement) {
        String namespace = requirement.getNamespace();
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        Matcher named = Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]+)\\)")
                .matcher(filter);
        Matcher exactly = EXACTLY.matcher(filter);
        String wanted = (named.find() ? named.group(1) : filter) + versions(filter);
        return switch (namespace) {
            case PackageNamespace.PACKAGE_NAMESPACE ->
                "needs the package " + wanted
                        + ", which nothing here provides; embed it in the plugin, or install the bundle that exports it"
                        + " first";
            case BundleNamespace.BUNDLE_NAMESPACE ->
                "needs the bundle " + wanted + ", which is not here; install it first";
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                "needs Java " + (exactly.find() ? exactly.group(1) : wanted) + ", and this node runs on Java "
                        + Runtime.version().feature() + "; run the node on that Java, or build the plugin for this one";
            default ->
                "needs " + namespace + " " + wanted + ", which nothing here provides; install the plugin that provides"
                        + " it first";
        };
    }

    /** As in a manifest: {@code  [1.0,2.0)}. */
    private static String versions(String filter) {
        Matcher least = AT_LEAST.matcher(BELOW.matcher(filter).replaceAll(""));
        if (!least.find()) {
            return "";
        }
        Matcher below = BELOW.matcher(filter);
        return below.find() ? " [" + least.group(1) + "," + below.group(1) + ")" : " " + least.group(1) + " or later";
    }
}
