package dev.evergreen.scripting;

import dev.evergreen.scripting.internal.ScriptReading;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads scripts. Registered as a service with the limit of {@code etc/dev.evergreen.scripting.cfg}; {@link #create} serves code outside the node.
 * Safe for many threads.
 */
@ProviderType
public interface ScriptParser {
    /** The size above which a script is refused when nothing else is configured, in bytes. */
    long DEFAULT_MAXIMUM_BYTES = 10L * 1024 * 1024;

    /**
     * Reads a file. Byte-order marks of UTF-8, UTF-16 and UTF-32 are honoured; without one the text is UTF-8, else UTF-16 where its zero bytes say so,
     * else windows-1252.
     *
     * @param fileName tells the format by its ending; without a known ending the content tells
     * @throws ScriptException when nothing can be made of it
     */
    ParsedScript parse(byte[] content, String fileName) throws ScriptException;

    /** Reads text that was decoded already. */
    ParsedScript parse(String text, String fileName) throws ScriptException;

    /** Reads text whose format is known, for example a script that is kept; its file name's ending does not count. */
    ParsedScript parse(String text, String fileName, ScriptFormat format) throws ScriptException;

    /** The size above which {@link #parse(byte[], String)} refuses, in bytes; callers check it before they read a file or a request. */
    long maximumBytes();

    static ScriptParser create(long maximumBytes) {
        return new ScriptReading(maximumBytes);
    }
}
