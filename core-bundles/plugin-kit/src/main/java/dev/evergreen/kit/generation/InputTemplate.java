package dev.evergreen.kit.generation;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model's input in JSON with places in braces. A text that is one place, such as {@code "{seed}"}, becomes the value itself, or is left
 * out together with its field where there is none; {@code "{seed:text}"} becomes it as a text; inside a longer text values are put in as
 * they are. Values are never looked into for further places.
 */
public final class InputTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)(:text)?}");

    private final Object template;
    private final Set<String> places = new HashSet<>();

    private InputTemplate(Object template) {
        this.template = template;
        collect(template);
    }

    /**
     * @param option of the model that holds the JSON object
     * @param known names of the values that there are
     * @throws IllegalArgumentException naming the model when the option is missing, no JSON object, or has a place that is not known
     */
    public static InputTemplate of(Model model, String option, Set<String> known) {
        String what = "The option '" + option + "' of the model " + model.id();
        Object template = JsonAnswer.parseObject(what, model.option(option, ""))
                .map(JsonAnswer::value)
                .orElseThrow(() -> new IllegalArgumentException(
                        what + " is no JSON object; write for example {\"prompt\": \"{prompt}\"}"));
        InputTemplate made = new InputTemplate(template);
        if (!known.containsAll(made.places)) {
            Set<String> unknown = new HashSet<>(made.places);
            unknown.removeAll(known);
            throw new IllegalArgumentException(what + " has the places " + unknown + "; there are " + known);
        }
        return made;
    }

    /** Whether a value of that name has a place. */
    public boolean uses(String name) {
        return places.contains(name);
    }

    /** @param values texts, numbers, flags and lists of these; what is absent has no value */
    public Map<String, Object> filled(Map<String, Object> values) {
        Map<String, Object> input = new LinkedHashMap<>();
        if (filled(template, values) instanceof Map<?, ?> object) {
            object.forEach((name, value) -> input.put(String.valueOf(name), value));
        }
        return input;
    }

    private static @Nullable Object filled(@Nullable Object part, Map<String, Object> values) {
        if (part instanceof Map<?, ?> object) {
            Map<String, Object> filled = new LinkedHashMap<>();
            object.forEach((name, value) ->
                    present(value, values).ifPresent(found -> filled.put(String.valueOf(name), found)));
            return filled;
        }
        if (part instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach(member -> present(member, values).ifPresent(filled::add));
            return filled;
        }
        if (!(part instanceof String text)) {
            return part;
        }
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            Object value = values.get(place.group(1));
            return value == null || place.group(2) == null ? value : String.valueOf(value);
        }
        return place.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf(values.getOrDefault(found.group(1), ""))));
    }

    private static Optional<Object> present(@Nullable Object part, Map<String, Object> values) {
        return Optional.ofNullable(filled(part, values));
    }

    private void collect(@Nullable Object part) {
        if (part instanceof Map<?, ?> object) {
            object.values().forEach(this::collect);
        } else if (part instanceof List<?> list) {
            list.forEach(this::collect);
        } else if (part instanceof String text) {
            PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        }
    }
}
