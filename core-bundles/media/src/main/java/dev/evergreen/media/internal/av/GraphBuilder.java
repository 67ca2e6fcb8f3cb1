package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_send_command;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_init_str;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterLink;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.ffmpeg.avfilter.AVFilter;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.javacpp.BytePointer;

/** A graph of libavfilter made of typed nodes. */
final class GraphBuilder implements AutoCloseable {
    /** As many as the largest canvas has. */
    private static final long MOST_PIXELS = 8192L * 8192;

    private final AVFilterGraph graph;
    private final Map<String, AVFilterContext> filters = new HashMap<>();
    private final Map<String, FilterNode> animated = new LinkedHashMap<>();

    GraphBuilder() {
        graph = Av.allocated(avfilter_graph_alloc(), "a filter graph");
        graph.nb_threads(1);
        graph.scale_sws_opts(new BytePointer(
                org.bytedeco.ffmpeg.global.avutil.av_strdup("flags=bicubic+accurate_rnd+full_chroma_int+bitexact")));
    }

    /** Adds a filter of the engine's own, with its options as FFmpeg writes them. */
    AVFilterContext add(String id, String filter, String options) {
        AVFilterContext context = allocate(id, filter);
        Av.check(avfilter_init_str(context, options), "Starting the filter " + filter);
        return context;
    }

    /** Adds all nodes of an effect; animated options get their value at {@code start}. */
    void add(FilterGraph effect, long start) {
        add("", effect, start);
    }

    /** Adds all nodes of one of several effects, whose ids get a prefix of its own. */
    void add(String prefix, FilterGraph effect, long start) {
        for (FilterNode node : effect.nodes()) {
            String id = prefix + node.id();
            AVFilterContext context = allocate(id, node.filter());
            node.options()
                    .forEach((name, option) -> Av.check(
                            av_opt_set(context, name, value(option, start), AV_OPT_SEARCH_CHILDREN),
                            "Setting the option " + name + " of the filter " + node.filter() + " to "
                                    + value(option, start)));
            Av.check(avfilter_init_str(context, (String) null), "Starting the filter " + node.filter());
            if (node.options().values().stream().anyMatch(FilterOption.Animated.class::isInstance)) {
                animated.put(id, node);
            }
        }
    }

    /** Connects an effect; {@code sources} and {@code sink} stand for its inputs and its output. */
    void connect(FilterGraph effect, Map<String, AVFilterContext> sources, AVFilterContext sink) {
        connect("", effect, sources, sink);
    }

    /** Connects an effect that was added with a prefix. */
    void connect(String prefix, FilterGraph effect, Map<String, AVFilterContext> sources, AVFilterContext sink) {
        for (FilterLink link : effect.links()) {
            AVFilterContext from =
                    sources.containsKey(link.from()) ? sources.get(link.from()) : filters.get(prefix + link.from());
            AVFilterContext to = link.to().equals(FilterLink.OUTPUT) ? sink : filters.get(prefix + link.to());
            if (from == null || to == null) {
                throw new AvException(
                        "The effect connects " + link.from() + " to " + link.to() + ", which is not there", -1);
            }
            Av.check(
                    avfilter_link(from, link.fromPad(), to, link.toPad()),
                    "Connecting " + link.from() + " to " + link.to());
        }
    }

    void connect(AVFilterContext from, AVFilterContext to) {
        connect(from, 0, to, 0);
    }

    void connect(AVFilterContext from, int fromPad, AVFilterContext to, int toPad) {
        Av.check(avfilter_link(from, fromPad, to, toPad), "Connecting filters");
    }

    void configure() {
        Av.check(avfilter_graph_config(graph, null), "Configuring the filter graph");
        filters.forEach(GraphBuilder::checkSize);
    }

    /** What an effect makes on the way must not fill the memory. */
    private static void checkSize(String id, AVFilterContext filter) {
        for (int i = 0; i < filter.nb_outputs(); i++) {
            long pixels = (long) filter.outputs(i).w() * filter.outputs(i).h();
            if (pixels > MOST_PIXELS) {
                throw new AvException(
                        "The filter " + id + " makes pictures of "
                                + filter.outputs(i).w() + "x"
                                + filter.outputs(i).h() + "; at most " + MOST_PIXELS + " pixels are allowed",
                        -1);
            }
        }
    }

    /** Sets all animated options to their values at a moment. */
    void animate(long moment) {
        animated.forEach((id, node) -> node.options().forEach((name, option) -> {
            if (option instanceof FilterOption.Animated) {
                Av.check(
                        avfilter_graph_send_command(graph, id, name, value(option, moment), (byte[]) null, 0, 0),
                        "Changing the option " + name + " of the filter " + node.filter());
            }
        }));
    }

    boolean hasAnimation() {
        return !animated.isEmpty();
    }

    private AVFilterContext allocate(String id, String filter) {
        AVFilter definition = avfilter_get_by_name(filter);
        if (definition == null) {
            throw new AvException("This build of FFmpeg has no filter " + filter, -1);
        }
        AVFilterContext context =
                Av.allocated(avfilter_graph_alloc_filter(graph, definition, id), "the filter " + filter);
        filters.put(id, context);
        return context;
    }

    private static String value(FilterOption option, long moment) {
        if (option instanceof FilterOption.Number number) {
            return number(number.value());
        }
        if (option instanceof FilterOption.Animated animated) {
            return number(animated.curve().at(moment));
        }
        return ((FilterOption.Word) option).value();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value);
    }

    @Override
    public void close() {
        avfilter_graph_free(graph);
    }
}
