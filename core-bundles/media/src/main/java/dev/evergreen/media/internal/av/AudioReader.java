package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import dev.evergreen.spi.timeline.FrameRate;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/** The sound of a file as stereo samples at 48 kHz, one after the other. A single channel is given to both sides in full. */
public final class AudioReader implements SampleSource {
    private final MediaInput input;
    private final AVFrame frame;
    private final SwrContext resampler;
    private final int channels;
    private float[] left = new float[0];
    private float[] right = new float[0];
    private int at;
    private int end;
    private boolean ended;

    /**
     * @param skip samples at 48 kHz to pass over
     */
    public AudioReader(Path file, long skip) {
        input = new MediaInput(file, AVMEDIA_TYPE_AUDIO);
        frame = av_frame_alloc();
        SwrContext context = new SwrContext(null);
        try (AVChannelLayout layout = new AVChannelLayout()) {
            channels = Math.min(2, Math.max(1, input.decoder().ch_layout().nb_channels()));
            av_channel_layout_default(layout, channels);
            Av.check(
                    swr_alloc_set_opts2(
                            context,
                            layout,
                            AV_SAMPLE_FMT_FLTP,
                            FrameRate.SAMPLE_RATE,
                            input.decoder().ch_layout(),
                            input.decoder().sample_fmt(),
                            input.decoder().sample_rate(),
                            0,
                            null),
                    "Converting " + file);
            Av.check(swr_init(context), "Converting " + file);
            av_channel_layout_uninit(layout);
        } catch (RuntimeException e) {
            swr_free(context);
            av_frame_free(frame);
            input.close();
            throw e;
        }
        resampler = context;
        skip(skip);
    }

    private void skip(long samples) {
        long left = samples;
        while (left > 0 && (at < end || fill())) {
            int step = (int) Math.min(left, end - at);
            at += step;
            left -= step;
        }
    }

    @Override
    public int read(float[] toLeft, float[] toRight, int offset, int n) {
        int done = 0;
        while (done < n && (at < end || fill())) {
            int step = Math.min(n - done, end - at);
            System.arraycopy(left, at, toLeft, offset + done, step);
            System.arraycopy(channels == 1 ? left : right, at, toRight, offset + done, step);
            at += step;
            done += step;
        }
        return done;
    }

    private boolean fill() {
        while (!ended) {
            boolean more = input.next(frame);
            ended = !more;
            int room = swr_get_out_samples(resampler, more ? frame.nb_samples() : 0);
            int got = convert(more, Math.max(1, room));
            av_frame_unref(frame);
            if (got > 0) {
                at = 0;
                end = got;
                return true;
            }
        }
        return false;
    }

    private int convert(boolean more, int room) {
        try (FloatPointer samples = new FloatPointer((long) room * channels);
                PointerPointer<BytePointer> out = new PointerPointer<>(channels)) {
            for (int i = 0; i < channels; i++) {
                // A pointer of its own: a position would be taken for bytes.
                out.put(i, samples.getPointer((long) i * room));
            }
            int got = Av.check(
                    swr_convert(
                            resampler,
                            out,
                            room,
                            more ? frame.extended_data() : new PointerPointer<>((org.bytedeco.javacpp.Pointer) null),
                            more ? frame.nb_samples() : 0),
                    "Converting sound");
            if (left.length < got) {
                left = new float[got];
                right = new float[got];
            }
            samples.position(0).get(left, 0, got);
            if (channels == 2) {
                samples.position(room).get(right, 0, got);
                samples.position(0);
            }
            return got;
        }
    }

    @Override
    public void close() {
        swr_free(resampler);
        av_frame_free(frame);
        input.close();
    }
}
