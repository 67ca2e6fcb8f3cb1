package dev.evergreen.provider.offline.analyst.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Ids from what a shot shows and says, so that shots that did not change keep theirs. Used by one thread while a film is planned. */
final class ShotIds {
    private static final int DIGEST_BYTES = 6;

    private final Map<String, Integer> seen = new HashMap<>();

    String next(String sceneId, Beat beat) {
        StringBuilder content = new StringBuilder(sceneId)
                .append('\0')
                .append(beat.action())
                .append('\0')
                .append(beat.cue());
        beat.lines()
                .forEach(line ->
                        content.append('\0').append(line.speaker()).append('\0').append(line.text()));
        String id = "shot-" + digest(content.toString());
        int occurrence = seen.merge(id, 1, Integer::sum);
        return occurrence == 1 ? id : id + "-" + occurrence;
    }

    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every Java runtime must have", e);
        }
    }
}
