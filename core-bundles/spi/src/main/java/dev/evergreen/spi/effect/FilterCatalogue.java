package dev.evergreen.spi.effect;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filters of libavfilter that a graph may use: those that work on what flows through them and open neither files nor
 * sockets nor devices, load no code and evaluate no expression without bounds.
 */
public final class FilterCatalogue {
    private static final Set<String> VIDEO = words("""
            avgblur bilateral blend boxblur chromahold chromakey chromanr chromashift colorbalance colorchannelmixer
            colorcontrast colorcorrect colorhold colorize colorkey colorlevels colorspace colortemperature convolution crop
            curves dblur deband deblock deflate despill dilation drawbox drawgrid edgedetect elbg eq erosion exposure fade fillborders
            format gblur geq gradfun grayworld hflip histeq hqdn3d hue huesaturation inflate lagfun lenscorrection
            limiter lumakey lut lutrgb lutyuv median mix monochrome negate nlmeans noise normalize overlay pad perspective
            pixelize pseudocolor rgbashift roberts rotate sab scale selectivecolor setsar shear shuffleplanes smartblur sobel
            split tblend tmix transpose unsharp vaguedenoiser vflip vibrance vignette xfade yadif zoompan
            """);
    private static final Set<String> AUDIO = words("""
            acompressor acontrast acrossfade acrusher adeclick adeclip adelay adenorm adynamicequalizer aecho aemphasis aexciter
            afade afftdn aformat afreqshift agate alimiter allpass amix anequalizer anlmdn aphaser apulsator aresample asetrate asoftclip
            asplit asubboost asubcut asupercut asuperpass asuperstop atempo atilt bandpass bandreject bass biquad chorus
            compand compensationdelay crossfeed crystalizer deesser dialoguenhance dynaudnorm earwax equalizer extrastereo flanger
            haas highpass highshelf lowpass lowshelf pan speechnorm stereotools stereowiden superequalizer tiltshelf treble
            tremolo vibrato virtualbass volume
            """);

    /** Options of allowed filters that name files to read or to write, and options of all filters that start threads. */
    private static final Set<String> REFUSED_OPTIONS = Set.of(
            "psfile",
            "plot",
            "filename",
            "file",
            "textfile",
            "fontfile",
            "stats_file",
            "model",
            "plot_file",
            "threads",
            "thread_type");

    private FilterCatalogue() {}

    public static Set<String> allowed() {
        return Stream.concat(VIDEO.stream(), AUDIO.stream()).collect(Collectors.toUnmodifiableSet());
    }

    public static boolean video(String filter) {
        return VIDEO.contains(filter);
    }

    static void check(String filter, Set<String> options) {
        if (!VIDEO.contains(filter) && !AUDIO.contains(filter)) {
            throw new IllegalArgumentException("The filter " + filter + " may not be used in an effect");
        }
        for (String option : options) {
            if (!option.matches("[A-Za-z][A-Za-z0-9_]{0,40}") || REFUSED_OPTIONS.contains(option)) {
                throw new IllegalArgumentException(
                        "The option " + option + " of the filter " + filter + " may not be used in an effect");
            }
        }
    }

    private static Set<String> words(String list) {
        return Set.of(list.trim().split("\\s+"));
    }
}
