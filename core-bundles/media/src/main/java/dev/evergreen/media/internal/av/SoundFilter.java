package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterLink;
import dev.evergreen.spi.timeline.FrameRate;
import java.util.Map;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** A declarative effect at work on sound. */
public final class SoundFilter implements SampleSource {
    private static final int BLOCK = 1024;
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
    private boolean ended;

    /** Owns the input from now on. */
    public SoundFilter(FilterGraph effect, SampleSource input) {
        this.input = input;
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
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public int read(float[] toLeft, float[] toRight, int offset, int n) {
        int done = 0;
        while (done < n && (at < end || fill())) {
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

    private boolean fill() {
        while (true) {
            av_frame_unref(out);
            int result = av_buffersink_get_frame(sink, out);
            if (result >= 0) {
                at = 0;
                end = out.nb_samples();
                return true;
            }
            if (result == AVERROR_EOF() || ended && result == AVERROR_EAGAIN()) {
                at = 0;
                end = 0;
                return false;
            }
            if (result != AVERROR_EAGAIN()) {
                Av.check(result, "Filtering sound");
            }
            push();
        }
    }

    private void push() {
        int got = input.read(left, right, 0, BLOCK);
        if (got == 0) {
            ended = true;
            Av.check(av_buffersrc_add_frame(source, null), "Ending a filter graph");
            return;
        }
        graph.animate(pushed);
        AVFrame frame = Av.allocated(av_frame_alloc(), "sound");
        try {
            frame.format(AV_SAMPLE_FMT_FLTP);
            frame.sample_rate(FrameRate.SAMPLE_RATE);
            frame.nb_samples(got);
            av_channel_layout_default(frame.ch_layout(), 2);
            Av.check(av_frame_get_buffer(frame, 0), "Allocating sound");
            new FloatPointer(frame.extended_data(0)).put(left, 0, got);
            new FloatPointer(frame.extended_data(1)).put(right, 0, got);
            frame.pts(pushed);
            Av.check(av_buffersrc_add_frame(source, frame), "Filtering sound");
            pushed += got;
        } finally {
            av_frame_free(frame);
        }
    }

    @Override
    public void close() {
        av_frame_free(out);
        graph.close();
        input.close();
    }
}
