package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_buffer_size;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of a moving picture by their time. Going forward decodes each picture once; so does going backward where the distance of
 * key frames fits into what is kept, and otherwise a bounded number of times. Used by one thread.
 */
public final class VideoReader implements AutoCloseable {
    /** Of decoded pictures while somebody goes backward: a second between key frames at 1080 lines. */
    private static final long KEPT_BYTES = 100L << 20;

    /** The picture on screen and the one after it, by whose time it is known how long it stays. */
    private static final int FORWARD = 2;

    private final Path file;
    private final MediaInput input;

    /** Pictures that follow each other, by rising time. */
    private final List<AVFrame> window = new ArrayList<>();

    private final List<AVFrame> unused = new ArrayList<>();
    private final int kept;
    private @Nullable Scaler scaler;
    private int capacity = FORWARD;
    private double earliest;
    private long decoded;
    private boolean ended;

    public VideoReader(Path file) {
        this(file, KEPT_BYTES);
    }

    VideoReader(Path file, long keptBytes) {
        this.file = file;
        input = new MediaInput(file, AVMEDIA_TYPE_VIDEO);
        int format = Math.max(0, input.decoder().pix_fmt());
        long bytes = Math.max(1, av_image_get_buffer_size(format, width(), height(), 1));
        kept = (int) Math.max(2 * FORWARD, Math.min(keptBytes / bytes, 120));
    }

    public int width() {
        return input.decoder().width();
    }

    public int height() {
        return input.decoder().height();
    }

    /** How many pictures have been decoded so far. */
    long decoded() {
        return decoded;
    }

    /**
     * The picture on screen at a time, scaled to a picture's size; past the end the last one.
     *
     * @param numerator of the time in seconds
     * @param denominator of the time in seconds
     */
    public void read(long numerator, long denominator, Picture target) {
        AVRational base = input.stream().time_base();
        long start = Math.max(0, input.stream().start_time());
        // Half a unit more, so that rounded time stamps still belong to their frame.
        double time =
                Math.max(earliest, (double) numerator * base.den() / ((double) denominator * base.num()) + .5 + start);
        if (window.isEmpty()) {
            goTo((long) time);
        } else if (time < MediaInput.time(window.get(0))) {
            capacity = kept;
            goTo((long) time);
        }
        if (!ended && MediaInput.time(window.get(window.size() - 1)) <= time) {
            decodeBeyond(time);
        }
        AVFrame shown = at(time);
        Scaler fitting = scaler;
        if (fitting == null) {
            fitting = new Scaler(shown, target.width(), target.height(), AV_PIX_FMT_YUV420P);
            scaler = fitting;
        }
        fitting.scale(shown, target.frame());
    }

    /** The latest picture at or before a time; the first where none is. */
    private AVFrame at(double time) {
        int last = window.size() - 1;
        while (last > 0 && MediaInput.time(window.get(last)) > time) {
            last--;
        }
        return window.get(last);
    }

    /** Begins anew with the key frame at or before a time. */
    private void goTo(long time) {
        unused.addAll(window);
        window.clear();
        ended = false;
        input.seek(Math.max(0, time));
        decodeBeyond(time);
        if (window.isEmpty()) {
            // Nothing could be decoded from there on: the last picture is somewhere before.
            ended = false;
            input.seek(0);
            decodeBeyond(Double.MAX_VALUE);
        }
        if (window.isEmpty()) {
            throw new AvException(file + " has no picture", -1);
        }
        if (MediaInput.time(window.get(0)) > time) {
            // There is nothing before it: nobody needs to look there again.
            earliest = MediaInput.time(window.get(0));
        }
    }

    /** Decodes until the last picture is later than that time, and keeps the last ones. */
    private void decodeBeyond(double time) {
        do {
            AVFrame next = unused.isEmpty() ? av_frame_alloc() : unused.remove(unused.size() - 1);
            if (!input.next(next)) {
                unused.add(next);
                ended = true;
                return;
            }
            decoded++;
            window.add(next);
            while (window.size() > capacity) {
                unused.add(window.remove(0));
            }
        } while (MediaInput.time(window.get(window.size() - 1)) <= time);
    }

    @Override
    public void close() {
        if (scaler != null) {
            scaler.close();
        }
        unused.addAll(window);
        unused.forEach(frame -> av_frame_free(frame));
        input.close();
    }
}
