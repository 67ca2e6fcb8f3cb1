package dev.evergreen.itests.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** What a bundle's manifest may import and export. */
final class ManifestRules {
    private ManifestRules() {}

    static List<String> violations(Manifest manifest) {
        List<String> violations = new ArrayList<>();
        Attributes main = manifest.getMainAttributes();
        String name = symbolicName(main);
        if (!name.startsWith(Modules.PREFIX)) {
            return List.of("symbolic name " + name + " does not begin with " + Modules.PREFIX);
        }
        String module = name.substring(Modules.PREFIX.length());
        if (!Modules.isKnown(module)) {
            violations.add(name + " is neither a module of the engine nor a plugin");
        }
        for (String imported : packages(main.getValue(Constants.IMPORT_PACKAGE))) {
            Optional<String> other = Modules.ofPackage(imported);
            if (other.isPresent() && !imported.startsWith(name) && !mayImport(module, imported, other.get())) {
                violations.add(name + " imports " + imported);
            }
            if ((imported + ".").contains(".internal.") && imported.startsWith(Modules.PREFIX)) {
                violations.add(name + " imports " + imported + ", which is internal");
            }
        }
        for (String exported : packages(main.getValue(Constants.EXPORT_PACKAGE))) {
            if ((exported + ".").contains(".internal.")) {
                violations.add(name + " exports " + exported + ", which is internal");
            }
            if (Modules.isPlugin(module)) {
                violations.add(name + " exports " + exported + ", and a plugin exports nothing");
            }
            if (exported.startsWith(Modules.PREFIX) && !(exported + ".").startsWith(name + ".")) {
                violations.add(name + " exports " + exported + ", which is not its own");
            }
        }
        return violations;
    }

    /** The kit is embedded by plugins, so that even a plugin's manifest imports the SPI only. */
    private static boolean mayImport(String module, String imported, String other) {
        return Modules.isPlugin(module)
                ? (imported + ".").startsWith("dev.evergreen.spi.")
                : Modules.mayImport(module, other);
    }

    static String symbolicName(Attributes main) {
        String header = main.getValue(Constants.BUNDLE_SYMBOLICNAME);
        return header == null ? "(none)" : header.split(";", 2)[0].trim();
    }

    /** Package names of an import or export header. */
    static Set<String> packages(String header) {
        Set<String> packages = new TreeSet<>();
        if (header != null) {
            Map<String, ?> clauses = new aQute.bnd.header.Parameters(header);
            clauses.keySet().forEach(clause -> packages.add(clause.replaceAll("~+$", "")));
        }
        return packages;
    }
}
