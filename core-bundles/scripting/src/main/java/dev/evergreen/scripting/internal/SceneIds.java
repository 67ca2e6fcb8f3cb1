package dev.evergreen.scripting.internal;

import dev.evergreen.spi.script.ScriptElement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ids from what a scene says, so that a scene that is only moved keeps its id. */
final class SceneIds {
    private static final int DIGEST_BYTES = 6;

    private final Map<String, Integer> seen = new HashMap<>();

    /** The id of the next scene; scenes that say the same are counted. */
    String next(String heading, List<ScriptElement> elements) {
        String id = of(heading, elements);
        int occurrence = seen.merge(id, 1, Integer::sum);
        return occurrence == 1 ? id : id + "-" + occurrence;
    }

    private static String of(String heading, List<ScriptElement> elements) {
        MessageDigest digest = sha256();
        update(digest, heading.toUpperCase(Locale.ROOT));
        for (ScriptElement element : elements) {
            update(digest, element.kind().name());
            update(digest, element.speaker().orElse(""));
            update(digest, element.text());
        }
        return "scene-" + HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every Java runtime must have", e);
        }
    }
}
