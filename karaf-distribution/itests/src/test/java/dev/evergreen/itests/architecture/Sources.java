package dev.evergreen.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a few lines of Java, so that a test can break a rule without the project breaking it. */
final class Sources {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record) (\\w+)");

    private Sources() {}

    /** The compiled classes of some compilation units. */
    static JavaClasses compile(Path folder, String... units) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files = new ArrayList<>();
        for (String unit : units) {
            Path file = folder.resolve("source")
                    .resolve(first(PACKAGE, unit).replace('.', '/'))
                    .resolve(first(TYPE, unit) + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, unit));
        }
        Path output = Files.createDirectories(folder.resolve("classes"));
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            manager,
                            null,
                            List.of("-d", output.toString(), "-proc:none", "-parameters"),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new IllegalArgumentException(messages.toString());
            }
        }
        return new ClassFileImporter().importPath(output);
    }

    private static String first(Pattern pattern, String unit) {
        Matcher matcher = pattern.matcher(unit);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in " + unit);
        }
        return matcher.group(1);
    }
}
