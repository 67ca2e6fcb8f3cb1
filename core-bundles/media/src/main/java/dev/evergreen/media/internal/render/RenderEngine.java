package dev.evergreen.media.internal.render;

import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.text.Fonts;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * What all films share.
 *
 * @param workers draw segments; one for each processor
 * @param store keeps pieces
 * @param temporary a folder for what is not kept
 * @param plugins effects, transitions and exporters
 * @param fonts for words
 * @param identity tells this build of the engine and its natives from others
 * @param stillRoom bytes that a film's decoded pictures may take
 */
public record RenderEngine(
        ExecutorService workers,
        PieceStore store,
        Path temporary,
        Plugins plugins,
        Fonts fonts,
        String identity,
        long stillRoom) {
    /** Those of a finished film. */
    Set<PosixFilePermission> filePermissions() {
        return PosixFilePermissions.fromString("rw-r--r--");
    }
}
