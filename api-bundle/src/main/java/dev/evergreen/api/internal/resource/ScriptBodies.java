package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.http.Limit;
import dev.evergreen.projects.ScriptFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads scripts as people send them: JSON, a form with a file, or the file as it is. */
final class ScriptBodies {
    /** What escaping may add to a text in JSON, and a form around a file. */
    private static final int PACKING = 2;

    private static final String FORM_FILE = "file";

    private ScriptBodies() {}

    static ScriptFile read(Exchange exchange, long maximum) throws IOException {
        Limit limit = new Limit(
                "script", maximum, "Split the script, or raise the limit in etc/dev.evergreen.scripting.cfg.");
        String name = exchange.query("fileName").orElse("");
        if (exchange.context().isJson()) {
            Text text =
                    exchange.body("ScriptText", Text.class, new Limit(limit.what(), maximum * PACKING, limit.remedy()));
            return ScriptFile.ofText(text.fileName.orElse(name), text.text);
        }
        if (exchange.context().isMultipartFormData()) {
            FormFile file = FormFile.of(exchange, FORM_FILE, limit);
            try (InputStream content = file.content()) {
                return new ScriptFile(file.name(), exchange.bytes(content, limit));
            }
        }
        return new ScriptFile(name, exchange.bytes(limit));
    }

    private record Text(String text, Optional<String> fileName) {}
}
