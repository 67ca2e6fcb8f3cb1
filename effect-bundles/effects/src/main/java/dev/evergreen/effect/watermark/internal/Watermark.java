package dev.evergreen.effect.watermark.internal;

import dev.evergreen.kit.picture.Frames;
import dev.evergreen.kit.picture.Lettering;
import dev.evergreen.kit.picture.Overlay;
import dev.evergreen.kit.picture.Words;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Colour;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.osgi.service.component.annotations.Component;

/** Sets a line once and lays it over every frame. */
@Component(property = EffectPlugin.ID + "=evergreen.watermark")
public final class Watermark implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Overlay words = words(request, in);
        String corner = request.text("corner", "bottom-right");
        int margin = (int) Math.round(request.number("margin", 0.04) * in.height());
        int right = in.width() - words.width();
        int bottom = in.height() - words.height();
        int x = corner.equals("centre") ? right / 2 : corner.endsWith("left") ? margin : right - margin;
        int y = corner.equals("centre") ? bottom / 2 : corner.startsWith("top") ? margin : bottom - margin;
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            Frames.copy(frame, target);
            words.draw(target, x, y, request.number("opacity", 0.7, frame.number()));
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }

    private static Overlay words(EffectRequest request, MediaFormat in) {
        String line = Lettering.checked("The watermark", request.text("text", "© Evergreen"));
        double size = request.number("size", 0.045) * in.height();
        Words words = Words.fitting(line, true, size, 0.9 * in.width());
        Colour colour = Colour.of(request.text("colour", "#ffffff"));
        int shadow = Math.max(1, (int) Math.round(words.size() / 18));
        BufferedImage sheet = Lettering.sheet(words.width() + 2 * shadow, words.height() + 2 * shadow);
        Graphics2D brush = Lettering.brush(sheet);
        brush.setColor(new Color(0, 0, 0, 110));
        words.draw(brush, 2 * shadow, words.ascent() + 2 * shadow);
        brush.setColor(new Color(colour.red(), colour.green(), colour.blue()));
        words.draw(brush, shadow, words.ascent() + shadow);
        brush.dispose();
        return new Overlay(sheet);
    }
}
