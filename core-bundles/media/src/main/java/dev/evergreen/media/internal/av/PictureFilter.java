package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;

import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterLink;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Declarative effects, one after the other, or a transition at work on pictures. Frames keep their numbers through the graph. */
public final class PictureFilter implements AutoCloseable {
    private static final String OPAQUE = "pix_fmts=yuv420p:color_spaces=bt709:color_ranges=tv";
    private static final String TRANSPARENT = "pix_fmts=yuva420p:color_spaces=bt709:color_ranges=tv";

    private final GraphBuilder graph = new GraphBuilder();
    private final List<AVFilterContext> sources = new ArrayList<>();
    private final AVFilterContext sink;
    private final MediaFormat format;
    private final boolean transparent;
    private final AVFrame out;

    /**
     * A transition, or an effect on opaque pictures.
     *
     * @param start the number of the first frame that will be pushed
     */
    public PictureFilter(FilterGraph effect, MediaFormat format, long start) {
        this(List.of(effect), format, start, AlphaPath.NONE);
    }

    /**
     * @param effects at least one, in the order in which they are applied; together they are one graph
     * @param start the number of the first frame that will be pushed
     */
    public PictureFilter(List<FilterGraph> effects, MediaFormat format, long start, AlphaPath alpha) {
        this.format = format;
        transparent = alpha != AlphaPath.NONE;
        out = Av.allocated(av_frame_alloc(), "a picture");
        try {
            sink = graph.add("sink", "buffersink", "");
            Map<String, AVFilterContext> inputs = new HashMap<>();
            for (int i = 0; i < (effects.get(0).takesTwoInputs() ? 2 : 1); i++) {
                AVFilterContext source = graph.add("source" + i, "buffer", description());
                sources.add(source);
                inputs.put(i == 0 ? FilterLink.INPUT : FilterLink.SECOND_INPUT, source);
            }
            AVFilterContext merged = alpha == AlphaPath.AROUND ? around(inputs) : sink;
            String between = alpha == AlphaPath.THROUGH ? TRANSPARENT : OPAQUE;
            List<AVFilterContext> ends = new ArrayList<>();
            for (int i = 0; i < effects.size(); i++) {
                // Each effect gets the format that it was promised, whatever the one before it works in.
                AVFilterContext end = graph.add("end" + i, "format", between);
                String prefix = "effect" + i + "_";
                graph.add(prefix, effects.get(i), start);
                graph.connect(prefix, effects.get(i), inputs, end);
                inputs = Map.of(FilterLink.INPUT, end);
                ends.add(end);
            }
            graph.connect(ends.get(ends.size() - 1), merged);
            graph.configure();
            ends.forEach(this::checkSize);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Splits alpha off before the effects and joins it to what they give. */
    private AVFilterContext around(Map<String, AVFilterContext> inputs) {
        AVFilterContext split = graph.add("split", "split", "");
        AVFilterContext colours = graph.add("colours", "format", OPAQUE);
        AVFilterContext extract = graph.add("extract", "alphaextract", "");
        AVFilterContext merge = graph.add("merge", "alphamerge", "");
        AVFilterContext whole = graph.add("whole", "format", TRANSPARENT);
        graph.connect(sources.get(0), split);
        graph.connect(split, 0, colours, 0);
        graph.connect(split, 1, extract, 0);
        graph.connect(extract, 0, merge, 1);
        graph.connect(merge, whole);
        graph.connect(whole, sink);
        inputs.put(FilterLink.INPUT, colours);
        return merge;
    }

    private void checkSize(AVFilterContext end) {
        int width = end.inputs(0).w();
        int height = end.inputs(0).h();
        if (width != format.width() || height != format.height()) {
            throw new AvException(
                    "The effect gives pictures of " + width + "x" + height + " for pictures of " + format.width() + "x"
                            + format.height(),
                    -1);
        }
    }

    private String description() {
        return String.format(
                "video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:frame_rate=%d/%d:pixel_aspect=1/1:colorspace=bt709:range=tv",
                format.width(),
                format.height(),
                transparent ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P,
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
            Picture.describe(copy, format.width(), format.height(), transparent);
            Av.check(av_frame_get_buffer(copy, 64), "Allocating a picture");
            Av.check(av_frame_copy(copy, picture.frame()), "Copying a picture");
            copy.pts(number);
            copy.duration(1);
            Av.check(av_buffersrc_add_frame(sources.get(input), copy), "Filtering frame " + number);
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
            // Plane by plane, as the target may have an alpha of its own.
            for (int i = 0; i < (transparent ? 4 : 3); i++) {
                av_image_copy_plane(
                        target.frame().data(i),
                        target.plane(i).stride(),
                        out.data(i),
                        out.linesize(i),
                        target.plane(i).width(),
                        target.plane(i).height());
            }
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
