package dev.evergreen.productions.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** The configuration of tiers without any file, but for what a test says. */
final class TierConfiguration {
    private TierConfiguration() {}

    /** @param said values by the annotation's methods */
    static Tiers tiers(Map<String, Object> said) {
        return new Tiers((ProductionsConfiguration) Proxy.newProxyInstance(
                ProductionsConfiguration.class.getClassLoader(),
                new Class<?>[] {ProductionsConfiguration.class},
                (proxy, method, arguments) -> said.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
