package dev.evergreen.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
            SpendCommand.class,
            DoctorCommand.class,
            BenchCommand.class
        },
        footer = {
            "",
            "From a source tree also: test, soak.",
            "Each command has --help.",
            "Exit codes: 0 well, 1 the engine failed, 2 the command or what it was given cannot be meant, 3 a tool is missing,"
                    + " 4 a file or folder cannot be used, 5 no node or one in the way, 6 the production failed, 130"
                    + " interrupted."
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new Main())
                .setExecutionExceptionHandler(oneLine())
                .setParameterExceptionHandler(whatCannotBeMeant())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        tellTheVersionEverywhere(commandLine);
        if (arguments.length == 0) {
            commandLine.usage(System.out);
            return 0;
        }
        return commandLine.execute(arguments);
    }

    private static void tellTheVersionEverywhere(CommandLine commandLine) {
        commandLine.getCommandSpec().versionProvider(new Version());
        commandLine.getSubcommands().values().forEach(Main::tellTheVersionEverywhere);
    }

    /** One line that names what was typed and where to look, instead of the whole help. */
    private static IParameterExceptionHandler whatCannotBeMeant() {
        return (exception, arguments) -> {
            CommandLine commandLine = exception.getCommandLine();
            commandLine
                    .getErr()
                    .println("evergreen: " + wrong(exception) + "; see '"
                            + commandLine.getCommandSpec().qualifiedName() + " --help'");
            return Failure.USAGE;
        };
    }

    private static String wrong(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().get(0);
            boolean command = !exception.getCommandLine().getSubcommands().isEmpty();
            return command ? "there is no command '" + word + "'" : "'" + word + "' is one argument too many";
        }
        String said = String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
        return said.replace("is not an int", "is not a whole number")
                .replaceFirst("cannot convert ('.*?') to BigDecimal.*", "$1 is no amount; write one such as 12.50")
                .replace("Unknown option", "unknown option");
    }

    /** What the person did wrong is said in one line; only a defect of ours shows where it happened. */
    private static IExecutionExceptionHandler oneLine() {
        return (exception, commandLine, parsed) -> {
            if (exception instanceof Interrupted) {
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
