package dev.evergreen.kit.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what people will read. */
final class Redaction {
    private static final String PUT_IN = "***";

    private final Set<String> secrets;

    Redaction(Set<String> secrets) {
        this.secrets = secrets;
    }

    String of(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, PUT_IN);
        }
        return shown;
    }

    /** The cause, or nothing where its own words hold a secret: a stack trace would show them. */
    @Nullable
    Throwable of(Throwable cause) {
        int depth = 0;
        for (Throwable at = cause; at != null && depth < 20; at = at.getCause(), depth++) {
            String words = String.valueOf(at.getMessage());
            if (secrets.stream().anyMatch(words::contains)) {
                return null;
            }
        }
        return cause;
    }
}
