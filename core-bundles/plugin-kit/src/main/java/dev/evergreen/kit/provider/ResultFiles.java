package dev.evergreen.kit.provider;

import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Puts what a vendor answered with into the call's workspace. */
public final class ResultFiles {
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/png", ".png"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/webp", ".webp"),
            Map.entry("audio/mpeg", ".mp3"),
            Map.entry("audio/wav", ".wav"),
            Map.entry("audio/flac", ".flac"),
            Map.entry("audio/ogg", ".ogg"),
            Map.entry("video/mp4", ".mp4"),
            Map.entry("video/webm", ".webm"));

    private ResultFiles() {}

    /** The usual ending of files of a media type, with its dot. */
    public static String ending(String mediaType) {
        return ENDINGS.getOrDefault(mediaType, ".bin");
    }

    public static MediaFile write(CallContext call, byte[] bytes, String mediaType) throws ProviderException {
        Path file = call.workspace().newFile(ending(mediaType));
        try {
            return new MediaFile(Files.write(file, bytes), mediaType);
        } catch (IOException e) {
            throw new ProviderException(
                    ProviderException.Kind.UNAVAILABLE,
                    "The result cannot be written to the call's workspace: " + e.getMessage(),
                    e);
        }
    }

    /** @throws ProviderException BAD_RESPONSE when the text is no base64, or empty */
    public static byte[] decoded(String base64) throws ProviderException {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE, "The vendor's answer holds a file that is no base64", e);
        }
        throw new ProviderException(ProviderException.Kind.BAD_RESPONSE, "The vendor's answer holds an empty file");
    }

    /** An input as base64, for vendors that take files inside JSON. */
    public static String encoded(MediaFile file) throws ProviderException {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(file.path()));
        } catch (IOException e) {
            throw new ProviderException(
                    ProviderException.Kind.INVALID_REQUEST,
                    "The file " + file.path().getFileName() + " cannot be read: " + e.getMessage(),
                    e);
        }
    }
}
