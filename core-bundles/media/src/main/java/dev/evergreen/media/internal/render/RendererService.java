package dev.evergreen.media.internal.render;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.Renderer;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.export.Exporter;
import dev.evergreen.spi.export.SideFile;
import dev.evergreen.spi.timeline.Canvas;

/** Renders with a given engine. */
public final class RendererService implements Renderer {
    private final RenderEngine engine;

    public RendererService(RenderEngine engine) {
        this.engine = engine;
    }

    @Override
    public RenderResult render(RenderRequest request, BlobReader blobs, RenderListener listener) throws MediaException {
        OtherFiles other = new OtherFiles(engine, request, blobs, listener);
        return switch (request.encoding().container()) {
            case MP4, WEBM, MOV, M4A, MP3, WAV -> new FilmWork(engine, request, blobs, listener).run();
            case HLS -> other.hls();
            case GIF -> other.gif();
            case PNG, JPEG -> new StillWork(engine, request, blobs).run();
            case SUBRIP -> other.captions(SideFile.SUBRIP);
            case WEB_VTT -> other.captions(SideFile.WEB_VTT);
            case ASS -> other.captions(SideFile.ASS);
        };
    }

    @Override
    public EncodingPlan plan(String exporterId, ExportRequest request, Canvas canvas) throws MediaException {
        Exporter exporter = engine.plugins().exporter(exporterId);
        MediaFormat format = new MediaFormat(canvas.width(), canvas.height(), canvas.frameRate(), 2);
        try {
            return exporter.plan(request, format);
        } catch (IllegalArgumentException e) {
            throw new MediaException(MediaException.Kind.INVALID_TIMELINE, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new MediaException(
                    MediaException.Kind.PLUGIN_FAILED, "The exporter " + exporterId + " failed: " + e, e);
        }
    }
}
