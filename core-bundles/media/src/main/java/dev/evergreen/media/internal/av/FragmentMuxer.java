package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.FrameRate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Writes fragmented MP4 to a stream while it is made. For one thread. */
public final class FragmentMuxer implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int FAILED = -5; // EIO

    private final AVFormatContext format;
    private final AVPacket packet;
    private final AVRational frameUnit;
    private final AVRational sampleUnit = av_make_q(1, FrameRate.SAMPLE_RATE);
    private final Write_packet_Pointer_BytePointer_int write;
    private final OutputStream target;
    private AVIOContext io = new AVIOContext(null);
    private IOException failure = new IOException("the stream was not written to");
    private boolean failed;

    public FragmentMuxer(
            OutputStream target,
            Canvas canvas,
            VideoEncoding pictures,
            AudioEncoding heard,
            byte[] videoHeader,
            byte[] soundHeader)
            throws IOException {
        this.target = target;
        FrameRate rate = canvas.frameRate();
        frameUnit = av_make_q(rate.denominator(), rate.numerator());
        packet = Av.allocated(av_packet_alloc(), "a packet");
        format = new AVFormatContext(null);
        // The field keeps the native function's Java side alive.
        write = new Write_packet_Pointer_BytePointer_int() {
            @Override
            public int call(Pointer opaque, BytePointer data, int size) {
                return FragmentMuxer.this.write(data, size);
            }
        };
        try {
            Av.check(avformat_alloc_output_context2(format, null, "mp4", (String) null), "Opening a fragmented MP4");
            format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
            AVStream video = Av.allocated(avformat_new_stream(format, null), "a stream");
            Muxer.describeVideo(video.codecpar(), canvas, pictures, videoHeader);
            video.time_base(av_make_q(1, rate.numerator()));
            AVStream sound = Av.allocated(avformat_new_stream(format, null), "a stream");
            Muxer.describeSound(sound.codecpar(), heard, soundHeader, 0);
            sound.time_base(sampleUnit);
            io = Av.allocated(
                    avio_alloc_context(new BytePointer(av_malloc(BUFFER)), BUFFER, 1, null, null, write, null),
                    "a stream");
            format.pb(io);
            AVDictionary options = Av.options(Map.of("movflags", "+frag_custom+empty_moov+default_base_moof"));
            check(avformat_write_header(format, options));
            Av.allTaken(options, "The muxer mp4");
        } catch (RuntimeException | IOException e) {
            close();
            throw e;
        }
    }

    private int write(BytePointer data, int size) {
        byte[] bytes = new byte[size];
        data.get(bytes);
        try {
            target.write(bytes);
            return size;
        } catch (IOException e) {
            failure = e;
            failed = true;
            return FAILED;
        } catch (UncheckedIOException e) {
            failure = new IOException(e.getMessage(), e);
            failed = true;
            return FAILED;
        }
    }

    private void check(int result) throws IOException {
        if (failed) {
            throw failure;
        }
        Av.check(result, "Writing a preview");
    }

    /** Adds a picture whose times count frames. */
    public void video(Packet source) throws IOException {
        add(source, 0, frameUnit, 1);
    }

    /** Adds a piece of sound whose times count samples. */
    public void sound(Packet source) throws IOException {
        add(source, 1, sampleUnit, source.duration());
    }

    private void add(Packet source, int stream, AVRational unit, long duration) throws IOException {
        Av.check(av_new_packet(packet, source.data().length), "Muxing");
        packet.data().capacity(source.data().length).put(source.data());
        packet.pts(source.pts());
        packet.dts(source.dts());
        packet.duration(duration);
        packet.flags(source.flags());
        packet.stream_index(stream);
        av_packet_rescale_ts(packet, unit, format.streams(stream).time_base());
        check(av_write_frame(format, packet));
    }

    /** Sends what was added so far as one fragment. */
    public void fragment() throws IOException {
        check(av_write_frame(format, null));
        avio_flush(io);
        check(0);
        target.flush();
    }

    /** Ends the stream. */
    public void finish() throws IOException {
        check(av_write_trailer(format));
        avio_flush(io);
        check(0);
        target.flush();
    }

    @Override
    public void close() {
        av_packet_free(packet);
        if (!format.isNull()) {
            avformat_free_context(format);
        }
        if (!io.isNull()) {
            av_free(io.buffer());
            avio_context_free(io);
        }
        write.close();
    }
}
