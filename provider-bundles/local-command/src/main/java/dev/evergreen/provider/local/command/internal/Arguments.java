package dev.evergreen.provider.local.command.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program and its arguments with places in braces, from a model's option {@code command}: a JSON array of texts. Each stays one argument
 * whatever is put into it; there is no shell that could read it in another way.
 */
final class Arguments {
    static final String OUTPUT = "output";

    private static final String OPTION = "command";
    private static final Pattern PLACE = Pattern.compile("\\{(output|voice|language|rate|lengthScale)}");

    private final List<String> parts;

    private Arguments(List<String> parts) {
        this.parts = parts;
    }

    /** @throws IllegalArgumentException naming the model whose option is no array of texts */
    static Arguments of(Model model) {
        String what = "The option '" + OPTION + "' of the model " + model.id();
        List<String> parts = new ArrayList<>();
        try {
            for (JsonAnswer part :
                    JsonAnswer.parse(what, model.option(OPTION, "")).list("")) {
                parts.add(part.text(""));
            }
        } catch (ProviderException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        if (parts.isEmpty() || parts.get(0).isBlank()) {
            throw new IllegalArgumentException(
                    what
                            + " names no program; write a JSON array such as [\"piper\", \"--model\", \"{voice}\", \"--output_file\", \"{output}\"]");
        }
        return new Arguments(parts);
    }

    String program() {
        return parts.get(0);
    }

    /** Whether the program is told where to write; else it writes to its standard output. */
    boolean writesFile() {
        return parts.stream().anyMatch(part -> part.contains("{" + OUTPUT + "}"));
    }

    List<String> filled(Map<String, String> values) {
        return parts.stream()
                .map(part -> PLACE.matcher(part)
                        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""))))
                .toList();
    }
}
