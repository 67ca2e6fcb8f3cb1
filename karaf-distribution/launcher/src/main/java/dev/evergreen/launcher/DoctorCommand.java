package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at this machine before anything is asked of it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks what Evergreen needs of this machine, and names the remedy for what is missing.",
        footer = {"", "Exit codes: 0 all well or only warnings, 3 something is missing."})
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = UpCommand.STUDIO_PORT,
            description = "port that 'evergreen up' is to use (default: $EVERGREEN_PORT, else 8181)")
    private int port;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        boolean source = Files.exists(Path.of(System.getProperty("evergreen.source", "none"), "pom.xml"));
        List<Examination.Finding> findings = new Examination(data.folder(), port, source).findings();
        if (json) {
            ArrayNode all = new ObjectMapper().createArrayNode();
            findings.forEach(finding -> all.addObject()
                    .put("check", finding.check())
                    .put("state", finding.state().name().toLowerCase(java.util.Locale.ROOT))
                    .put("found", finding.found())
                    .put("remedy", finding.remedy()));
            System.out.println(all);
        } else {
            findings.forEach(DoctorCommand::print);
        }
        return findings.stream().anyMatch(finding -> finding.state() == Examination.State.BAD)
                ? Failure.ENVIRONMENT
                : 0;
    }

    private static void print(Examination.Finding finding) {
        String mark = switch (finding.state()) {
            case GOOD -> "ok   ";
            case WARNING -> "warn ";
            case BAD -> "BAD  ";
        };
        System.out.println(mark + finding.check() + ": " + finding.found());
        if (finding.state() != Examination.State.GOOD) {
            System.out.println("     remedy: " + finding.remedy());
        }
    }
}
