package dev.evergreen.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;

/** The command line's entry. */
@Command(
        name = "evergreen",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = "A script becomes a finished, narrated, captioned film.",
        subcommands = {
            MakeCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            PluginCommand.class,
            ProvidersCommand.class,
            JobsCommand.class,
            DoctorCommand.class,
            BenchCommand.class
        },
        footer = {"", "From a source tree also: test, soak.", "Each command has --help."})
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new Main())
                .setExecutionExceptionHandler(oneLine())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        if (arguments.length == 0) {
            commandLine.usage(System.out);
            return 0;
        }
        return commandLine.execute(arguments);
    }

    /** What the person did wrong is said in one line; only a defect of ours shows where it happened. */
    private static IExecutionExceptionHandler oneLine() {
        return (exception, commandLine, parsed) -> {
            if (exception instanceof MakeCommand.Interrupted) {
                return 130;
            }
            if (exception instanceof Failure failure) {
                commandLine.getErr().println("evergreen: " + failure.getMessage());
                return failure.exitCode();
            }
            throw exception;
        };
    }

    /** The version of the jar this runs from. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "Evergreen "
                        + Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(unpacked)"),
                "Java " + Runtime.version()
            };
        }
    }
}
