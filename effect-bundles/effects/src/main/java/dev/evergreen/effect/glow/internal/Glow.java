package dev.evergreen.effect.glow.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterLink;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoEffect;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Keeps the bright parts, blurs them and lays them over with the blend mode screen; luma only. */
@Component(property = EffectPlugin.ID + "=evergreen.glow")
public final class Glow implements VideoEffect {
    @Override
    public FilterGraph render(EffectRequest request, MediaFormat in) {
        double threshold = request.number("threshold", 0.5);
        double contrast = 1 / (1 - threshold);
        // eq works around the middle: out = (in - 0.5) * contrast + 0.5 + brightness; the threshold is to become 0.
        double brightness = Math.max(-1, Math.min(1, -((threshold - 0.5) * contrast + 0.5)));
        FilterNode split = new FilterNode("both", "split", Map.of());
        FilterNode bright = new FilterNode(
                "bright",
                "eq",
                Map.of(
                        "contrast", new FilterOption.Number(contrast),
                        "brightness", new FilterOption.Number(brightness)));
        FilterNode soft = new FilterNode(
                "soft",
                "gblur",
                Map.of("sigma", new FilterOption.Number(Math.max(0.5, request.number("radius", 0.02) * in.height()))));
        FilterNode over = new FilterNode(
                "over",
                "blend",
                Map.of(
                        "c0_mode", new FilterOption.Word("screen"),
                        "c0_opacity", new FilterOption.Number(request.number("amount", 0.6)),
                        "c1_mode", new FilterOption.Word("normal"),
                        "c2_mode", new FilterOption.Word("normal")));
        return new FilterGraph(
                List.of(split, bright, soft, over),
                List.of(
                        new FilterLink(FilterLink.INPUT, 0, "both", 0),
                        new FilterLink("both", 0, "bright", 0),
                        new FilterLink("bright", 0, "soft", 0),
                        new FilterLink("both", 1, "over", 0),
                        new FilterLink("soft", 0, "over", 1),
                        new FilterLink("over", 0, FilterLink.OUTPUT, 0)));
    }
}
