package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterLink;
import dev.evergreen.spi.timeline.FrameRate;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A declarative effect at work on sound. After the input's end it goes on with silence, so that what rings on or comes late is
 * not lost; whoever reads decides how much is enough.
 */
public final class SoundFilter implements SampleSource {
    private static final int BLOCK = 1024;
    /** Options that change are set before each block; 1.3 ms are too short to be heard as steps. */
    private static final int ANIMATED_BLOCK = 64;
    /** What has given nothing after so much sound never will. */
    private static final int MOST_UNANSWERED = 20 * FrameRate.SAMPLE_RATE;

    private static final String FORMAT = "sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo";

    private final SampleSource input;
    private final GraphBuilder graph = new GraphBuilder();
    private final AVFilterContext source;
    private final AVFilterContext sink;
    private final AVFrame out;
    private final float[] left = new float[BLOCK];
    private final float[] right = new float[BLOCK];
    private long pushed;
    private int at;
    private int end;
    private final int block;
    private int late;
    private int unanswered;

    /**
     * Owns the input from now on, unless it fails.
     *
     * @param delay samples by which the effect's sound comes late, which are left out
     */
    public SoundFilter(FilterGraph effect, int delay, SampleSource input) {
        this.input = input;
        late = delay;
        out = Av.allocated(av_frame_alloc(), "sound");
        try {
            source = graph.add(
                    "source0", "abuffer", "time_base=1/48000:sample_rate=48000:sample_fmt=fltp:channel_layout=stereo");
            graph.add(effect, 0);
            AVFilterContext asBefore = graph.add("as_before", "aformat", FORMAT);
            sink = graph.add("sink", "abuffersink", "");
            graph.connect(effect, Map.of(FilterLink.INPUT, source), asBefore);
            graph.connect(asBefore, sink);
            graph.configure();
            block = graph.hasAnimation() ? ANIMATED_BLOCK : BLOCK;
        } catch (RuntimeException e) {
            free();
            throw e;
        }
    }

    @Override
    public int read(float[] toLeft, float[] toRight, int offset, int n) {
        int done = 0;
        while (done < n) {
            if (at >= end) {
                fill();
            }
            int step = Math.min(n - done, end - at);
            plane(0).position(at).get(toLeft, offset + done, step);
            plane(1).position(at).get(toRight, offset + done, step);
            at += step;
            done += step;
        }
        return done;
    }

    private FloatPointer plane(int channel) {
        return new FloatPointer(out.extended_data(channel));
    }

    private void fill() {
        do {
            av_frame_unref(out);
            int result = av_buffersink_get_frame(sink, out);
            if (result >= 0) {
                unanswered = 0;
                end = out.nb_samples();
                at = Math.min(late, end);
                late -= at;
            } else if (result == AVERROR_EAGAIN() && unanswered < MOST_UNANSWERED) {
                at = end;
                push();
            } else {
                throw new AvException("The effect's filters give no sound any more", result);
            }
        } while (at >= end);
    }

    private void push() {
        int got = input.read(left, right, 0, block);
        Arrays.fill(left, got, block, 0);
        Arrays.fill(right, got, block, 0);
        graph.animate(pushed);
        AVFrame frame = Av.allocated(av_frame_alloc(), "sound");
        try {
            frame.format(AV_SAMPLE_FMT_FLTP);
            frame.sample_rate(FrameRate.SAMPLE_RATE);
            frame.nb_samples(block);
            av_channel_layout_default(frame.ch_layout(), 2);
            Av.check(av_frame_get_buffer(frame, 0), "Allocating sound");
            new FloatPointer(frame.extended_data(0)).put(left, 0, block);
            new FloatPointer(frame.extended_data(1)).put(right, 0, block);
            frame.pts(pushed);
            Av.check(av_buffersrc_add_frame(source, frame), "Filtering sound");
            pushed += block;
            unanswered += block;
        } finally {
            av_frame_free(frame);
        }
    }

    private void free() {
        av_frame_free(out);
        graph.close();
    }

    @Override
    public void close() {
        free();
        input.close();
    }
}
