package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_version_info;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** Brings FFmpeg's libraries and executables out of their bundle and into the process. */
public final class Natives {
    private static @Nullable Path ffmpegPath;
    private static @Nullable Path ffprobePath;
    private static String version = "";

    private Natives() {}

    /**
     * Loads everything once; later calls return at once and their folder is not used.
     *
     * @param cache where the libraries are unpacked to
     */
    public static synchronized void load(Path cache) {
        if (ffmpegPath != null) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Loader.class.getClassLoader());
        try {
            setDefault("org.bytedeco.javacpp.cachedir", cache.toString());
            // What is large is freed by its owner here; the process's size must not make JavaCPP collect garbage or
            // refuse.
            setDefault("org.bytedeco.javacpp.maxphysicalbytes", "0");
            for (Class<?> library : new Class<?>[] {
                avutil.class, swresample.class, swscale.class, avcodec.class, avformat.class, avfilter.class
            }) {
                Loader.load(library);
            }
            av_log_set_level(AV_LOG_ERROR);
            version = av_version_info().getString();
            ffprobePath = Path.of(Loader.load(ffprobe.class));
            ffmpegPath = Path.of(Loader.load(ffmpeg.class));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** FFmpeg's version. */
    public static synchronized String version() {
        return version;
    }

    /** The packed {@code ffmpeg}; it needs its folder as {@code LD_LIBRARY_PATH}. */
    public static synchronized Path ffmpeg() {
        return loaded(ffmpegPath);
    }

    /** The packed {@code ffprobe}; it needs its folder as {@code LD_LIBRARY_PATH}. */
    public static synchronized Path ffprobe() {
        return loaded(ffprobePath);
    }

    private static Path loaded(@Nullable Path path) {
        if (path == null) {
            throw new IllegalStateException("FFmpeg's libraries are not loaded yet");
        }
        return path;
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
