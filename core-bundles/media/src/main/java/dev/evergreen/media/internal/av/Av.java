package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_count;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.Pointer;

/** What all calls of the libraries share. */
final class Av {
    private Av() {}

    /** The result, where it is no error. */
    static int check(int result, String doing) {
        if (result < 0) {
            throw new AvException(doing + " failed: " + describe(result), result);
        }
        return result;
    }

    static String describe(int code) {
        byte[] text = new byte[256];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /** The pointer, where memory was there for it. */
    static <P extends Pointer> P allocated(P pointer, String what) {
        if (pointer == null || pointer.isNull()) {
            throw new AvException("There is no native memory for " + what, -12);
        }
        return pointer;
    }

    /** Options for a call which takes those it knows out of the dictionary. */
    static AVDictionary options(Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary();
        new TreeMap<>(options).forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        return dictionary;
    }

    /** Frees the dictionary and refuses what the call did not take. */
    static void allTaken(AVDictionary dictionary, String by) {
        String left = null;
        if (av_dict_count(dictionary) > 0) {
            AVDictionaryEntry entry = av_dict_get(dictionary, "", null, 2);
            left = entry == null ? "?" : entry.key().getString();
        }
        av_dict_free(dictionary);
        if (left != null) {
            throw new AvException(by + " does not know the option " + left, -22);
        }
    }
}
