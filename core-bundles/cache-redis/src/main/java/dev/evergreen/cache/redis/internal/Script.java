package dev.evergreen.cache.redis.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Steps that the server takes as one: nobody sees anything in between. */
record Script(String text, String digest) {
    /** Reads a script that lies beside this class. */
    static Script named(String file) {
        try (InputStream content = Script.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("The bundle lacks its script " + file);
            }
            byte[] text = content.readAllBytes();
            // SHA-1 is the server's name for a script (EVALSHA), nothing that protects.
            return new Script(
                    new String(text, StandardCharsets.UTF_8),
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text)));
        } catch (IOException e) {
            throw new UncheckedIOException("The script " + file + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1, this one has not", e);
        }
    }
}
