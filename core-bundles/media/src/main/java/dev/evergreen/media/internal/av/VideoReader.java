package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/** Pictures of a moving picture by their time. Going forward is cheap; going back seeks. */
public final class VideoReader implements AutoCloseable {
    private final Path file;
    private final MediaInput input;
    private final AVFrame shown;
    private final AVFrame ahead;
    private @Nullable Scaler scaler;
    private boolean started;
    private boolean hasAhead;

    public VideoReader(Path file) {
        this.file = file;
        input = new MediaInput(file, AVMEDIA_TYPE_VIDEO);
        shown = av_frame_alloc();
        ahead = av_frame_alloc();
    }

    public int width() {
        return input.decoder().width();
    }

    public int height() {
        return input.decoder().height();
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
        double time = (double) numerator * base.den() / ((double) denominator * base.num()) + .5 + start;
        if (!started || time < MediaInput.time(shown)) {
            begin((long) time);
        }
        while (hasAhead && MediaInput.time(ahead) <= time) {
            av_frame_unref(shown);
            av_frame_move_ref(shown, ahead);
            hasAhead = input.next(ahead);
        }
        Scaler fitting = scaler;
        if (fitting == null) {
            fitting = new Scaler(shown, target.width(), target.height(), AV_PIX_FMT_YUV420P);
            scaler = fitting;
        }
        fitting.scale(shown, target.frame());
    }

    private void begin(long time) {
        av_frame_unref(shown);
        av_frame_unref(ahead);
        input.seek(Math.max(0, time));
        if (!input.next(shown)) {
            input.seek(0);
            AVFrame last = ahead;
            boolean any = false;
            while (input.next(last)) {
                av_frame_unref(shown);
                av_frame_move_ref(shown, last);
                any = true;
            }
            if (!any) {
                throw new AvException(file + " has no picture", -1);
            }
            hasAhead = false;
        } else {
            hasAhead = input.next(ahead);
        }
        started = true;
    }

    @Override
    public void close() {
        if (scaler != null) {
            scaler.close();
        }
        av_frame_free(shown);
        av_frame_free(ahead);
        input.close();
    }
}
