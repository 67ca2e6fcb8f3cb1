package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_TYPE_STRING;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.spi.effect.FilterCatalogue;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterLink;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.FrameRate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avfilter.AVFilter;
import org.bytedeco.ffmpeg.avutil.AVOption;
import org.bytedeco.javacpp.PointerPointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An effect cannot get out of its graph: neither to files nor to devices, nor keep the engine busy for ever. */
class FilterEscapeTest {
    private static final MediaFormat FORMAT = new MediaFormat(64, 36, FrameRate.FPS_30, 2);
    private static final Pattern FILE = Pattern.compile("file|path|url|script|library|plugin|model|device|socket");

    @BeforeAll
    static void load() throws IOException {
        Natives.load(TestEngine.natives());
    }

    @Test
    void filtersThatReachOutsideAreRefused() {
        String filters =
                "movie amovie sendcmd asendcmd zmq azmq lut3d lut1d haldclut subtitles ass drawtext frei0r frei0r_src"
                        + " ladspa lv2 ocr removelogo deshake vidstabdetect vidstabtransform metadata ametadata dnn_processing arnndn"
                        + " libplacebo program_opencl buffer buffersink nullsrc testsrc loop perms realtime signature psnr ssim"
                        + " find_rect cover_rect afir sofalizer concat interleave fps reverse areverse";
        for (String filter : filters.split(" ", -1)) {
            assertThrows(IllegalArgumentException.class, () -> new FilterNode("a", filter, Map.of()), filter);
        }
    }

    /** Asks the natives themselves, so that a new release of FFmpeg cannot bring a new way out. */
    @Test
    void everyOptionThatNamesAFileIsRefused() {
        Set<String> open = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        for (String name : FilterCatalogue.allowed()) {
            AVFilter filter = avfilter_get_by_name(name);
            if (filter == null || filter.priv_class() == null) {
                continue;
            }
            for (AVOption option : options(filter)) {
                String text = option.name().getString() + " "
                        + (option.help() == null ? "" : option.help().getString());
                if (option.type() == AV_OPT_TYPE_STRING
                        && FILE.matcher(text.toLowerCase(Locale.ROOT)).find()) {
                    (allows(name, option.name().getString()) ? open : refused).add(name + "." + text);
                }
            }
        }
        assertEquals(Set.of(), open);
        assertTrue(refused.stream().anyMatch(option -> option.startsWith("curves.plot")), refused.toString());
    }

    private static List<AVOption> options(AVFilter filter) {
        List<AVOption> options = new ArrayList<>();
        // av_opt_next wants a pointer to a structure whose first field is the class.
        try (PointerPointer<?> object = new PointerPointer<>(1)) {
            object.put(0, filter.priv_class());
            for (AVOption option = av_opt_next(object, null); option != null; option = av_opt_next(object, option)) {
                options.add(option);
            }
        }
        return options;
    }

    private static boolean allows(String filter, String option) {
        try {
            return !new FilterNode("a", filter, Map.of(option, new FilterOption.Word("x")))
                    .options()
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void wordsCannotBecomeGraphsOrExpressions() {
        for (String word : List.of(
                "1;movie=/etc/passwd",
                "1[a];[a]null",
                "'",
                "a\\b",
                "${HOME}",
                "while(1,0)",
                "random(0)",
                "ld(0)",
                "print(1)",
                "1*2",
                "a=b",
                "a\nb",
                "\u0000",
                "%{e}",
                "`id`",
                "a\"b",
                "<x>",
                "a&b",
                "a?b")) {
            assertThrows(IllegalArgumentException.class, () -> new FilterOption.Word(word), word);
        }
        assertThrows(IllegalArgumentException.class, () -> new FilterOption.Word("x".repeat(2001)));
        assertThrows(IllegalArgumentException.class, () -> new FilterOption.Number(Double.NaN));
    }

    @Test
    void namesCannotBecomeGraphs() {
        for (String name : List.of("a;b", "a=b", "a b", "", "1a", "a'", "a,b", "a@b", "psfile", "plot", "threads")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new FilterNode("a", "curves", Map.of(name, new FilterOption.Word("x"))),
                    name);
        }
        for (String id : List.of("a;b", "a]b", "", "a b", "x".repeat(42))) {
            assertThrows(IllegalArgumentException.class, () -> new FilterNode(id, "curves", Map.of()), id);
        }
    }

    /** On FFmpeg's command line this would be two filters; here it is one value, and a wrong one. */
    @Test
    void separatorsInsideAWordStayInsideTheOption() {
        FilterGraph graph = FilterGraph.of("vignette", Map.of("mode", new FilterOption.Word("forward,negate")));
        String message = assertThrows(AvException.class, () -> new PictureFilter(graph, FORMAT, 0).close())
                .getMessage();
        assertTrue(message.contains("forward,negate"), message);
    }

    @Test
    void hugePicturesAreRefused() {
        FilterGraph graph = FilterGraph.chain(
                new FilterNode(
                        "large",
                        "scale",
                        Map.of("w", new FilterOption.Number(12000), "h", new FilterOption.Number(12000))),
                new FilterNode(
                        "small", "scale", Map.of("w", new FilterOption.Number(64), "h", new FilterOption.Number(36))));
        String message = assertThrows(AvException.class, () -> new PictureFilter(graph, FORMAT, 0).close())
                .getMessage();
        assertTrue(message.contains("12000x12000"), message);
    }

    @Test
    void anEffectThatChangesTheSizeIsRefused() {
        FilterGraph graph =
                FilterGraph.of("crop", Map.of("w", new FilterOption.Number(32), "h", new FilterOption.Number(36)));
        String message = assertThrows(AvException.class, () -> new PictureFilter(graph, FORMAT, 0).close())
                .getMessage();
        assertTrue(message.contains("32x36"), message);
    }

    @Test
    void linksToNothingAreRefused() {
        List<FilterNode> nodes = List.of(new FilterNode("a", "negate", Map.of()));
        List<FilterLink> links = List.of(new FilterLink("in", 0, "a", 0), new FilterLink("elsewhere", 0, "out", 0));
        assertThrows(IllegalArgumentException.class, () -> new FilterGraph(nodes, links));
    }
}
