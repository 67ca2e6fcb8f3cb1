package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterLink;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A declarative effect or transition at work on pictures. Frames keep their numbers through the graph. */
public final class PictureFilter implements AutoCloseable {
    private final GraphBuilder graph = new GraphBuilder();
    private final AVFilterContext[] sources;
    private final AVFilterContext sink;
    private final MediaFormat format;
    private final AVFrame out;

    /**
     * @param start the number of the first frame that will be pushed
     */
    public PictureFilter(FilterGraph effect, MediaFormat format, long start) {
        this.format = format;
        sources = new AVFilterContext[effect.takesTwoInputs() ? 2 : 1];
        out = Av.allocated(av_frame_alloc(), "a picture");
        try {
            Map<String, AVFilterContext> inputs = new HashMap<>();
            for (int i = 0; i < sources.length; i++) {
                String name = i == 0 ? FilterLink.INPUT : FilterLink.SECOND_INPUT;
                sources[i] = graph.add("source" + i, "buffer", description(format));
                inputs.put(name, sources[i]);
            }
            graph.add(effect, start);
            AVFilterContext asBefore =
                    graph.add("as_before", "format", "pix_fmts=yuv420p:color_spaces=bt709:color_ranges=tv");
            sink = graph.add("sink", "buffersink", "");
            graph.connect(effect, inputs, asBefore);
            graph.connect(asBefore, sink);
            graph.configure();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static String description(MediaFormat format) {
        return String.format(
                "video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:frame_rate=%d/%d:pixel_aspect=1/1:colorspace=bt709:range=tv",
                format.width(),
                format.height(),
                AV_PIX_FMT_YUV420P,
                format.frameRate().denominator(),
                format.frameRate().numerator(),
                format.frameRate().numerator(),
                format.frameRate().denominator());
    }

    /** Gives the graph a copy of a picture. */
    public void push(int input, Picture picture, long number) {
        if (input == 0 && graph.hasAnimation()) {
            graph.animate(number);
        }
        AVFrame copy = Av.allocated(av_frame_alloc(), "a picture");
        try {
            Picture.describe(copy, format.width(), format.height());
            Av.check(av_frame_get_buffer(copy, 64), "Allocating a picture");
            Av.check(av_frame_copy(copy, picture.frame()), "Copying a picture");
            copy.pts(number);
            copy.duration(1);
            Av.check(av_buffersrc_add_frame(sources[input], copy), "Filtering frame " + number);
        } finally {
            av_frame_free(copy);
        }
    }

    /** Says that no more pictures will come. */
    public void end() {
        for (AVFilterContext source : sources) {
            Av.check(av_buffersrc_add_frame(source, null), "Ending a filter graph");
        }
    }

    /**
     * Takes the next picture out.
     *
     * @return its number, or -1 where the graph needs more first
     */
    public long pull(Picture target) {
        int result = av_buffersink_get_frame(sink, out);
        if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
            return -1;
        }
        Av.check(result, "Filtering");
        try {
            if (out.width() != format.width() || out.height() != format.height()) {
                throw new AvException(
                        "The effect gives pictures of " + out.width() + "x" + out.height() + " for pictures of "
                                + format.width() + "x" + format.height(),
                        -1);
            }
            Av.check(av_frame_copy(target.frame(), out), "Copying a picture");
            return out.pts();
        } finally {
            av_frame_unref(out);
        }
    }

    @Override
    public void close() {
        av_frame_free(out);
        graph.close();
    }
}
