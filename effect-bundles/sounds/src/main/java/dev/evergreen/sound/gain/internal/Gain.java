package dev.evergreen.sound.gain.internal;

import dev.evergreen.kit.audio.Decibels;
import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.Keyframe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** A gain that may follow a curve, with the filter volume. */
@Component(property = EffectPlugin.ID + "=evergreen.gain")
public final class Gain implements AudioEffect {
    /** Straight pieces between two keyframes; a curve in decibels is none in factors. */
    private static final int PIECES = 32;

    private static Curve factors(Curve decibels) {
        List<Keyframe> points = new ArrayList<>();
        List<Keyframe> given = decibels.keyframes();
        for (int i = 0; i < given.size(); i++) {
            long from = given.get(i).frame();
            long to = i + 1 < given.size() ? given.get(i + 1).frame() : from + 1;
            boolean holds = given.get(i).easing() == Easing.HOLD;
            long step = holds ? to - from : Math.max(1, (to - from) / PIECES);
            for (long at = from; at < to; at += step) {
                points.add(new Keyframe(at, Decibels.factor(decibels.at(at)), holds ? Easing.HOLD : Easing.LINEAR));
            }
        }
        return new Curve(points);
    }

    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        Curve curve = request.curves().get("gain");
        FilterOption factor = curve == null
                ? new FilterOption.Number(Decibels.factor(request.number("gain", 0)))
                : new FilterOption.Animated(factors(curve));
        return FilterGraph.of("volume", Map.of("volume", factor, "precision", new FilterOption.Word("float")));
    }
}
