package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A capability of a {@link TaskVendor}: each model has a template of its input in the option {@code input}.
 *
 * @param <Q> the capability's request
 * @param <R> the capability's result
 */
abstract class Generation<Q extends Request<R>, R extends Result> extends CatalogueProvider<Q, R>
        implements Pollable<R>, TaskVendor.Finish<R> {
    private static final String INPUT = "input";

    private final TaskVendor vendor;
    private final Map<String, InputTemplate> templates = new HashMap<>();

    /** @param values names of what a template may ask for */
    Generation(Class<? extends Provider<Q, R>> capability, Catalogue catalogue, TaskVendor vendor, Set<String> values) {
        super(capability, catalogue);
        this.vendor = vendor;
        for (Offer offer : offers()) {
            templates.put(offer.id(), InputTemplate.of(catalogue.model(offer), INPUT, values));
        }
    }

    /** What the template may ask for, but files. */
    abstract Map<String, Object> values(Q request, Model model);

    /** Files that the template may ask for, by the values' names. */
    Map<String, List<MediaFile>> files(Q request) {
        return Map.of();
    }

    /** What {@link #of} will need. */
    Map<String, String> state(Q request, Model model) {
        return Map.of();
    }

    @Override
    public final Outcome<R> execute(Q request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        InputTemplate template = template(model);
        Map<String, Object> all = new HashMap<>(values(request, model));
        for (Map.Entry<String, List<MediaFile>> files : files(request).entrySet()) {
            String name = files.getKey();
            // A plural is a list even of one.
            List<String> sent = new ArrayList<>();
            if (template.uses(name)) {
                for (MediaFile file : files.getValue()) {
                    sent.add(vendor.input(file, call));
                }
            }
            if (!sent.isEmpty()) {
                all.put(name, name.endsWith("s") ? sent : sent.get(0));
            }
        }
        call.throwIfCancelled();
        return vendor.begin(model, template.filled(all), state(request, model), call);
    }

    @Override
    public final Outcome<R> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
        return vendor.poll(checkpoint, call, this);
    }

    @Override
    public final void cancel(Checkpoint checkpoint, CallContext call) throws ProviderException {
        vendor.cancel(checkpoint, call);
    }

    final boolean uses(Model model, String value) {
        return template(model).uses(value);
    }

    final Findings prompt(Model model, String prompt, boolean mayBeEmpty, Findings findings) {
        long most = model.limit("prompt-characters").orElse(Long.MAX_VALUE);
        return findings.refuseIf(
                        prompt.length() > most,
                        "the description has " + prompt.length() + " letters; " + model.id() + " takes at most " + most)
                .refuseIf(prompt.isBlank() && !mayBeEmpty, "the description is empty; say what is wanted");
    }

    final void objections(List<MediaFile> files, Findings findings) {
        files.stream().map(vendor::objection).flatMap(Optional::stream).forEach(findings::refuse);
    }

    /** Refuses sizes that are none, and warns of others; empty when it was refused. */
    final Optional<Shapes.Sized> sized(Model model, int width, int height, Findings findings) {
        if (width < 1 || height < 1) {
            findings.refuse("width x height is " + width + "x" + height + "; a picture has at least one pixel");
            return Optional.empty();
        }
        Shapes.Sized size = Shapes.size(model, width, height);
        findings.warnIf(
                size.width() != width || size.height() != height,
                model.id() + " makes " + size.width() + "x" + size.height() + " instead of " + width + "x" + height);
        return Optional.of(size);
    }

    private InputTemplate template(Model model) {
        InputTemplate template = templates.get(model.id());
        if (template == null) {
            throw new IllegalArgumentException("The model " + model.id() + " does not serve this capability");
        }
        return template;
    }
}
