package dev.evergreen.media.internal.av;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Converts whole frames to another size and format; what comes out is BT.709 in the limited range, or RGB. */
final class Scaler implements AutoCloseable {
    private final SwsContext context;

    /** For frames like {@code source}. */
    Scaler(AVFrame source, int width, int height, int format) {
        this(source, width, height, format, false);
    }

    /**
     * @param full whether what comes out uses the full range of its values, as JPEG does; RGB always does
     */
    Scaler(AVFrame source, int width, int height, int format, boolean full) {
        context = Av.allocated(sws_alloc_context(), "a scaler");
        try {
            option("srcw", source.width());
            option("srch", source.height());
            option("src_format", plain(source.format()));
            option("dstw", width);
            option("dsth", height);
            option("dst_format", plain(format));
            option("sws_flags", SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP | SWS_BITEXACT);
            option("dst_h_chr_pos", 0);
            option("dst_v_chr_pos", 128);
            Av.check(
                    sws_init_context(context, null, null),
                    "Scaling " + source.width() + "x" + source.height() + " to " + width + "x" + height);
            sws_setColorspaceDetails(
                    context,
                    sws_getCoefficients(matrix(source)),
                    fullRange(source) ? 1 : 0,
                    sws_getCoefficients(SWS_CS_ITU709),
                    full ? 1 : 0,
                    0,
                    1 << 16,
                    1 << 16);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    void scale(AVFrame source, AVFrame target) {
        Av.check(
                sws_scale(
                        context,
                        source.data(),
                        source.linesize(),
                        0,
                        source.height(),
                        target.data(),
                        target.linesize()),
                "Scaling");
    }

    private void option(String name, long value) {
        Av.check(av_opt_set_int(context, name, value, 0), "Setting " + name);
    }

    /** The formats named after JPEG say by their name what is said here by the range. */
    private static int plain(int format) {
        if (format == AV_PIX_FMT_YUVJ420P) {
            return org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
        }
        if (format == AV_PIX_FMT_YUVJ422P) {
            return org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
        }
        if (format == AV_PIX_FMT_YUVJ444P) {
            return org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
        }
        return format;
    }

    private static boolean fullRange(AVFrame frame) {
        boolean rgb = (av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_RGB) != 0;
        return rgb || frame.color_range() == AVCOL_RANGE_JPEG || plain(frame.format()) != frame.format();
    }

    /** As tagged; untagged frames are taken for BT.601 up to standard definition and for JPEG, else for BT.709. */
    private static int matrix(AVFrame frame) {
        if (frame.colorspace() == AVCOL_SPC_BT709) {
            return SWS_CS_ITU709;
        }
        if (frame.colorspace() == AVCOL_SPC_BT470BG || frame.colorspace() == AVCOL_SPC_SMPTE170M) {
            return SWS_CS_ITU601;
        }
        return fullRange(frame) || frame.height() <= 576 ? SWS_CS_DEFAULT : SWS_CS_ITU709;
    }

    @Override
    public void close() {
        sws_freeContext(context);
    }
}
